from __future__ import annotations

import sys
import textwrap
from pathlib import Path

import pytest

from dev.layout import TEST
from dev.processes.supervisor import Supervisor
from dev.testing.run import Outcome, Session, _outcomes
from dev.testing.stages import Needs, Stage

MEET = textwrap.dedent(
    """
    import pathlib, sys, time
    own, other = map(pathlib.Path, sys.argv[1:])
    own.touch()
    until = time.monotonic() + 60
    while not other.exists():
        if time.monotonic() > until:
            sys.exit(f"{other.name} never came")
        time.sleep(0.02)
    """
)


class WithoutServers(Session):
    """Runs stages for real; what they need is said to be there."""

    def __init__(self) -> None:
        super().__init__(Supervisor(TEST))
        self.done: list[str] = []

    def reach(self, level: Needs) -> None:
        if level > self.level:
            self.done.append(level.name)
            self.level = level
            self.variables = {"WAYBILL_LEVEL": level.name}

    def build(self) -> None:
        self.done.append("build")


def _meeting(name: str, other: str, folder: Path, *, needs: Needs, beside: bool = False) -> Stage:
    command = [sys.executable, "-c", MEET, str(folder / name), str(folder / other)]
    return Stage(name, "none", command, needs=needs, beside=beside)


def _ending(name: str, code: int, needs: Needs) -> Stage:
    return Stage(name, "none", [sys.executable, "-c", f"raise SystemExit({code})"], needs=needs)


@pytest.fixture(autouse=True)
def logs() -> None:
    TEST.create()


def test_stages_with_and_without_servers_run_side_by_side(tmp_path: Path) -> None:
    chosen = [
        _meeting("quiet", "stores", tmp_path, needs=Needs.NOTHING),
        _meeting("own servers", "quiet", tmp_path, needs=Needs.NOTHING, beside=True),
        _meeting("stores", "own servers", tmp_path, needs=Needs.STORES),
    ]

    outcomes = _outcomes(WithoutServers(), chosen)

    assert [(each.name, each.result) for each in outcomes] == [
        ("quiet", "passed"),
        ("own servers", "passed"),
        ("stores", "passed"),
    ]


def test_a_failure_ends_no_other_stage_and_a_whole_stack_finds_its_build(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CI", "true")  # where a stage on a whole stack is never skipped
    session = WithoutServers()
    chosen = [
        _ending("refused", 3, Needs.NOTHING),
        _ending("fine", 0, Needs.NOTHING),
        _ending("stores", 1, Needs.STORES),
        _ending("browser", 0, Needs.STACK),
    ]

    outcomes = _outcomes(session, chosen)

    assert [each.result for each in outcomes] == ["failed", "passed", "failed", "passed"]
    assert sorted(session.done[:-1]) == ["STORES", "build"]
    assert session.done[-1] == "STACK"


def test_a_stage_without_servers_knows_no_variables_of_those_beside_it() -> None:
    session = WithoutServers()
    code = "import os; raise SystemExit('WAYBILL_LEVEL' in os.environ)"
    command = [sys.executable, "-c", code]

    session.run(Stage("stores", "none", command, needs=Needs.STORES))
    outcome = session.run(Stage("quiet", "none", command))

    assert session.variables == {"WAYBILL_LEVEL": "STORES"}
    assert outcome.result == "passed"


def test_nothing_begins_after_an_end(tmp_path: Path) -> None:
    class Interrupted(WithoutServers):
        def run(self, stage: Stage) -> Outcome:
            if stage.needs is Needs.STORES:
                raise KeyboardInterrupt
            return super().run(stage)

    never = _meeting("waits", "for ever", tmp_path, needs=Needs.NOTHING)
    after = Stage("after", "none", [sys.executable, "-c", MEET, str(tmp_path / "after"), "/"])

    with pytest.raises(KeyboardInterrupt):
        _outcomes(Interrupted(), [never, after, _ending("stores", 0, Needs.STORES)])

    assert not (tmp_path / "after").exists()
