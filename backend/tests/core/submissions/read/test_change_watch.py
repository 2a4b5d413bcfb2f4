from __future__ import annotations

import asyncio
import time
import uuid
from typing import Any

import pytest

from core.submissions.read import Watch
from core.submissions.read import change_watch as watching
from core.submissions.state import Announcer, channel

NOBODY_LISTENS = "redis://127.0.0.1:1/0"


async def nothing_new(_: list[uuid.UUID]) -> dict[uuid.UUID, int]:
    return {}


async def test_a_viewer_is_told_of_its_own_submission_alone() -> None:
    mine, other = uuid.uuid4(), uuid.uuid4()
    ringing = Watch(nothing_new).changes(mine, at_least_every=0.3)
    assert await anext(ringing) is True
    announcer = Announcer()
    await asyncio.to_thread(announcer.announce, [other])
    assert await anext(ringing) is False
    await asyncio.to_thread(announcer.announce, [mine])
    assert await anext(ringing) is True
    await ringing.aclose()
    announcer.close()


async def test_many_viewers_share_one_subscription_until_the_last_leaves() -> None:
    watch, seen = Watch(nothing_new), uuid.uuid4()
    viewers = [watch.changes(seen, at_least_every=5) for _ in range(50)]
    for viewer in viewers:
        await anext(viewer)
    announcer = Announcer()
    assert announcer._redis.pubsub_numsub(channel(seen))[0][1] == 1
    await asyncio.to_thread(announcer.announce, [seen])
    assert [await anext(viewer) for viewer in viewers] == [True] * 50
    for viewer in viewers:
        await viewer.aclose()
    assert watch.closed
    assert announcer._redis.pubsub_numsub(channel(seen))[0][1] == 0
    announcer.close()


async def test_a_viewer_without_redis_is_told_by_the_log(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "LOOK_SECONDS", 0.05)
    settings.WAYBILL_EVENTS_REDIS_URL = NOBODY_LISTENS
    seen, newest = uuid.uuid4(), {"id": 7}

    async def look(_: list[uuid.UUID]) -> dict[uuid.UUID, int]:
        return {seen: newest["id"]}

    watch = Watch(look)
    ringing = watch.changes(seen, at_least_every=0.3)
    await anext(ringing)
    watch.knows(seen, 7)
    assert await anext(ringing) is False
    newest["id"] = 8
    assert await anext(ringing) is True
    await ringing.aclose()


def test_delivery_is_not_held_up_by_a_redis_that_is_away(settings: Any) -> None:
    settings.WAYBILL_EVENTS_REDIS_URL = NOBODY_LISTENS
    announcer = Announcer()
    started = time.monotonic()
    for _ in range(100):
        announcer.announce([uuid.uuid4()])
    assert time.monotonic() - started < 2
    announcer.close()
