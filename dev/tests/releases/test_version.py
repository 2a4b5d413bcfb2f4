"""Waybill's version is one number, wherever it stands."""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import tomllib
from pathlib import Path

import pytest

from dev.layout import BACKEND, CLIENT, FRONTEND, ROOT

VERSION = str(runpy.run_path(str(BACKEND / "core" / "version.py"))["VERSION"])
LAST = tomllib.loads((ROOT / "chaos" / "upgrade" / "last_release.toml").read_text())
SECTION = re.compile(r"^## (\S+)", re.MULTILINE)


def as_numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


@pytest.mark.parametrize("folder", [BACKEND, CLIENT], ids=["backend", "client"])
def test_python_packages_have_it(folder: Path) -> None:
    assert tomllib.loads((folder / "pyproject.toml").read_text())["project"]["version"] == VERSION


@pytest.mark.parametrize("name", ["package.json", "package-lock.json"])
def test_the_pages_have_it(name: str) -> None:
    assert json.loads((FRONTEND / name).read_text())["version"] == VERSION


def test_the_changelog_has_a_section_for_it_above_the_last_release() -> None:
    sections = SECTION.findall((ROOT / "CHANGELOG.md").read_text())
    assert sections[:3] == ["Unreleased", VERSION, LAST["version"]]


def test_the_last_release_is_an_earlier_one() -> None:
    assert as_numbers(str(LAST["version"])) < as_numbers(VERSION)


def test_migrations_of_the_last_release_are_those_of_its_commit() -> None:
    """Where the history is at hand: a shallow clone does not have that commit."""
    known = ["git", "cat-file", "-e", f"{LAST['commit']}^{{commit}}"]
    if subprocess.run(known, cwd=ROOT, capture_output=True, check=False).returncode != 0:
        pytest.skip("this clone does not have the last release's commit")
    listing = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", LAST["commit"], "backend/core"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.findall(r"core/(\w+)/migrations/(\d\w+)\.py", listing.stdout)
    released = (ROOT / "dev" / "migrations" / "released.txt").read_text().split()
    assert sorted(".".join(each) for each in found) == released
