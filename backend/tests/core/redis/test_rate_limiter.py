"""Token buckets: shared through Redis, leased in handfuls, and never without a limit."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable

import pytest
import redis
from django.conf import settings

from core.redis.rate_limiter import RateLimiter, Wanted, limiter_connect
from core.redis.token_bucket import Rate

pytestmark = pytest.mark.security("Rate limits")

NOWHERE = "redis://127.0.0.1:1/0"


def connect(share: float = 0.5) -> RateLimiter:
    return limiter_connect(settings.WAYBILL_EVENTS_REDIS_URL, share_alone=share)


@pytest.fixture
def wanted() -> Callable[[Rate], Wanted]:
    key = f"test:{uuid.uuid4().hex}"
    return lambda rate: Wanted("address", key, rate)


def spend(limiter: RateLimiter, wanted: Wanted, times: int) -> int:
    return sum(limiter.take([wanted]).allowed for _ in range(times))


@pytest.mark.parametrize("burst", [1, 5, 40, 500])
def test_no_more_than_the_bucket_holds(wanted: Callable[[Rate], Wanted], burst: int) -> None:
    slow = wanted(Rate(0.001, burst))
    assert spend(connect(), slow, burst + 50) == burst


def test_processes_share_one_bucket(wanted: Callable[[Rate], Wanted]) -> None:
    slow = wanted(Rate(0.001, 100))
    processes = [connect() for _ in range(4)]
    assert sum(spend(each, slow, 60) for each in processes) == 100


def test_threads_share_one_lease(wanted: Callable[[Rate], Wanted]) -> None:
    limiter, slow = connect(), wanted(Rate(0.001, 200))
    granted: list[int] = []
    threads = [
        threading.Thread(target=lambda: granted.append(spend(limiter, slow, 100))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(granted) == 200


def test_most_calls_do_not_ask_redis(wanted: Callable[[Rate], Wanted]) -> None:
    limiter, fast = connect(), wanted(Rate(500, 2000))
    before = _commands(limiter)
    assert spend(limiter, fast, 500) == 500
    assert _commands(limiter) - before < 50


def test_a_refusal_tells_when_to_come_back(wanted: Callable[[Rate], Wanted]) -> None:
    limiter, slow = connect(), wanted(Rate(0.1, 2))
    spend(limiter, slow, 2)
    verdict = limiter.take([slow])
    assert not verdict.allowed
    assert 8 < verdict.wait_seconds <= 10
    assert verdict.remaining == 0


def test_a_dear_call_is_refused_when_too_little_is_left(wanted: Callable[[Rate], Wanted]) -> None:
    limiter, slow = connect(), wanted(Rate(0.001, 30))
    dear = Wanted("key", slow.key, slow.rate, 20)
    assert limiter.take([dear]).allowed
    assert not limiter.take([dear]).allowed
    assert spend(limiter, slow, 50) == 10


def test_the_tightest_of_several_buckets_decides(wanted: Callable[[Rate], Wanted]) -> None:
    wide, narrow = wanted(Rate(100, 100)), Wanted("form", f"test:{uuid.uuid4()}", Rate(0.001, 1))
    limiter = connect()
    assert limiter.take([wide, narrow]).allowed
    verdict = limiter.take([wide, narrow])
    assert (verdict.allowed, verdict.policy) == (False, "form")


@pytest.mark.parametrize("share", [0.1, 0.5, 1.0])
def test_without_redis_a_part_of_the_rate_is_left(
    wanted: Callable[[Rate], Wanted], share: float
) -> None:
    limiter = limiter_connect(NOWHERE, share_alone=share)
    assert spend(limiter, wanted(Rate(0.001, 100)), 200) == int(100 * share)


def test_redis_that_is_away_is_asked_once_in_a_while(wanted: Callable[[Rate], Wanted]) -> None:
    now = [1000.0]
    limiter = limiter_connect(NOWHERE, share_alone=0.5)
    limiter.clock = lambda: now[0]
    asked: list[float] = []
    original = limiter.client.pipeline

    def counted(*args: object, **kwargs: object) -> object:
        asked.append(now[0])
        return original(transaction=False)

    limiter.client.pipeline = counted  # type: ignore[method-assign,assignment]
    for _ in range(600):
        limiter.take([wanted(Rate(1000, 1000))])
        now[0] += 0.1
    assert 2 <= len(asked) <= 4


def test_redis_that_comes_back_is_used_again(wanted: Callable[[Rate], Wanted]) -> None:
    now = [1000.0]
    limiter = limiter_connect(NOWHERE, share_alone=0.01)
    limiter.clock = lambda: now[0]
    slow = wanted(Rate(0.001, 100))
    assert spend(limiter, slow, 50) == 1
    limiter.client = redis.Redis.from_url(settings.WAYBILL_EVENTS_REDIS_URL)
    now[0] += 6
    assert spend(limiter, slow, 50) == 50


@pytest.mark.parametrize(("per_second", "burst"), [(0, 1), (-1, 5), (1, 0)])
def test_a_rate_without_an_end_is_no_rate(per_second: float, burst: int) -> None:
    with pytest.raises(ValueError, match="more than 0"):
        Rate(per_second, burst)


def _commands(limiter: RateLimiter) -> int:
    stats = limiter.client.info("commandstats")
    assert isinstance(stats, dict)
    return int(stats.get("cmdstat_eval", {}).get("calls", 0))
