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
    assert runpy.run_path(str(CONFIG))["basic_auth"] == ["operator:correct-horse-battery"]


def test_the_sign_in_may_be_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "flower").write_text("operator:with,comma-and-more\n")
    monkeypatch.delenv("FLOWER_BASIC_AUTH", raising=False)
    monkeypatch.setenv("FLOWER_BASIC_AUTH_FILE", str(tmp_path / "flower"))
    assert runpy.run_path(str(CONFIG))["basic_auth"] == ["operator:with,comma-and-more"]


def test_a_missing_file_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("FLOWER_BASIC_AUTH", raising=False)
    monkeypatch.setenv("FLOWER_BASIC_AUTH_FILE", str(tmp_path / "flower"))
    with pytest.raises(SystemExit, match="waybill: FLOWER_BASIC_AUTH_FILE names"):
        runpy.run_path(str(CONFIG))
