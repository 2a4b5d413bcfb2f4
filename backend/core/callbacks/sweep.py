"""Callbacks whose worker did not come back: settled in its place."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models.functions import Now
from django.utils import timezone

from core.callbacks.claim import TIMEOUT_SECONDS, CallbackClaim
from core.callbacks.models import Callback, CallbackStatus
from core.callbacks.outcome import abandoned
from core.callbacks.settle import callbacks_settle
from core.delivery.claim import lease_seconds

BATCH = 500


def callbacks_sweep() -> int:
    """Settle a batch of expired leases; how many there were.

    Nothing is locked beforehand: a worker that comes back at this very moment, or another
    sweeper, wins or loses by the fence and the state.
    """
    callbacks = Callback.objects.across_organizations("a dead worker had callbacks of any of them")
    expired = callbacks.filter(status=CallbackStatus.SENDING, lease_until__lt=Now())
    held = list(expired.order_by("lease_until")[:BATCH])
    if not held:
        return 0
    return callbacks_settle([abandoned(_claim(each), _claimed_at(each)) for each in held])


def _claim(callback: Callback) -> CallbackClaim:
    return CallbackClaim(
        id=callback.pk,
        organization_id=callback.organization_id,
        endpoint_id=callback.endpoint_id,
        submission_id=callback.submission_id,
        kind=callback.kind,
        happened_at=callback.happened_at,
        fence=callback.fence,
        tries=callback.tries,
        facts=None,  # nothing of it is sent
    )


def _claimed_at(callback: Callback) -> datetime:
    until = callback.lease_until or timezone.now()
    return until - timedelta(seconds=lease_seconds(TIMEOUT_SECONDS))
