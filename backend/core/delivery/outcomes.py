"""What an attempt came to, and what becomes of its step run."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any, assert_never

from core.delivery.retry import RetryPolicy, backoff_seconds, retry_after_seconds
from core.submissions.models import AttemptOutcome, StepStatus
from integrations.sdk import (
    AuthFailed,
    ConnectorError,
    Effect,
    InvalidInput,
    OutcomeUnknown,
    Output,
    RateLimited,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of one attempt. ``retry_in`` is in seconds, for status ``waiting`` alone."""

    step_run_id: uuid.UUID
    fence: int
    status: StepStatus
    attempt: AttemptOutcome
    retry_in: float | None = None
    in_doubt: bool = False
    output: dict[str, Any] | None = None
    record: str = ""
    record_url: str = ""
    error_kind: str = ""
    message: str = ""
    request: dict[str, Any] | None = None
    response: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """What the decision needs to know of the attempt that just ended."""

    step_run_id: uuid.UUID
    fence: int
    tries: int
    effect: Effect
    policy: RetryPolicy
    request: dict[str, Any] | None
    response: dict[str, Any] | None


def delivered(tried: Tried, output: Output, *, found: bool) -> Outcome:
    """The destination has it: by this send, or (``found``) by an earlier one."""
    return Outcome(
        step_run_id=tried.step_run_id,
        fence=tried.fence,
        status=StepStatus.SUCCEEDED,
        attempt=AttemptOutcome.FOUND if found else AttemptOutcome.SUCCEEDED,
        output=output.model_dump(mode="json"),
        record=output.record or "",
        record_url=output.record_url or "",
        request=tried.request,
        response=tried.response,
    )


def failed(tried: Tried, error: ConnectorError, *, looking: bool) -> Outcome:
    """Decide by recovery. ``looking``: the look-up failed, so the question stays open."""
    policy, tries = tried.policy, tried.tries
    match error:
        case InvalidInput():
            return _failure(tried, error, StepStatus.FAILED)
        case OutcomeUnknown():
            return _unknown(tried, error)
        case RateLimited(retry_after=asked):
            delay = retry_after_seconds(policy, asked, tries)
        case AuthFailed():
            delay = max(policy.auth_seconds, backoff_seconds(policy, tries))
        case _:
            delay = backoff_seconds(policy, tries)
    if tries >= policy.max_tries:
        return _failure(tried, error, StepStatus.UNKNOWN if looking else StepStatus.FAILED)
    return _failure(tried, error, StepStatus.WAITING, retry_in=delay, in_doubt=looking)


def _unknown(tried: Tried, error: ConnectorError) -> Outcome:
    """By effect class: send again under the key, look it up first, or leave it to a person."""
    out_of_tries = tried.tries >= tried.policy.max_tries
    match tried.effect:
        case Effect.BLIND:
            return _failure(tried, error, StepStatus.UNKNOWN)
        case Effect.KEYED | Effect.READABLE if out_of_tries:
            return _failure(tried, error, StepStatus.UNKNOWN)
        case Effect.KEYED | Effect.READABLE:
            delay = backoff_seconds(tried.policy, tried.tries)
            in_doubt = tried.effect is Effect.READABLE
            return _failure(tried, error, StepStatus.WAITING, retry_in=delay, in_doubt=in_doubt)
        case _:
            assert_never(tried.effect)


def _failure(
    tried: Tried,
    error: ConnectorError,
    status: StepStatus,
    *,
    retry_in: float | None = None,
    in_doubt: bool = False,
) -> Outcome:
    return Outcome(
        step_run_id=tried.step_run_id,
        fence=tried.fence,
        status=status,
        attempt=_attempt_of(error),
        retry_in=retry_in,
        in_doubt=in_doubt,
        error_kind=error.kind,
        message=error.message,
        request=tried.request,
        response=tried.response,
    )


def _attempt_of(error: ConnectorError) -> AttemptOutcome:
    lost = isinstance(error, OutcomeUnknown)
    return AttemptOutcome.LOST if lost else AttemptOutcome.FAILED
