from __future__ import annotations

import json
from pathlib import Path

from chaos.client import Accepted
from chaos.verdict import Effect, Verdict, judge, read_effects


def accepted(number: int) -> Accepted:
    return Accepted(f"id-{number}", f"WB-{number}", f"key-{number}", "keyed", 0.01)


def effect(number: int, at: float = 1.0) -> Effect:
    return Effect("keyed", f"WB-{number}", f"key-{number}", at)


def verdict(effects: list[Effect], states: dict[str, str]) -> Verdict:
    return judge([accepted(1), accepted(2)], effects, states, fault_ended_at=2.0)


def test_everything_delivered_once_is_survived() -> None:
    found = verdict([effect(1), effect(2, at=5.5)], {"id-1": "succeeded", "id-2": "succeeded"})
    assert found.passed
    assert (found.accepted, found.effects, found.recovery_seconds) == (2, 2, 3.5)


def test_an_acceptance_without_a_row_is_lost() -> None:
    assert verdict([effect(1)], {"id-1": "succeeded"}).lost == ["WB-2"]


def test_a_success_that_the_destination_never_saw_is_lost() -> None:
    assert verdict([effect(1)], {"id-1": "succeeded", "id-2": "succeeded"}).lost == ["WB-2"]


def test_what_is_still_on_its_way_is_lost() -> None:
    assert verdict([], {"id-1": "delivering", "id-2": "accepted"}).lost == ["WB-1", "WB-2"]


def test_a_second_effect_is_a_double_even_if_it_was_never_answered() -> None:
    states = {"id-1": "succeeded", "id-2": "needs_attention"}
    assert verdict([effect(1), effect(1), effect(9), effect(9)], states).doubled == ["WB-1", "WB-9"]


def test_a_failure_that_the_destination_has_is_no_failure() -> None:
    found = verdict([effect(1), effect(2)], {"id-1": "failed", "id-2": "succeeded"})
    assert not found.passed
    assert "WB-1" in found.broken[0]


def test_an_unknown_end_is_open_and_counted() -> None:
    found = verdict([effect(1)], {"id-1": "needs_attention", "id-2": "failed"})
    assert (found.passed, found.unknown) == (True, 1)


def test_the_log_is_read_as_it_was_written(tmp_path: Path) -> None:
    log = tmp_path / "log"
    line = {"kind": "keyed", "reference": "WB-1", "key": "key-1", "at": 1.0}
    log.write_text(json.dumps(line) + "\n")
    assert read_effects(log) == [effect(1)]
    assert read_effects(tmp_path / "none") == []
