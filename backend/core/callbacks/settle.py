"""Writing how a callback's try ended, and what that says of its endpoint."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Now

from core.callbacks.claim import CallbackClaim
from core.callbacks.models import (
    Callback,
    CallbackAttempt,
    CallbackEndpoint,
    CallbackStatus,
    DisabledReason,
)

WAITS_SECONDS = (5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400)
"""After each failed try but the last: ten tries over about 75 hours."""
MAX_TRIES = len(WAITS_SECONDS) + 1
DISABLE_AFTER = timedelta(days=5)
_JITTER = 0.1


@dataclass(frozen=True, slots=True)
class Answered:
    """How a try ended. ``status_code``: None without an answer; ``retry_after`` in seconds."""

    claim: CallbackClaim
    began: datetime
    ended: datetime
    status_code: int | None
    message: str
    retry_after: float | None = None

    @property
    def ok(self) -> bool:
        return self.status_code is not None and 200 <= self.status_code < 300

    @property
    def gone(self) -> bool:
        return self.status_code == HTTPStatus.GONE


def callbacks_settle(answers: Sequence[Answered]) -> int:
    """Write each answer where the fence is still ours; how many were."""
    written = 0
    with transaction.atomic():
        endpoint_ids = sorted({answer.claim.endpoint_id for answer in answers})
        list(
            CallbackEndpoint.objects.across_organizations("a batch has answers for several")
            .select_for_update(no_key=True)
            .filter(pk__in=endpoint_ids)
            .order_by("pk")
        )
        for answer in answers:
            written += _settle(answer)
        for endpoint_id in endpoint_ids:
            of_endpoint = [each for each in answers if each.claim.endpoint_id == endpoint_id]
            _judge(of_endpoint[0].claim, of_endpoint)
    return written


def _settle(answer: Answered) -> int:
    claim = answer.claim
    owned = Callback.objects.owned_by(claim.organization_id)
    mine = owned.filter(pk=claim.id, fence=claim.fence, status=CallbackStatus.SENDING)
    again = not answer.ok and not answer.gone and claim.tries < MAX_TRIES
    if again:
        wait = wait_seconds(claim.tries, answer.retry_after)
        changed = mine.update(
            status=CallbackStatus.PENDING,
            lease_until=None,
            next_attempt_at=Now() + Value(timedelta(seconds=wait)),
        )
    else:
        status = CallbackStatus.SUCCEEDED if answer.ok else CallbackStatus.FAILED
        changed = mine.update(status=status, lease_until=None, finished_at=Now())
    if changed:
        CallbackAttempt.objects.create(
            organization_id=claim.organization_id,
            callback_id=claim.id,
            number=claim.tries,
            started_at=answer.began,
            ended_at=answer.ended,
            status_code=answer.status_code,
            message=answer.message[:1000],
        )
    return changed


def wait_seconds(tries: int, asked: float | None) -> float:
    """Seconds until the next try after ``tries`` failed ones; a longer wish is granted."""
    planned = WAITS_SECONDS[min(tries, len(WAITS_SECONDS)) - 1]
    spread = planned * (1 + _JITTER * (2 * random.random() - 1))  # noqa: S311  # jitter, no secret
    return max(spread, min(asked or 0.0, WAITS_SECONDS[-1]))


def _judge(claim: CallbackClaim, answers: list[Answered]) -> None:
    """Disable an endpoint that is gone, or has answered nothing but failures for days."""
    owned = CallbackEndpoint.objects.owned_by(claim.organization_id)
    endpoints = owned.filter(pk=claim.endpoint_id, disabled_at=None)
    if any(answer.gone for answer in answers):
        endpoints.update(disabled_at=Now(), disabled_reason=DisabledReason.GONE)
    elif any(answer.ok for answer in answers):
        endpoints.exclude(failing_since=None).update(failing_since=None)
    else:
        endpoints.filter(failing_since=None).update(failing_since=Now())
        endpoints.filter(failing_since__lt=Now() - DISABLE_AFTER).update(
            disabled_at=Now(), disabled_reason=DisabledReason.FAILING
        )


def callback_resend(callback: Callback) -> None:
    """Make an ended callback due again, with the same `webhook-id` and all of its tries."""
    Callback.objects.owned_by(callback.organization_id).filter(
        pk=callback.pk, status__in=[CallbackStatus.SUCCEEDED, CallbackStatus.FAILED]
    ).update(
        status=CallbackStatus.PENDING,
        tries=0,
        fence=F("fence") + 1,
        next_attempt_at=Now(),
        finished_at=None,
    )
