"""Deleting what is kept no longer: months of attempts and events, idempotency keys."""

from core.submissions.expire.history import (
    ATTEMPTS,
    EVENTS,
    history_expire,
    months_missing,
    partitions_prepare,
)
from core.submissions.expire.idempotency_keys import idempotency_keys_expire

__all__ = [
    "ATTEMPTS",
    "EVENTS",
    "history_expire",
    "idempotency_keys_expire",
    "months_missing",
    "partitions_prepare",
]
