"""What GitHub Actions runs is what `make` runs here, as far as it can; and nothing is unpinned."""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from dev.changelog import section
from dev.layout import BACKEND, ROOT

VERSION = str(runpy.run_path(str(BACKEND / "core" / "version.py"))["VERSION"])
FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS: dict[str, dict[str, Any]] = {
    path.name: yaml.safe_load(path.read_text()) for path in sorted(FOLDER.glob("*.yml"))
}
TARGETS = set(re.findall(r"(?m)^([a-z0-9-]+):  ##", (ROOT / "Makefile").read_text()))
ONLY_THERE = {
    "git config --global --add safe.directory": "a checkout of another user's, in a container",
    "go run": "gitleaks, built by the runner's Go; `make lint` looks for secrets, too",
    'echo "name=ghcr.io': "names an image",
    "python3 -m railway.deploy": "railway/tests",
    "python3 -m dev.changelog": "below",
    "[ -n": "the notice, below",
    "cosign sign": "needs GitHub's identity",
    "gh release create": "needs GitHub",
}
"""What a step begins with that is no `make`, and where else it is tried, or why nowhere."""


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, workflow in WORKFLOWS.items():
        for job, told in workflow["jobs"].items():
            yield f"{name}/{job}", told


def commands() -> Iterator[tuple[str, str]]:
    """Every command, with the targets of a matrix put in."""
    for where, job in jobs():
        matrix = job.get("strategy", {}).get("matrix", {}).get("include", ())
        targets = [each["target"] for each in matrix if "target" in each]
        for step in job.get("steps", ()):
            run = step.get("run", "").strip()
            if run == 'make "$TARGET"':
                yield from ((where, f"make {target}") for target in targets)
            elif run:
                yield where, run


@pytest.mark.parametrize(("where", "command"), list(commands()), ids=str)
def test_a_command_is_run_here_too_or_it_is_said_why_not(where: str, command: str) -> None:
    if command.startswith("make "):
        assert command.removeprefix("make ") in TARGETS
    else:
        assert any(command.startswith(known) for known in ONLY_THERE), where


def test_every_workflow_is_in_the_guide() -> None:
    guide = (ROOT / "docs" / "operations" / "releasing.md").read_text()
    assert [name for name in WORKFLOWS if f"`{name}`" not in guide] == []
    made = {command for _, command in commands() if command.startswith("make ")}
    assert [command for command in sorted(made) if f"`{command}`" not in guide] == []


@pytest.mark.parametrize(("where", "job"), list(jobs()), ids=str)
def test_a_job_has_an_end_and_only_the_rights_it_names(where: str, job: dict[str, Any]) -> None:
    assert "permissions" in job
    assert "timeout-minutes" in job or "uses" in job
    assert WORKFLOWS[where.partition("/")[0]]["permissions"] == {}


def test_an_action_is_the_same_commit_everywhere_and_says_its_version() -> None:
    found: dict[str, set[str]] = {}
    for path in FOLDER.glob("*.yml"):
        for used in re.findall(r"uses: (\S.*)", path.read_text()):
            if used.startswith("$/"):
                assert (ROOT / used.removeprefix("$/")).is_file()
                continue
            pinned = re.fullmatch(r"([\w./-]+)@([0-9a-f]{40}) # (v[\d.]+)", used)
            assert pinned, used
            found.setdefault(pinned[1], set()).add(f"{pinned[2]} {pinned[3]}")
    assert {name: versions for name, versions in found.items() if len(versions) > 1} == {}


@pytest.mark.parametrize("name", sorted(set(WORKFLOWS) - {"notify.yml"}))
def test_somebody_is_told_how_it_ended_whatever_happened(name: str) -> None:
    told = WORKFLOWS[name]["jobs"]
    notice = told["notify"]

    assert set(notice["needs"]) == set(told) - {"notify"}
    assert notice["if"].startswith("always()")
    assert notice["uses"].endswith("/notify.yml")


class Webhook(BaseHTTPRequestHandler):
    said: list[dict[str, str]]

    def do_POST(self) -> None:
        self.said.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base's name
        """Keep the test's output to itself."""


@pytest.fixture
def webhook() -> Iterator[tuple[str, list[dict[str, str]]]]:
    said: list[dict[str, str]] = []
    server = HTTPServer(("127.0.0.1", 0), type("Bound", (Webhook,), {"said": said}))
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", said
    server.shutdown()
    server.server_close()


def notice(**variables: str) -> subprocess.CompletedProcess[str]:
    """Run the step that tells Slack, as GitHub does."""
    (step,) = WORKFLOWS["notify.yml"]["jobs"]["slack"]["steps"]
    known = {"GITHUB_REF_NAME": "main", "GITHUB_SHA": "0123456789abcdef", "OUTCOME": "failed"}
    known |= {"WHAT": 'the "tests"', "RUN_URL": "https://github.example/run/1"}
    return subprocess.run(
        ["/bin/bash", "-e", "-o", "pipefail", "-c", step["run"]],
        env={"PATH": os.environ["PATH"], **known, **variables},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_notice_names_what_ended_and_how(webhook: tuple[str, list[dict[str, str]]]) -> None:
    address, said = webhook
    done = notice(SLACK_WEBHOOK_URL=address)

    assert done.returncode == 0, done.stderr
    assert said == [
        {"text": 'Waybill main 0123456789ab: the "tests" failed. https://github.example/run/1'}
    ]


def test_without_a_webhook_nothing_is_said() -> None:
    assert notice(SLACK_WEBHOOK_URL="").returncode == 0


def test_a_webhook_that_is_away_is_noticed() -> None:
    assert notice(SLACK_WEBHOOK_URL="http://127.0.0.1:9/").returncode != 0


CHANGES = """# Changelog

## Unreleased

- not yet

## 1.4.0 (2026-12-01)

- one
- two

## [1.3.0]

- three
"""


@pytest.mark.parametrize(
    ("version", "said"),
    [("v1.4.0", "- one\n- two"), ("1.3.0", "- three"), ("v1.4", ""), ("v2.0.0", "")],
)
def test_a_release_says_what_the_changelog_says_of_it(version: str, said: str) -> None:
    assert section(CHANGES, version) == said


@pytest.mark.parametrize(
    ("version", "code"), [(f"v{VERSION}", 0), (VERSION, 0), ("v0.1.0", 1), (f"v{VERSION}.1", 1)]
)
def test_a_tag_that_is_not_the_version_makes_no_release(version: str, code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dev.changelog", version],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert bool(done.stdout) == (code == 0)
    assert (f"is not v{VERSION}" in done.stderr) == (code == 1)


def test_the_changelog_is_one() -> None:
    assert section(Path(ROOT / "CHANGELOG.md").read_text(), "Unreleased")
