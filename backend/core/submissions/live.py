"""The live view's doorbell: a Redis channel per submission that says “changed”, nothing more.

What changed is read from PostgreSQL; a viewer that misses a ring still sees the truth
by polling, and a Redis that is away delays nobody's delivery.
"""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import AsyncGenerator, Iterable

import redis
import redis.asyncio
import structlog
from django.conf import settings

log = structlog.get_logger(__name__)

_TIMEOUT_SECONDS = 0.5
_QUIET_SECONDS = 5.0


class Announcer:
    """Publishes changes; after a failure it stays quiet a while instead of stalling the sender."""

    def __init__(self) -> None:
        self._redis = redis.Redis.from_url(
            settings.WAYBILL_EVENTS_REDIS_URL,
            socket_timeout=_TIMEOUT_SECONDS,
            socket_connect_timeout=_TIMEOUT_SECONDS,
        )
        self._quiet_until = 0.0

    def announce(self, submission_ids: Iterable[uuid.UUID]) -> None:
        if time.monotonic() < self._quiet_until:
            return
        pipeline = self._redis.pipeline(transaction=False)
        for submission_id in set(submission_ids):
            pipeline.publish(_channel(submission_id), "changed")
        try:
            pipeline.execute()
        except redis.RedisError as error:
            self._quiet_until = time.monotonic() + _QUIET_SECONDS
            log.warning("live view not reachable", error=type(error).__name__)

    def close(self) -> None:
        self._redis.close()


async def changes(submission_id: uuid.UUID, *, at_least_every: float) -> AsyncGenerator[bool]:
    """Yield True when the submission changed, False when ``at_least_every`` seconds passed.

    The first value comes once the subscription stands, so that a state read after it
    misses nothing. Goes on without Redis, with False alone.
    """
    client = redis.asyncio.Redis.from_url(
        settings.WAYBILL_EVENTS_REDIS_URL, socket_connect_timeout=_TIMEOUT_SECONDS
    )
    async with client, client.pubsub() as subscription:
        subscribed = False
        while True:
            try:
                if not subscribed:
                    await subscription.subscribe(_channel(submission_id))
                    subscribed = True
                # The server's confirmation of the subscription is a message too.
                yield await subscription.get_message(timeout=at_least_every) is not None
            except redis.RedisError as error:
                log.warning("live view not reachable", error=type(error).__name__)
                subscribed = False
                await asyncio.sleep(min(at_least_every, _QUIET_SECONDS))
                yield False


def _channel(submission_id: uuid.UUID) -> str:
    return f"waybill:submission:{submission_id}"
