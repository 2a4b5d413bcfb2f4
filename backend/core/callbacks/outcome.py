"""What a try came to, what becomes of its callback, and what it says of the endpoint."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from http import HTTPStatus

from django.utils import timezone

from core.callbacks.claim import CallbackClaim
from core.callbacks.models import CallbackStatus
from core.delivery.outcome import jittered, with_retry_after

WAITS_SECONDS = (5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400)
"""After each failed try but the last: ten tries over about 75 hours."""
MAX_TRIES = len(WAITS_SECONDS) + 1
_JITTER = 0.1


class EndpointSignal(StrEnum):
    """What a try says of its endpoint; nothing where the fault was ours."""

    NOTHING = "nothing"
    ANSWERED = "answered"
    FAILED = "failed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class CallbackOutcome:
    """The end of one try. ``retry_in`` is in seconds, for ``pending`` alone.

    ``status_code``: None without an answer. ``answer``: how its body begins.
    """

    claim: CallbackClaim
    started_at: datetime
    ended_at: datetime
    status: CallbackStatus
    signal: EndpointSignal
    status_code: int | None = None
    message: str = ""
    answer: str = ""
    retry_in: float | None = None


def answered(
    claim: CallbackClaim,
    started_at: datetime,
    *,
    status_code: int,
    answer: str = "",
    retry_after: float | None = None,
) -> CallbackOutcome:
    """The receiver answered: any 2xx is a success, a redirect is a failure like any other."""
    if 200 <= status_code < 300:
        return accepted(claim, started_at, status_code=status_code, answer=answer)
    gone = status_code == HTTPStatus.GONE
    return _failure(
        claim,
        started_at,
        f"The receiver answered HTTP {status_code}.",
        retry_in=None if gone else wait_seconds(claim.tries, retry_after),
        signal=EndpointSignal.GONE if gone else EndpointSignal.FAILED,
        status_code=status_code,
        answer=answer,
    )


def accepted(
    claim: CallbackClaim,
    started_at: datetime,
    *,
    status_code: int | None = None,
    answer: str = "",
) -> CallbackOutcome:
    """The receiver took it. A mail server has no ``status_code``."""
    return CallbackOutcome(
        claim=claim,
        started_at=started_at,
        ended_at=timezone.now(),
        status=CallbackStatus.SUCCEEDED,
        signal=EndpointSignal.ANSWERED,
        status_code=status_code,
        answer=answer,
    )


def failed(claim: CallbackClaim, started_at: datetime, message: str) -> CallbackOutcome:
    """No answer came, and that is the endpoint's fault."""
    return _failure(
        claim,
        started_at,
        message,
        retry_in=wait_seconds(claim.tries),
        signal=EndpointSignal.FAILED,
    )


def broke(claim: CallbackClaim, started_at: datetime, message: str) -> CallbackOutcome:
    """The fault is ours. It costs a try and says nothing of the endpoint."""
    return _failure(
        claim,
        started_at,
        message,
        retry_in=wait_seconds(claim.tries),
        signal=EndpointSignal.NOTHING,
    )


def abandoned(claim: CallbackClaim, started_at: datetime) -> CallbackOutcome:
    """The worker never came back. It is sent again soon: receivers know it by its `webhook-id`."""
    return _failure(
        claim,
        started_at,
        "The worker stopped before it could say how this ended. It may have arrived.",
        retry_in=wait_seconds(1),
        signal=EndpointSignal.NOTHING,
    )


def wait_seconds(tries: int, asked: float | None = None) -> float:
    """Seconds until the next try after ``tries`` failed ones; a longer wish is granted."""
    planned = WAITS_SECONDS[min(tries, len(WAITS_SECONDS)) - 1]
    own = jittered(planned * (1 - _JITTER), planned * (1 + _JITTER))
    return with_retry_after(own, asked, longest=WAITS_SECONDS[-1])


def _failure(
    claim: CallbackClaim,
    started_at: datetime,
    message: str,
    *,
    retry_in: float | None,
    signal: EndpointSignal,
    status_code: int | None = None,
    answer: str = "",
) -> CallbackOutcome:
    """Try again after ``retry_in``; without it, or with no tries left, the callback has failed."""
    again = retry_in is not None and claim.tries < MAX_TRIES
    return CallbackOutcome(
        claim=claim,
        started_at=started_at,
        ended_at=timezone.now(),
        status=CallbackStatus.PENDING if again else CallbackStatus.FAILED,
        signal=signal,
        status_code=status_code,
        message=message,
        answer=answer,
        retry_in=retry_in if again else None,
    )
