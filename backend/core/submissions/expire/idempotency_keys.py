from __future__ import annotations

from datetime import timedelta

from django.db.models.functions import Now

from core.submissions.models import IdempotencyKey, SubmissionStatus

KEEP_KEYS = timedelta(days=30)
_IN_FLIGHT = [
    SubmissionStatus.ACCEPTED,
    SubmissionStatus.DELIVERING,
    SubmissionStatus.NEEDS_ATTENTION,
]
_BATCH = 5_000


def idempotency_keys_expire() -> int:
    """Delete keys older than `KEEP_KEYS` whose submission has ended, a bounded batch at a time."""
    keys = IdempotencyKey.objects.across_organizations("all keep their keys equally long")
    old = keys.filter(created_at__lt=Now() - KEEP_KEYS)
    ids = old.exclude(submission__state__status__in=_IN_FLIGHT).values_list("pk", flat=True)[
        :_BATCH
    ]
    deleted, _ = keys.filter(pk__in=list(ids)).delete()
    return deleted
