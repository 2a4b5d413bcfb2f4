"""Whatever one step run does to the engine stays its own trouble."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from core.delivery.claim import Claim, claim_due, connection_queues_due
from core.delivery.claim import claimer as claimer_module
from core.delivery.claim import unseal as unseal_module
from core.delivery.outcome import Outcome
from core.delivery.run import deliver_queue
from core.delivery.send import attempt as attempt_module
from core.delivery.settle import settle, settle_with_retry
from core.submissions.models import Attempt, AttemptOutcome, StepRun, StepStatus, Submission
from tests.destination import Sink
from tests.engine import Accept, deliver, run_of

pytestmark = pytest.mark.django_db(transaction=True)

BLIND = "request.send"
COUNT = 12


@pytest.fixture
def accepted(accept: Accept) -> list[Submission]:
    return [accept(("only", [], BLIND)) for _ in range(COUNT)]


def nested(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = {"a": value}
    return value


def claims() -> list[Claim]:
    quotas = dict.fromkeys(connection_queues_due(queue="default"), COUNT)
    return claim_due(queue="default", quotas=quotas, worker="test").claims


def delivered(claim: Claim, record: str = "7", **extra: Any) -> Outcome:
    plain = Outcome(
        step_run_id=claim.step_run_id,
        fence=claim.fence,
        claimed_at=claim.claimed_at,
        status=StepStatus.SUCCEEDED,
        attempt=AttemptOutcome.SUCCEEDED,
        output={"record": record},
        record=record,
    )
    return replace(plain, **extra)


POISON: dict[str, dict[str, Any]] = {
    "half a surrogate": {"response": {"body": "\ud800"}},
    "a NUL": {"output": {"record": "7", "note": "a\x00b"}},
    "no number": {"response": {"body": float("nan")}},
    "too deep for Python": {"response": nested(100_000)},
    "no JSON at all": {"request": {"body": {1, 2}}},
}


@pytest.mark.parametrize("poison", POISON.values(), ids=POISON)
def test_an_outcome_that_cannot_be_stored_keeps_its_end_and_its_record(
    accepted: list[Submission], poison: dict[str, Any]
) -> None:
    held = claims()
    outcomes = [delivered(claim, **(poison if n == 5 else {})) for n, claim in enumerate(held)]
    settled = settle_with_retry(claims=held, outcomes=outcomes)
    assert (len(settled.submission_ids), settled.stale) == (COUNT, 0)
    runs = {run.pk: run for run in StepRun.unscoped.all()}
    assert {run.status for run in runs.values()} == {StepStatus.SUCCEEDED}
    assert {run.record for run in runs.values()} == {"7"}
    output = runs[held[5].step_run_id].output
    assert output is not None
    assert output["record"] == "7"


def test_a_record_that_cannot_be_stored_is_left_out(accepted: list[Submission]) -> None:
    held = claims()
    outcomes = [
        delivered(claim, record="\ud800" if n == 5 else "7") for n, claim in enumerate(held)
    ]
    settle_with_retry(claims=held, outcomes=outcomes)
    runs = {run.pk: run for run in StepRun.unscoped.all()}
    assert {run.status for run in runs.values()} == {StepStatus.SUCCEEDED}
    assert runs[held[5].step_run_id].record == ""
    assert "could not be stored" in Attempt.unscoped.get(step_run=held[5].step_run_id).message


def breaks_for(
    monkeypatch: pytest.MonkeyPatch, module: Any, name: str, victim: Submission, place: int = 0
) -> None:
    """Let a function raise for one submission; its claim is the argument at ``place``."""
    real = getattr(module, name)

    def broken(*args: Any, **kwargs: Any) -> Any:
        if args[place].submission_id == victim.pk:
            raise RecursionError("too deep")
        return real(*args, **kwargs)

    monkeypatch.setattr(module, name, broken)


def others_delivered(accepted: list[Submission], victim: Submission) -> bool:
    runs = [run_of(each) for each in accepted if each != victim]
    return {run.status for run in runs} == {StepStatus.SUCCEEDED}


def test_a_redaction_that_breaks_costs_the_record_of_its_own_attempt(
    accepted: list[Submission], monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = accepted[3]
    breaks_for(monkeypatch, attempt_module, "outcome_redact", victim, place=1)
    deliver()
    assert others_delivered(accepted, victim)
    assert run_of(victim).status == StepStatus.SUCCEEDED
    assert Attempt.unscoped.get(step_run=run_of(victim)).response is None


def test_a_claim_that_cannot_be_unsealed_waits_alone(
    accepted: list[Submission], monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = accepted[3]
    monkeypatch.setattr(unseal_module, "_is_sealed", lambda claim: claim.submission_id == victim.pk)

    def broken(*_: object) -> None:
        raise KeyError("damaged")

    monkeypatch.setattr(unseal_module, "sensitive_answers", broken)
    deliver()
    assert others_delivered(accepted, victim)
    assert run_of(victim).status == StepStatus.WAITING
    assert "cannot be opened" in run_of(victim).error_message


def test_a_payload_that_cannot_be_computed_fails_alone(
    accepted: list[Submission], monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = accepted[3]
    real = attempt_module._payload

    def broken(current: Any) -> Any:
        if current.claim.submission_id == victim.pk:
            raise RecursionError("too deep")
        return real(current)

    monkeypatch.setattr(attempt_module, "_payload", broken)
    deliver()
    assert others_delivered(accepted, victim)
    assert run_of(victim).status == StepStatus.WAITING


def test_a_claim_that_fails_lets_what_is_in_flight_complete(
    accepted: list[Submission], sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    sink.delay = 0.3
    real, calls = claimer_module.Claimer.claim, []

    def fails_later(self: Any, quotas: Any) -> Any:
        calls.append(quotas)
        if len(calls) > 1:
            raise RuntimeError("the database went away")
        return real(self, dict.fromkeys(quotas, 4))

    monkeypatch.setattr(claimer_module.Claimer, "claim", fails_later)
    with pytest.raises(RuntimeError, match="went away"):
        deliver()
    statuses = [run_of(each).status for each in accepted]
    assert statuses.count(StepStatus.SUCCEEDED) == 4
    assert statuses.count(StepStatus.READY) == COUNT - 4


def test_a_settlement_that_fails_lets_the_others_be_settled(
    accepted: list[Submission], monkeypatch: pytest.MonkeyPatch
) -> None:
    victim, real = accepted[3], settle

    def broken(*, held: Any, **rest: Any) -> Any:
        if any(claim.submission_id == victim.pk for claim in held):
            raise ZeroDivisionError
        return real(held=held, **rest)

    monkeypatch.setattr("core.delivery.settle.with_retry.settle", broken)
    deliver()
    assert others_delivered(accepted, victim)
    assert run_of(victim).status == StepStatus.SENDING  # the sweeper ends it, by effect class


def test_an_attempt_that_was_cancelled_before_it_began_is_given_back(
    accepted: list[Submission], sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = asyncio.create_task

    def cancelled(coroutine: Any, **options: Any) -> Any:
        task = real(coroutine, **options)
        if coroutine.__name__ == "attempt_send":
            task.cancel()
        return task

    monkeypatch.setattr("core.delivery.run.loop.asyncio.create_task", cancelled)
    stop_after = iter([False, False, False, True])
    deliver_queue(queue="default", worker="test", stopping=lambda: next(stop_after, True))
    assert sink.requests == []
    assert {run_of(each).status for each in accepted} == {StepStatus.READY}
