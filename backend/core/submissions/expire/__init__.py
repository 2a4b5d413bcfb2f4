"""Deleting what is kept no longer: months of attempts and events, idempotency keys."""

from core.submissions.expire.history import history_expire, months_missing, partitions_prepare
from core.submissions.expire.idempotency_keys import idempotency_keys_expire

__all__ = [
    "history_expire",
    "idempotency_keys_expire",
    "months_missing",
    "partitions_prepare",
]
