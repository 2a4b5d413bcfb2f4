from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands

from administration import run_program
from administration.program import COMMANDS
from core.version import VERSION

BACKEND = Path(__file__).resolve().parents[2]


def test_every_command_exists() -> None:
    named = {name.replace("-", "_") for group in COMMANDS.values() for name in group}
    assert named <= set(get_commands())


def test_without_a_command_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_program([]) == 0
    printed = capsys.readouterr().out
    assert all(name in printed for group in COMMANDS.values() for name in group)


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_program(["--version"]) == 0
    assert capsys.readouterr().out == f"Waybill {VERSION}\n"


def test_an_unknown_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_program(["bakcup"]) == 2
    assert "there is no command bakcup" in capsys.readouterr().err


def test_a_missing_setting_is_one_line() -> None:
    ended = subprocess.run(
        [sys.executable, "waybill-admin", "reconcile"],
        cwd=BACKEND,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert "DATABASE_URL" in ended.stderr
    assert "Traceback" not in ended.stderr
