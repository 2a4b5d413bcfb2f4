"""Decides an attempt's outcome, the next state of its step run, and its connection signal."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, assert_never

from core.delivery.outcome.backoff import backoff_seconds, retry_after_seconds
from core.delivery.outcome.connection_signals import Signal
from core.submissions.models import AttemptOutcome, StepStatus
from integrations.sdk import (
    AuthFailed,
    ConnectorError,
    Effect,
    EgressBlocked,
    InvalidInput,
    OutcomeUnknown,
    Output,
    RateLimited,
    Transient,
)
from waybill_definitions.document import RetryPolicy

PARKED_SECONDS = 60.0
_REFUSED_TRIES = 3
_LONGEST_CONDITION = 500
"""Characters that the log keeps of one."""
NOT_NEEDED = "Not needed for this submission."
UNSTORED = "The request and the answer of this attempt could not be stored."


@dataclass(slots=True)  # like a claim
class Outcome:
    """The end of one attempt. ``retry_in``: seconds, only for ``waiting`` and ``ready``.

    ``counts``: whether it counts against the policy's tries. ``skipped_by``: the text of the
    condition that was false.
    """

    step_run_id: uuid.UUID
    fence: int
    claimed_at: datetime
    status: StepStatus
    attempt: AttemptOutcome
    retry_in: float | None = None
    counts: bool = False
    in_doubt: bool = False
    output: dict[str, Any] | None = None
    record: str = ""
    record_url: str = ""
    error_kind: str = ""
    message: str = ""
    request: dict[str, Any] | None = None
    response: dict[str, Any] | None = None
    skipped_by: str | None = None
    signal: Signal = field(default_factory=Signal)


@dataclass(frozen=True, slots=True)
class AttemptContext:
    """The facts about the ended attempt that the decision needs.

    ``in_doubt``: an earlier send may have arrived, and this attempt did not find out.
    ``look_up_in``: seconds until a look-up can trust what it finds. ``written``: whether a writing
    request was sent. ``tries``: all tries, including this one and those without a counted failure.
    """

    step_run_id: uuid.UUID
    fence: int
    claimed_at: datetime
    failures: int
    tries: int
    effect: Effect
    policy: RetryPolicy
    in_doubt: bool
    look_up_in: float
    written: bool
    request: dict[str, Any] | None
    response: dict[str, Any] | None


def delivered(context: AttemptContext, output: Output, *, found: bool) -> Outcome:
    """The destination has it: from this send, or (``found``) from an earlier one."""
    return Outcome(
        step_run_id=context.step_run_id,
        fence=context.fence,
        claimed_at=context.claimed_at,
        status=StepStatus.SUCCEEDED,
        attempt=AttemptOutcome.FOUND if found else AttemptOutcome.SUCCEEDED,
        output=_values(output),
        record=output.record or "",
        record_url=output.record_url or "",
        request=context.request,
        response=context.response,
        signal=Signal(answered=1),
    )


def not_needed(context: AttemptContext, condition: str) -> Outcome:
    """Its condition is false, so nothing was sent: no try is spent, nothing said of the connection.

    ``condition``: its text, for those who operate. What the submission holds is not in it.
    """
    return Outcome(
        step_run_id=context.step_run_id,
        fence=context.fence,
        claimed_at=context.claimed_at,
        status=StepStatus.SKIPPED,
        attempt=AttemptOutcome.SKIPPED,
        message=NOT_NEEDED,
        skipped_by=condition[:_LONGEST_CONDITION],
    )


def _values(output: Output) -> dict[str, Any]:
    """The output as JSON. If it cannot be written as JSON, only the record is kept."""
    try:
        return output.model_dump(mode="json")
    except (ValueError, RecursionError, TypeError):
        return {"record": output.record, "record_url": output.record_url}


def without_evidence(outcome: Outcome, record: str = "") -> Outcome:
    """The same outcome without request, answer and message, which cannot be stored."""
    return replace(
        outcome,
        output=None if outcome.output is None else {"record": record or None},
        record=record,
        record_url="",
        message=UNSTORED,
        request=None,
        response=None,
        signal=replace(outcome.signal, refused=outcome.signal.refused and UNSTORED),
    )


def failed(context: AttemptContext, error: ConnectorError) -> Outcome:
    """Decide by recovery."""
    match error:
        case InvalidInput() if context.in_doubt and context.effect is Effect.READABLE:
            # The look-up was refused, so the earlier send stays in doubt.
            return _ended(context, error, StepStatus.UNKNOWN, Signal(answered=1))
        case EgressBlocked():
            return _ended(context, error, StepStatus.FAILED)
        case InvalidInput():
            return _ended(context, error, StepStatus.FAILED, Signal(answered=1))
        case OutcomeUnknown():
            return _lost(context, error)
        case RateLimited(retry_after=asked):
            # It spends no tries of the policy, but each wait is longer than the last.
            delay = retry_after_seconds(context.policy, asked, context.tries)
            signal = Signal(throttled=1, cool_seconds=asked)
            return _put_off(context, error, delay, signal, counts=False)
        case AuthFailed():
            return _refused_alone(context, error)
        case Transient(retry_after=asked) if asked is not None:
            delay = retry_after_seconds(context.policy, asked, context.failures + 1)
            return _put_off(context, error, delay, Signal(failed=1, cool_seconds=asked))
        case _:
            delay = backoff_seconds(context.policy, context.failures + 1)
            # A failure on our side says nothing about the destination.
            signal = Signal() if error.kind == ConnectorError.kind else Signal(failed=1)
            return _put_off(context, error, delay, signal)


def sign_in_refused(context: AttemptContext, error: AuthFailed) -> Outcome:
    """The connection's own test was refused too: the connection pauses, the step waits."""
    return _again(context, error, 0.0, Signal(refused=error.message), counts=False)


