from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from dev.layout import FRONTEND, ROOT
from dev.testing.advisories import LOCKS, Answer, pinned, read_npm, read_pip, tell
from dev.testing.committed_secrets import committed_files

CLEAN = {"dependencies": [{"name": "aiohttp", "version": "3.14.5", "vulns": []}]}
FOUND = {"id": "PYSEC-2026-1", "fix_versions": ["3.14.6"]}
UNASKED = {"name": "aiohttp", "skip_reason": "Dependency not found on PyPI"}
NPM_FOUND = {
    "vulnerabilities": {
        "next": {
            "name": "next",
            "range": "<16.4.7",
            "severity": "high",
            "via": [{"url": "https://example.com/GHSA-1"}, "other"],
        }
    },
    "metadata": {"dependencies": {"total": 700}},
}


def test_a_clean_answer_counts_what_was_asked() -> None:
    assert read_pip(json.dumps(CLEAN)) == Answer(1)


def test_a_finding_names_the_package_and_the_version_that_mends_it() -> None:
    broken = {"dependencies": [CLEAN["dependencies"][0] | {"vulns": [FOUND]}]}
    assert read_pip(json.dumps(broken)).findings == (
        "aiohttp 3.14.5: PYSEC-2026-1, fixed in 3.14.6",
    )


@pytest.mark.parametrize(
    "report", [json.dumps({"dependencies": [UNASKED]}), "ConnectionError: no route", ""]
)
def test_packages_that_were_not_looked_up_are_not_called_clean(report: str) -> None:
    assert read_pip(report).unreachable
    assert not read_pip(report).findings


def test_npm_findings_name_their_source() -> None:
    assert read_npm(json.dumps(NPM_FOUND)).findings == (
        "next <16.4.7: https://example.com/GHSA-1, by other (high)",
    )


@pytest.mark.parametrize("report", ['{"message": "405 Method Not Allowed"}', "npm error", ""])
def test_npm_without_an_answer_is_not_called_clean(report: str) -> None:
    assert read_npm(report).unreachable


@pytest.mark.parametrize(
    ("answer", "strict", "code", "said"),
    [
        (Answer(700), True, 0, "Advisories: none for 700 npm packages"),
        (Answer(700, ("next: GHSA-1",)), False, 1, "Advisories: 1 findings in 700 npm packages"),
        (Answer(0, unreachable="405"), False, 0, "NOT checked"),
        (Answer(0, unreachable="405"), True, 1, "NOT checked"),
    ],
)
def test_only_a_developers_machine_may_leave_it_unasked(
    answer: Answer, strict: bool, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tell("npm", answer, strict=strict) == code
    assert said in capsys.readouterr().out


def test_a_package_with_two_versions_is_asked_about_twice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("psycopg[binary,pool]==3.3.9 \\\n    --hash=sha256:1\nx==1\n")
    (tmp_path / "b.txt").write_text("x==1\nx==2 ; python_version < '3.12'\n")
    locks = [tmp_path / "a.txt", tmp_path / "b.txt"]
    assert pinned(locks) == [{"psycopg": "3.3.9", "x": "1"}, {"x": "2"}]
    assert len(pinned(LOCKS)[0]) > 150


def test_every_python_package_is_pinned_to_a_hash() -> None:
    for lock in LOCKS:
        pinned = re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n", "", lock.read_text()).strip())
        loose = [one.split()[0] for one in pinned if "==" not in one or "--hash=sha256:" not in one]
        assert not loose, f"{lock.name}: {loose}"


def test_every_npm_package_of_the_images_is_pinned_to_a_hash() -> None:
    """Builds for other machines are pinned to a version: the lock file was made without them."""
    packages = json.loads((FRONTEND / "package-lock.json").read_text())["packages"]
    loose = [
        name
        for name, one in packages.items()
        if name and not one.get("link") and not one.get("integrity") and _for_the_images(one)
    ]
    assert loose == []


def _for_the_images(one: dict[str, Any]) -> bool:
    """Debian on a 64-bit Intel or Arm processor."""
    return (
        "linux" in one.get("os", ["linux"])
        and {"x64", "arm64"} & set(one.get("cpu", ["x64"])) != set()
        and "glibc" in one.get("libc", ["glibc"])
    )


@pytest.mark.parametrize("name", ["django", "celery", "nextjs"])
def test_images_install_nothing_without_its_hash(name: str) -> None:
    text = (ROOT / "docker" / f"Dockerfile.{name}").read_text().replace("\\\n", " ")
    installs = re.findall(r"(?:pip install|npm (?:ci|install|i)\b)[^\n]*", text)
    assert installs
    for command in installs:
        assert command.startswith("npm ci") or "--require-hashes" in command, command


def test_the_secrets_scan_reads_more_than_code() -> None:
    files = committed_files()
    assert {"README.md", "docker/docker-compose.yml", "backend/manage.py"} <= set(files)
    assert "frontend/package-lock.json" not in files
