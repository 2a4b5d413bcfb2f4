from __future__ import annotations

import asyncio
import time
import uuid
from contextlib import AsyncExitStack
from typing import Any

import pytest

from core.submissions.read import Watch
from core.submissions.read import change_watch as watching
from core.submissions.read.change_watch import Viewer
from core.submissions.state import Announcer, channel

NOBODY_LISTENS = "redis://127.0.0.1:1/0"


async def nothing_new(_: list[uuid.UUID]) -> dict[uuid.UUID, int]:
    return {}


async def test_a_viewer_hears_of_its_own_submission_alone() -> None:
    mine, other = uuid.uuid4(), uuid.uuid4()
    announcer = Announcer()
    async with Watch(nothing_new).view(mine) as viewer:
        await asyncio.to_thread(announcer.announce, [other])
        assert await viewer.changed(within=0.3) is False
        await asyncio.to_thread(announcer.announce, [mine])
        assert await viewer.changed(within=30) is True
    announcer.close()


async def test_many_viewers_share_one_subscription_until_the_last_leaves() -> None:
    watch, seen = Watch(nothing_new), uuid.uuid4()
    announcer = Announcer()
    async with AsyncExitStack() as stack:
        viewers = [await stack.enter_async_context(watch.view(seen)) for _ in range(50)]
        assert announcer._redis.pubsub_numsub(channel(seen))[0][1] == 1
        await asyncio.to_thread(announcer.announce, [seen])
        assert [await viewer.changed(within=30) for viewer in viewers] == [True] * 50
    assert watch.closed
    assert announcer._redis.pubsub_numsub(channel(seen))[0][1] == 0
    announcer.close()


@pytest.fixture
def without_redis(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "LOOK_SECONDS", 0.05)
    settings.WAYBILL_EVENTS_REDIS_URL = NOBODY_LISTENS


@pytest.mark.usefixtures("without_redis")
async def test_a_viewer_without_redis_hears_from_the_log() -> None:
    seen, newest = uuid.uuid4(), {"id": 7}

    async def look(_: list[uuid.UUID]) -> dict[uuid.UUID, int]:
        return {seen: newest["id"]}

    async with Watch(look).view(seen) as viewer:
        viewer.saw(7)
        assert await viewer.changed(within=0.3) is False
        newest["id"] = 8
        assert await viewer.changed(within=30) is True


@pytest.mark.usefixtures("without_redis")
async def test_what_one_viewer_has_seen_hides_nothing_from_another() -> None:
    shared = uuid.uuid4()

    async def look(_: list[uuid.UUID]) -> dict[uuid.UUID, int]:
        return {shared: 8}

    watch = Watch(look)
    async with watch.view(shared) as quick, watch.view(shared) as slow:
        quick.saw(8)
        slow.saw(7)
        assert await slow.changed(within=30) is True
        assert await quick.changed(within=0.3) is False


async def test_an_announcement_in_the_moment_of_the_time_out_is_not_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    viewer = Viewer()

    class TimesOut:
        """A time-out in whose very moment the announcement comes."""

        async def __aenter__(self) -> None:
            viewer.announce()
            raise TimeoutError

        async def __aexit__(self, *_: object) -> None: ...

    with monkeypatch.context() as patched:
        patched.setattr(asyncio, "timeout", lambda _: TimesOut())
        assert await viewer.changed(within=30) is True
    assert await viewer.changed(within=0.01) is False


def test_delivery_is_not_held_up_by_a_redis_that_is_away(settings: Any) -> None:
    settings.WAYBILL_EVENTS_REDIS_URL = NOBODY_LISTENS
    announcer = Announcer()
    started = time.monotonic()
    for _ in range(100):
        announcer.announce([uuid.uuid4()])
    assert time.monotonic() - started < 10
    announcer.close()
