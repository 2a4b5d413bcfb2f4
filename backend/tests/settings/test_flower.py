from __future__ import annotations

import runpy
from pathlib import Path

import pytest

CONFIG = Path(__file__).parents[2] / "flowerconfig.py"


@pytest.mark.parametrize("auth", ["", "operator", "operator:", "operator:short"])
def test_flower_does_not_start_without_a_sign_in(
    monkeypatch: pytest.MonkeyPatch, auth: str
) -> None:
    monkeypatch.setenv("FLOWER_BASIC_AUTH", auth)
    with pytest.raises(SystemExit, match="FLOWER_BASIC_AUTH"):
        runpy.run_path(str(CONFIG))


def test_flower_starts_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLOWER_BASIC_AUTH", "operator:correct-horse-battery")
    assert runpy.run_path(str(CONFIG))["password"] == "correct-horse-battery"  # of the test
