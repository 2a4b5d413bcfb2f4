"""Rate limits for callers: token buckets in Redis, leased a few tokens at a time.

Most calls spend a token that this process already holds, without asking Redis. While Redis is down,
each process applies a part of the rate alone: no errors, and always a limit.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import redis
import structlog

from core.redis.token_bucket import TAKE, Rate

log = structlog.get_logger(__name__)

_TIMEOUT_SECONDS = 0.1
_AWAY_SECONDS = 5.0
_LONGEST_AWAY_SECONDS = 30.0
_LEASE_SECONDS = 2.0
"""Tokens held longer are dropped, because Redis has refilled them meanwhile."""
_CHUNK_SECONDS = 0.1
_MOST_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """Some tokens of one bucket. ``policy`` names the limit to a refused caller."""

    policy: str
    key: str
    rate: Rate
    cost: int = 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a call may proceed, and what the emptiest bucket still holds."""

    allowed: bool
    policy: str
    rate: Rate
    remaining: int
    wait_seconds: float


@dataclass(slots=True)
class _Lease:
    tokens: int
    until: float
    left: int
    """In Redis, at the last call."""


@dataclass(slots=True)
class RateLimiter:
    """Asks for tokens. ``share_alone``: the part of a rate that this process takes without Redis.

    Threads may share it.
    """

    client: redis.Redis
    share_alone: float
    clock: Callable[[], float] = time.monotonic
    _leases: dict[str, _Lease] = field(default_factory=dict)
    _alone: dict[str, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _probing: threading.Lock = field(default_factory=threading.Lock)
    _away_until: float = 0.0
    _failures: int = 0

    def take(self, wanted: Sequence[Wanted]) -> Verdict:
        """Spend a call's tokens in every bucket, or return the bucket with too few."""
        verdicts = []
        missing = []
        with self._lock:
            for each in wanted:
                verdict = self._spend(each)
                if verdict is None:
                    missing.append(each)
                else:
                    verdicts.append(verdict)
        if missing:
            verdicts += self._ask(missing)
        return min(verdicts, key=lambda each: (each.allowed, each.remaining / each.rate.burst))

    def _spend(self, wanted: Wanted) -> Verdict | None:
        """Spend tokens that this process holds; None when there are too few."""
        lease = self._leases.get(wanted.key)
        if lease is None or lease.tokens < wanted.cost or lease.until < self.clock():
            return None
        lease.tokens -= wanted.cost
        return Verdict(True, wanted.policy, wanted.rate, lease.left + lease.tokens, 0.0)

    def _ask(self, wanted: Sequence[Wanted]) -> list[Verdict]:
        if self.clock() < self._away_until:
            return [self._take_alone(each) for each in wanted]
        # After a failure one thread checks whether Redis is back; the others do not wait.
        probe = self._failures > 0
        if probe and not self._probing.acquire(blocking=False):
            return [self._take_alone(each) for each in wanted]
        try:
            answers = self._take_from_redis(wanted)
        except redis.RedisError as error:
            self._failures += 1
            away = min(_AWAY_SECONDS * 2 ** (self._failures - 1), _LONGEST_AWAY_SECONDS)
            self._away_until = self.clock() + away
            log.warning("request limits without redis", error=type(error).__name__)
            return [self._take_alone(each) for each in wanted]
        finally:
            if probe:
                self._probing.release()
        self._failures = 0
        return answers

    def _take_from_redis(self, wanted: Sequence[Wanted]) -> list[Verdict]:
        pipeline = self.client.pipeline(transaction=False)
        for each in wanted:
            rate = each.rate
            pipeline.eval(
                TAKE,
                1,
                f"waybill:limit:{each.key}",
                str(rate.per_second),
                str(rate.burst),
                str(max(each.cost, _chunk(rate))),
            )
        return [
            self._keep(each, int(taken), float(wait), int(left))
            for each, (taken, wait, left) in zip(wanted, pipeline.execute(), strict=True)
        ]

    def _keep(self, wanted: Wanted, taken: int, wait: float, left: int) -> Verdict:
        """Keep the tokens that this call does not need. A call that gets too few is refused, and
        its tokens stay for the next call."""
        with self._lock:
            if len(self._leases) >= _MOST_KEPT:
                self._leases.clear()
            now = self.clock()
            lease = self._leases.get(wanted.key)
            held = lease.tokens if lease is not None and lease.until >= now else 0
            tokens = held + taken
            allowed = tokens >= wanted.cost
            tokens -= wanted.cost if allowed else 0
            self._leases[wanted.key] = _Lease(tokens, now + _LEASE_SECONDS, left)
        short = 0.0 if allowed else max(wait, (wanted.cost - tokens) / wanted.rate.per_second)
        return Verdict(allowed, wanted.policy, wanted.rate, left + tokens, short)

    def _take_alone(self, wanted: Wanted) -> Verdict:
        """The same bucket in this process's memory, smaller by its share."""
        each = 1 / (wanted.rate.per_second * self.share_alone)
        burst = max(int(wanted.rate.burst * self.share_alone), wanted.cost)
        with self._lock:
            if len(self._alone) >= _MOST_KEPT:
                self._alone.clear()
            now = self.clock()
            full_at = max(self._alone.get(wanted.key, now), now)
            free = int(burst - (full_at - now) / each + 1e-6)
            allowed = free >= wanted.cost
            if allowed:
                full_at += wanted.cost * each
                self._alone[wanted.key] = full_at
                free -= wanted.cost
        wait = 0.0 if allowed else (wanted.cost - free) * each
        return Verdict(allowed, wanted.policy, wanted.rate, free, wait)


def limiter_connect(url: str, *, share_alone: float) -> RateLimiter:
    """A limiter on this Redis. It waits at most a tenth of a second for an answer."""
    client = redis.Redis.from_url(
        url, socket_timeout=_TIMEOUT_SECONDS, socket_connect_timeout=_TIMEOUT_SECONDS
    )
    return RateLimiter(client, share_alone)


def _chunk(rate: Rate) -> int:
    """The tokens of a tenth of a second, but at most a twentieth of the bucket."""
    return max(1, min(int(rate.per_second * _CHUNK_SECONDS), rate.burst // 20))
