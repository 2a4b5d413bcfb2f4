"""One run of Lighthouse over one page."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dev.commands import TAIL_LINES
from dev.console import Problem
from dev.environment import tool_environment

from bench.lighthouse.setup import Lighthouse

_SECONDS = 120.0
_BROWSER = ("--headless=new", "--disable-background-networking")
_AS_ROOT = ("--no-sandbox",)
_OPTIONS = (
    "--only-categories=performance",
    "--form-factor=mobile",
    "--throttling-method=simulate",
    "--disable-full-page-screenshot",
    "--no-enable-error-reporting",
    "--output=json",
    "--quiet",
)


@dataclass(frozen=True)
class Audit:
    """What Lighthouse found out about one load of a page on a phone with a slow connection.

    ``score``: 0 to 100. ``largest_paint``: seconds until the largest element is painted.
    ``blocking``: milliseconds in which the page could not answer. ``script_bytes``: JavaScript as
    it came over the wire, compressed, with the headers of its answers, and what is loaded ahead
    for the next page.
    """

    score: float
    largest_paint: float
    blocking: float
    script_bytes: int


def audit(lighthouse: Lighthouse, url: str) -> Audit:
    """Load a page once in a fresh browser. Raises Problem if Lighthouse could not judge it."""
    flags = (*_BROWSER, *(_AS_ROOT if os.geteuid() == 0 else ()))
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "report.json"
        done = _run(
            [*lighthouse.command, url, *_OPTIONS, f"--output-path={written}",
             f"--chrome-flags={' '.join(flags)}"],
            {**tool_environment(), "CHROME_PATH": lighthouse.browser},
            url,
        )  # fmt: skip
        if not written.is_file():
            shown = "\n".join((done.stderr or done.stdout).splitlines()[-TAIL_LINES:])
            raise Problem(
                f"Lighthouse did not judge {url}: it ended with {done.returncode}.", shown
            )
        return read(json.loads(written.read_text()))


def _run(
    command: list[str], environment: dict[str, str], url: str
) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise Problem(f"Lighthouse did not end with {url} within {_SECONDS:.0f} s.") from None


def read(report: dict[str, Any]) -> Audit:
    """The figures of Lighthouse's report. Raises Problem when it has none."""
    failure = report.get("runtimeError")
    score = report["categories"]["performance"]["score"]
    if failure or score is None:
        said = failure["message"] if failure else "a figure is missing in its report"
        raise Problem(f"Lighthouse could not judge {report['requestedUrl']}: {said}")
    audits = report["audits"]
    requests = audits["network-requests"]["details"]["items"]
    return Audit(
        score=100 * score,
        largest_paint=audits["largest-contentful-paint"]["numericValue"] / 1000,
        blocking=audits["total-blocking-time"]["numericValue"],
        script_bytes=sum(
            each["transferSize"] for each in requests if each.get("resourceType") == "Script"
        ),
    )
