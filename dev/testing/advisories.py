"""Checks installed packages for known vulnerabilities: `python -m … pip|npm`.

Exit code 1 for a finding. If the service cannot be reached, the check says so and passes. With
WAYBILL_REQUIRE_ADVISORIES=1, as in the nightly workflow, it fails instead.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dev.installing.node import npm
from dev.layout import FRONTEND, REQUIREMENTS, ROOT, VENV_BIN

LOCKS = (
    *sorted(REQUIREMENTS.glob("*.txt")),
    *(ROOT / "dev" / name / "requirements.txt" for name in ("recovery", "tryton")),
)
SECONDS = 300.0
NPM_FOLDERS = (FRONTEND, ROOT / "bench" / "lighthouse")
_PIN = re.compile(r"(?m)^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)")


@dataclass(frozen=True)
class Answer:
    """A service's answer: the number of packages checked, and its findings."""

    asked: int
    findings: tuple[str, ...] = ()
    unreachable: str = ""


def read_pip(report: str) -> Answer:
    """Read pip-audit's output. Packages it skips were not checked and do not count as clean."""
    try:
        packages: list[dict[str, Any]] = json.loads(report)["dependencies"]
    except (ValueError, KeyError):
        return Answer(0, unreachable=_last_line(report))
    skipped = [one for one in packages if "skip_reason" in one]
    findings = tuple(
        f"{one['name']} {one['version']}: {found['id']}, fixed in {_fixes(found)}"
        for one in packages
        for found in one.get("vulns", ())
    )
    if skipped and not findings:
        return Answer(len(packages), unreachable=str(skipped[0]["skip_reason"]))
    return Answer(len(packages), findings)


def read_npm(report: str) -> Answer:
    """Read the output of `npm audit --json`."""
    try:
        said: dict[str, Any] = json.loads(report)
    except ValueError:
        return Answer(0, unreachable=_last_line(report))
    if "vulnerabilities" not in said:
        return Answer(0, unreachable=str(said.get("message") or said.get("error") or "no answer"))
    findings = tuple(
        f"{one['name']} {one['range']}: {', '.join(_sources(one))} ({one['severity']})"
        for one in said["vulnerabilities"].values()
    )
    return Answer(said["metadata"]["dependencies"]["total"], findings)


def _fixes(found: dict[str, Any]) -> str:
    return " or ".join(found.get("fix_versions", ())) or "no version yet"


def _sources(one: dict[str, Any]) -> list[str]:
    return [via["url"] if isinstance(via, dict) else f"by {via}" for via in one["via"]]


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no answer"])[-1]


def pinned(locks: Sequence[Path]) -> list[dict[str, str]]:
    """Packages and versions of the locks, in groups with one version of each package.

    pip-audit refuses two versions. They occur when a package depends on the Python version.
    """
    groups: list[dict[str, str]] = []
    for lock in locks:
        for name, version in _PIN.findall(lock.read_text()):
            if any(group.get(name) == version for group in groups):
                continue
            group = next((one for one in groups if name not in one), None)
            if group is None:
                groups.append(group := {})
            group[name] = version
    return groups


def ask_pip() -> Answer:
    """Every pinned Python package, including development and tests."""
    return _together([_ask_pip(group) for group in pinned(LOCKS)])


def _together(answers: Sequence[Answer]) -> Answer:
    return Answer(
        sum(answer.asked for answer in answers),
        tuple(finding for answer in answers for finding in answer.findings),
        next((answer.unreachable for answer in answers if answer.unreachable), ""),
    )


def _ask_pip(group: dict[str, str]) -> Answer:
    options = ["--no-deps", "--disable-pip", "--format", "json", "--progress-spinner", "off"]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listed:
        listed.write("".join(f"{name}=={version}\n" for name, version in group.items()))
        listed.flush()
        return read_pip(_output([str(VENV_BIN / "pip-audit"), *options, "-r", listed.name], ROOT))


def ask_npm() -> Answer:
    """Every package of the lock files, including the measurements' own."""
    command = [*npm(), "audit", "--json", "--audit-level", "low"]
    return _together([read_npm(_output(command, folder)) for folder in NPM_FOLDERS])


def _output(command: Sequence[str], folder: Path) -> str:
    try:
        ended = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, check=False, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        return f"no answer within {SECONDS:.0f} s"
    return ended.stdout.strip() or ended.stderr


def tell(what: str, answer: Answer, *, strict: bool) -> int:
    """Print the answer and return the exit code."""
    for finding in answer.findings:
        print(finding)
    if answer.findings:
        print(f"Advisories: {len(answer.findings)} findings in {answer.asked} {what} packages")
        return 1
    if answer.unreachable:
        print(f"Advisories: {what} packages NOT checked, because the service did not answer")
        print(f"  {answer.unreachable[:300]}")
        return 1 if strict else 0
    print(f"Advisories: none for {answer.asked} {what} packages")
    return 0


def main(which: str) -> int:
    """Ask about the packages of `pip` or of `npm`."""
    what, ask = {"pip": ("Python", ask_pip), "npm": ("npm", ask_npm)}[which]
    return tell(what, ask(), strict=bool(os.environ.get("WAYBILL_REQUIRE_ADVISORIES")))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
