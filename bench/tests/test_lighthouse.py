from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from dev.console import Problem
from dev.layout import FRONTEND

from bench.lighthouse import Audit, Lighthouse, audit, require
from bench.lighthouse.audit import read

URL = "http://127.0.0.1:3000/"


def report(**changed: Any) -> dict[str, Any]:
    requests = [
        {"resourceType": "Document", "transferSize": 3_000},
        {"resourceType": "Script", "transferSize": 20_500},
        {"resourceType": "Script", "transferSize": 1_500},
        {"transferSize": 9},
    ]
    return {
        "requestedUrl": URL,
        "categories": {"performance": {"score": 0.97}},
        "audits": {
            "largest-contentful-paint": {"numericValue": 1_234.5},
            "total-blocking-time": {"numericValue": 61.0},
            "network-requests": {"details": {"items": requests}},
        },
        **changed,
    }


def test_the_figures_of_a_report_have_our_units() -> None:
    assert read(report()) == Audit(97.0, 1.2345, 61.0, 22_000)


def test_a_page_that_was_not_judged_has_no_figures() -> None:
    unjudged = {"performance": {"score": None}}
    with pytest.raises(Problem, match=r"could not judge http://127.*: a figure is missing"):
        read(report(categories=unjudged))
    failure = {"code": "NO_FCP", "message": "The page did not paint any content."}
    with pytest.raises(Problem, match="did not paint any content"):
        read(report(categories=unjudged, runtimeError=failure))


def test_a_program_that_is_no_lighthouse_is_a_problem_with_what_it_said() -> None:
    with pytest.raises(Problem, match=f"did not judge {URL}: it ended with 3") as raised:
        audit(Lighthouse(("/bin/sh", "-c", "echo no such thing >&2; exit 3"), "/bin/true"), URL)
    assert "no such thing" in raised.value.detail


def test_a_browser_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM_PATH", "/nowhere/chromium")
    with pytest.raises(Problem, match="CHROMIUM_PATH is /nowhere/chromium"):
        require()


def test_without_a_browser_it_says_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CHROMIUM_PATH", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("dev.testing.browser.PLACES", ())
    with pytest.raises(Problem, match="apt-get install chromium"):
        require()


def test_those_who_only_run_waybill_do_not_install_it() -> None:
    assert "lighthouse" not in (FRONTEND / "package-lock.json").read_text()
