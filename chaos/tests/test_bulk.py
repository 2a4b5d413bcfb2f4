"""The fault of a bulk action: how many, when a worker is killed, and what is called wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bench.stack import HOME, BenchStack
from dev.processes.supervisor import Supervisor

from chaos.bulk.answering import Answers
from chaos.bulk.compared import action_wrong, effects_judge, kills_at
from chaos.faults.fault import Fault
from chaos.stage import Stage
from chaos.tests.test_drill import NOWHERE
from chaos.verdict import Effect, Verdict


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    """A stage of which only what a test puts there is asked."""
    stage = Stage(BenchStack(NOWHERE, Supervisor(HOME)), Path("nowhere"))
    seen = [Effect("keyed", f"again {number}", "k", 1.0) for number in (1, 2, 2, 4)]
    monkeypatch.setattr(stage, "effects", lambda: seen)
    return stage


@pytest.mark.parametrize(
    ("quick", "size", "expected"), [(False, None, 100), (True, None, 1), (True, 7, 7)]
)
def test_the_size_is_the_whole_suites_the_quick_runs_or_the_given_one(
    stage: Stage, *, quick: bool, size: int | None, expected: int
) -> None:
    def run(_: Stage, *, size: int = 1) -> Verdict:
        return Verdict(size, 0, [], [], 0, 0.0)

    assert Fault(0, "many", run, at_size=100)(stage, quick=quick, size=size).accepted == expected


def test_a_size_is_nothing_to_a_fault_without_one(stage: Stage) -> None:
    fault = Fault(0, "one", lambda _: Verdict(1, 0, [], [], 0, 0.0))
    assert fault(stage, quick=False, size=9).accepted == 1


def test_kills_are_spread_over_the_action() -> None:
    assert kills_at(100, 3) == [25, 50, 75]
    assert kills_at(10, 0) == []


def test_a_company_without_an_effect_is_lost(stage: Stage) -> None:
    found = Verdict(1, 0, [], [], 0, 0.0)
    effects_judge(stage, found, "again ", 4)
    assert (found.accepted, found.effects, found.lost) == (4, 4, ["again 3"])


def _action(**told: Any) -> dict[str, Any]:
    return {"id": "1", "total": 5, "refused": 0, "finished_at": "2026-11-29T12:00:00Z"} | told


@pytest.mark.parametrize(
    ("told", "rows", "words"),
    [
        ({"status": "done", "done": 5}, (5, 0, 0, 5), []),
        ({"status": "done", "done": 5}, (4, 0, 1, 4), ["its items are"]),
        ({"status": "done", "done": 5}, (5, 0, 0, 4), ["its items are"]),
        ({"status": "running", "done": 5}, (5, 0, 0, 5), ["ended running"]),
        ({"status": "done", "done": 4}, (4, 0, 1, 4), ["instead of 5"]),
        ({"status": "done", "done": 5, "finished_at": None}, (5, 0, 0, 5), ["no moment"]),
    ],
)
def test_an_action_is_as_its_items_say(
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
    told: dict[str, Any],
    rows: tuple[int, ...],
    words: list[str],
) -> None:
    monkeypatch.setattr(stage, "query", lambda *_: rows)
    wrong = action_wrong(stage, _action(**told), "done", 5)
    assert len(wrong) == len(words)
    assert all(word in each for word, each in zip(words, wrong, strict=True))


def test_a_missing_answer_is_wrong_and_a_slow_one_is_told() -> None:
    slow = Answers(seconds=[0.1] * 50 + [2.0] * 50)
    assert slow.broken == []
    assert slow.p99 == 2.0
    assert "503" in Answers(seconds=[0.1], wrong=["the list: 503"]).broken[0]
