from __future__ import annotations

import pytest

from chaos.client import Accepted
from chaos.recovery.figures import Downtime, InFlight, Loss, in_flight, loss
from chaos.recovery.rounds import LONGEST_RPO_SECONDS, Result, Round
from chaos.verdict import Effect, judge

DESTROYED_AT = 100.0


def accepted(number: int, at: float) -> Accepted:
    return Accepted(f"id-{number}", f"WB-{number}", f"key-{number}", "keyed", 0.01, at)


WORK = [accepted(1, 97.0), accepted(2, 98.5), accepted(3, 99.9)]


def lost(recovered: set[str], *, until: float = 0.0, delivered: tuple[int, ...] = ()) -> Loss:
    effects = [Effect("keyed", f"WB-{each}", f"key-{each}", 99.0) for each in delivered]
    return loss(WORK, recovered, effects, until=until, destroyed_at=DESTROYED_AT)


def test_nothing_missing_is_an_rpo_of_zero() -> None:
    found = lost({"WB-1", "WB-2", "WB-3"})
    assert (found.acknowledged, found.missing, found.rpo_seconds) == (3, [], 0.0)


def test_the_rpo_counts_from_the_first_that_is_missing() -> None:
    found = lost({"WB-1"})
    assert found.missing == ["WB-2", "WB-3"]
    assert found.rpo_seconds == pytest.approx(1.5)


def test_what_was_acknowledged_before_the_moment_may_not_be_missing() -> None:
    assert lost({"WB-2"}, until=98.0).too_early == ["WB-1"]
    assert lost({"WB-1"}, until=98.0).too_early == []


def test_an_effect_of_what_is_missing_is_an_orphan() -> None:
    assert lost({"WB-1"}, delivered=(1, 3)).orphans == ["WB-3"]


def test_an_answer_that_came_after_the_end_costs_no_time() -> None:
    late = [accepted(4, DESTROYED_AT + 0.2)]
    assert loss(late, set(), [], until=0.0, destroyed_at=DESTROYED_AT).rpo_seconds == 0.0


def test_what_was_in_flight_is_read_from_what_the_command_says() -> None:
    said = (
        "   1,031 steps are looked up at their destination before they are sent.\n"
        "      12 steps are repeated under their key.\n"
        "       7 steps are unknown: they may have been sent, and nobody can be asked.\n"
        "       0 steps become unknown when it is their turn, for the same reason.\n"
    )
    assert in_flight(said) == InFlight(looked_up=1_031, repeated=12, unknown=7)


def test_a_command_that_says_something_else_is_no_zero() -> None:
    with pytest.raises(ValueError, match="unpack"):
        in_flight("Nothing was under way.")


def wrong(chosen: Round, found: Loss) -> list[str]:
    nothing = judge([], [], {}, fault_ended_at=DESTROYED_AT)
    return Result(chosen, found, Downtime(), nothing, InFlight(1, 1, 1), 1).wrong


def test_an_archive_that_lags_is_no_recovery_to_the_last_moment() -> None:
    def missing(seconds: float) -> Loss:
        end = [accepted(1, 10.0), accepted(2, DESTROYED_AT - seconds)]
        return loss(end, {"WB-1"}, [], until=0.0, destroyed_at=DESTROYED_AT)

    last = Round("to the last moment")
    assert wrong(last, missing(LONGEST_RPO_SECONDS - 1)) == []
    assert wrong(last, missing(LONGEST_RPO_SECONDS + 1)) == [
        "the last 6.0 s are missing: the archive lags"
    ]
    assert wrong(Round("to a moment", moment=True), missing(60)) == []
    assert wrong(Round("synchronous", synchronous=True), missing(0.1)) == ["WB-2 is missing"]


@pytest.mark.parametrize("moment", [False, True])
def test_a_round_in_which_nothing_was_acknowledged_proves_nothing(moment: bool) -> None:
    nothing = loss([], set(), [], until=0.0, destroyed_at=DESTROYED_AT)
    assert wrong(Round("to the end", moment=moment), nothing) == ["nothing was acknowledged"]