def _refused_alone(context: AttemptContext, error: AuthFailed) -> Outcome:
    """A sign-in was refused, but the connection's own test does not confirm it.

    Waybill treats it as a problem of this payload: only this step is tried again, a few times.
    """
    if context.failures + 1 >= _REFUSED_TRIES:
        return _ended(context, error, StepStatus.FAILED, Signal(answered=1))
    delay = backoff_seconds(context.policy, context.failures + 1)
    return _again(context, error, delay, Signal(answered=1))


def _put_off(
    context: AttemptContext,
    error: ConnectorError,
    delay: float,
    signal: Signal,
    *,
    counts: bool = True,
) -> Outcome:
    """Try later, if that is safe: “not now” does not prove that nothing was done."""
    if getattr(error, "not_done", False) or not context.written:
        return _again(context, error, delay, signal, counts=counts)
    return _in_doubt(context, error, delay, signal, counts=counts)


def parked(context: AttemptContext, error: ConnectorError) -> Outcome:
    """Nothing can be sent until somebody fixes something in Waybill: check again later.

    It spends no tries, says nothing about the destination, and does not change a doubt.
    """
    return _failure(
        context,
        error,
        StepStatus.WAITING,
        Signal(),
        counts=False,
        in_doubt=context.in_doubt,
        retry_in=PARKED_SECONDS,
    )


def not_repeated(context: AttemptContext, error: OutcomeUnknown) -> Outcome:
    """A send in doubt that nobody can repeat safely: blind, or its key is forgotten there."""
    return _ended(context, error, StepStatus.UNKNOWN)


def interrupted(context: AttemptContext, error: OutcomeUnknown, *, sent: bool) -> Outcome:
    """The worker had to stop during the attempt. Unsent work goes back unchanged."""
    if sent:
        return _lost(context, error, counts=False)
    return Outcome(
        step_run_id=context.step_run_id,
        fence=context.fence,
        claimed_at=context.claimed_at,
        status=StepStatus.READY,
        attempt=AttemptOutcome.GIVEN_BACK,
        retry_in=0.0,
        in_doubt=context.in_doubt,
        message="The worker stopped before it sent anything.",
    )


def abandoned(context: AttemptContext, *, sent: bool) -> Outcome:
    """The worker never came back. This counts as a try but says nothing of the destination."""
    words = "The worker stopped before it could say how this ended."
    if sent:
        lost = _lost(context, OutcomeUnknown(f"{words} It may have been done there."))
        return replace(lost, signal=Signal())
    return interrupted(context, OutcomeUnknown(words), sent=False)


def _lost(context: AttemptContext, error: OutcomeUnknown, *, counts: bool = True) -> Outcome:
    signal = Signal(failed=1) if counts else Signal()
    delay = backoff_seconds(context.policy, context.failures + 1)
    return _in_doubt(context, error, delay, signal, counts=counts)


def _in_doubt(
    context: AttemptContext, error: ConnectorError, delay: float, signal: Signal, *, counts: bool
) -> Outcome:
    """By effect class: send again under the key, look it up first, or leave it to a person."""
    match context.effect:
        case Effect.BLIND:
            return _ended(context, error, StepStatus.UNKNOWN, signal)
        case Effect.KEYED:
            return _again(context, error, delay, signal, counts=counts, in_doubt=True)
        case Effect.READABLE:
            wait = max(delay, context.look_up_in)
            return _again(context, error, wait, signal, counts=counts, in_doubt=True)
        case _:
            assert_never(context.effect)


def _again(
    context: AttemptContext,
    error: ConnectorError,
    delay: float,
    signal: Signal,
    *,
    counts: bool = True,
    in_doubt: bool = False,
) -> Outcome:
    """Try again later. Without tries left, end as the known facts allow."""
    doubt = context.in_doubt or in_doubt
    if counts and context.failures + 1 >= context.policy.max_tries:
        status = StepStatus.UNKNOWN if doubt else StepStatus.FAILED
        return _failure(context, error, status, signal, counts=True, in_doubt=doubt)
    return _failure(
        context, error, StepStatus.WAITING, signal, retry_in=delay, counts=counts, in_doubt=doubt
    )


def _ended(
    context: AttemptContext, error: ConnectorError, status: StepStatus, signal: Signal | None = None
) -> Outcome:
    in_doubt = status is StepStatus.UNKNOWN
    return _failure(context, error, status, signal or Signal(), counts=True, in_doubt=in_doubt)


def _failure(
    context: AttemptContext,
    error: ConnectorError,
    status: StepStatus,
    signal: Signal,
    *,
    counts: bool,
    in_doubt: bool,
    retry_in: float | None = None,
) -> Outcome:
    lost = isinstance(error, OutcomeUnknown)
    return Outcome(
        step_run_id=context.step_run_id,
        fence=context.fence,
        claimed_at=context.claimed_at,
        status=status,
        attempt=AttemptOutcome.LOST if lost else AttemptOutcome.FAILED,
        retry_in=retry_in,
        counts=counts,
        in_doubt=in_doubt,
        error_kind=error.kind,
        message=error.message,
        request=context.request,
        response=context.response,
        signal=signal,
    )
