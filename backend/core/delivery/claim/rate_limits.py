"""Rate limits: a token bucket per connection in Redis, shared by all workers.

Without Redis each worker falls back to a small part of the rate, so that all of them together
stay below the limit.
"""

from __future__ import annotations

import functools
import time
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import redis
import structlog
from django.conf import settings

from core.delivery.claim.connection_queues import ConnectionQueue
from core.redis.token_bucket import TAKE

log = structlog.get_logger(__name__)

_TIMEOUT_SECONDS = 0.25
_AWAY_SECONDS = 5.0
_LONGEST_WAIT_SECONDS = 60.0

_GIVE_BACK = """
local full_at = tonumber(redis.call('GET', KEYS[1]) or 0)
if full_at > 0 then
    full_at = full_at - tonumber(ARGV[2]) / tonumber(ARGV[1])
    redis.call('SET', KEYS[1], string.format('%.6f', full_at), 'KEEPTTL')
end
return full_at
"""


@dataclass(frozen=True, slots=True)
class Grant:
    """The number of sends allowed now, and, if none, the seconds until the next one."""

    count: int
    wait_seconds: float


class RateLimits:
    """Takes tokens from the buckets. ``share``: this worker's part of a rate while Redis
    is down."""

    def __init__(self, share: float | None = None) -> None:
        self._redis = redis.Redis.from_url(
            settings.WAYBILL_EVENTS_REDIS_URL,
            socket_timeout=_TIMEOUT_SECONDS,
            socket_connect_timeout=_TIMEOUT_SECONDS,
        )
        self._share = settings.WAYBILL_RATE_SHARE_ALONE if share is None else share
        self._away_until = 0.0
        self._alone: dict[uuid.UUID, float] = {}

    def take(self, wanted: Mapping[ConnectionQueue, int]) -> dict[ConnectionQueue, Grant]:
        """Take up to this many tokens for each queue that has a rate limit."""
        if time.monotonic() >= self._away_until:
            try:
                return self._take(wanted)
            except redis.RedisError as error:
                self._away_until = time.monotonic() + _AWAY_SECONDS
                log.warning("rate limits without redis", error=type(error).__name__)
        return {queue: self._take_alone(queue) for queue in wanted}

    def give_back(self, unused: Mapping[ConnectionQueue, int]) -> None:
        """Return unused tokens."""
        if time.monotonic() < self._away_until:
            return
        pipeline = self._redis.pipeline(transaction=False)
        for queue, count in unused.items():
            pipeline.eval(_GIVE_BACK, 1, _key(queue), str(queue.rate_per_second), str(count))
        try:
            pipeline.execute()
        except redis.RedisError as error:
            log.warning("rate limits without redis", error=type(error).__name__)

    def _take(self, wanted: Mapping[ConnectionQueue, int]) -> dict[ConnectionQueue, Grant]:
        pipeline = self._redis.pipeline(transaction=False)
        for queue, count in wanted.items():
            rate, burst = str(queue.rate_per_second), str(queue.rate_burst)
            pipeline.eval(TAKE, 1, _key(queue), rate, burst, str(count))
        return {
            queue: Grant(int(taken), min(float(wait), _LONGEST_WAIT_SECONDS))
            for queue, (taken, wait, _) in zip(wanted, pipeline.execute(), strict=True)
        }

    def _take_alone(self, queue: ConnectionQueue) -> Grant:
        """One at a time, at this worker's part of the rate."""
        now = time.monotonic()
        next_at = self._alone.get(queue.connection_id, 0.0)
        if next_at > now:
            return Grant(0, min(next_at - now, _LONGEST_WAIT_SECONDS))
        rate = queue.rate_per_second or 1.0
        self._alone[queue.connection_id] = now + 1 / (rate * self._share)
        return Grant(1, 0.0)


def limited(queues: Iterable[ConnectionQueue]) -> list[ConnectionQueue]:
    """The queues that have a rate limit."""
    return [queue for queue in queues if queue.rate_per_second is not None]


@functools.cache
def rate_limits() -> RateLimits:
    """This process's own."""
    return RateLimits()


def _key(queue: ConnectionQueue) -> str:
    return f"waybill:rate:{queue.connection_id}"
