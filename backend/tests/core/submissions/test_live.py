from __future__ import annotations

import asyncio
import time
import uuid
from typing import Any

from core.submissions.live import Announcer, changes

NOBODY_LISTENS = "redis://127.0.0.1:1/0"


async def test_a_viewer_is_told_of_its_own_submission_alone() -> None:
    mine, other = uuid.uuid4(), uuid.uuid4()
    ringing = changes(mine, at_least_every=5)
    assert await anext(ringing) is True
    announcer = Announcer()
    await asyncio.to_thread(announcer.announce, [other])
    await asyncio.to_thread(announcer.announce, [mine])
    started = time.monotonic()
    assert await anext(ringing) is True
    assert time.monotonic() - started < 2
    await ringing.aclose()
    announcer.close()


async def test_time_passes_for_a_viewer_when_nothing_changes() -> None:
    ringing = changes(uuid.uuid4(), at_least_every=0.2)
    assert await anext(ringing) is True
    assert await anext(ringing) is False
    await ringing.aclose()


async def test_a_viewer_goes_on_without_redis(settings: Any) -> None:
    settings.WAYBILL_EVENTS_REDIS_URL = NOBODY_LISTENS
    ringing = changes(uuid.uuid4(), at_least_every=0.1)
    assert await anext(ringing) is False
    assert await anext(ringing) is False
    await ringing.aclose()


def test_delivery_is_not_held_up_by_a_redis_that_is_away(settings: Any) -> None:
    settings.WAYBILL_EVENTS_REDIS_URL = NOBODY_LISTENS
    announcer = Announcer()
    started = time.monotonic()
    for _ in range(100):
        announcer.announce([uuid.uuid4()])
    assert time.monotonic() - started < 2
    announcer.close()
