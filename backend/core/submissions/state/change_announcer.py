"""Announces changes to the live view: a Redis channel per submission that says “changed”.

What changed is read from PostgreSQL. A viewer that misses an announcement sees the truth by
polling. A Redis that is away delays nobody's delivery.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterable

import redis
import structlog
from django.conf import settings

log = structlog.get_logger(__name__)

TIMEOUT_SECONDS = 0.5
_QUIET_SECONDS = 5.0
_PREFIX = "waybill:submission:"

# One command for a whole batch: packing one per submission cost the sender more than a claim.
_PUBLISH = f"""
for _, id in ipairs(ARGV) do redis.call('PUBLISH', '{_PREFIX}' .. id, 'changed') end
"""


class Announcer:
    """Publishes changes; after a failure it stays quiet a while instead of stalling the sender."""

    def __init__(self) -> None:
        self._redis = redis.Redis.from_url(
            settings.WAYBILL_EVENTS_REDIS_URL,
            socket_timeout=TIMEOUT_SECONDS,
            socket_connect_timeout=TIMEOUT_SECONDS,
        )
        self._publish = self._redis.register_script(_PUBLISH)
        self._quiet_until = 0.0

    def announce(self, submission_ids: Iterable[uuid.UUID]) -> None:
        changed = set(submission_ids)
        if not changed or time.monotonic() < self._quiet_until:
            return
        try:
            self._publish(keys=[], args=[str(submission_id) for submission_id in changed])
        except redis.RedisError as error:
            self._quiet_until = time.monotonic() + _QUIET_SECONDS
            log.warning("live view not reachable", error=type(error).__name__)

    def close(self) -> None:
        self._redis.close()


def channel(submission_id: uuid.UUID) -> str:
    """The Redis channel of a submission."""
    return f"{_PREFIX}{submission_id}"
