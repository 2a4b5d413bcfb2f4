"""Who watches which submission in this process: one Redis subscription for all of them.

An announcement only says that something changed. Besides, one query asks for new events of all
watched submissions every few seconds. So a lost announcement, or a Redis that is away, costs
promptness and nothing else.
"""

from __future__ import annotations

import asyncio
import uuid
from collections import defaultdict
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from contextlib import suppress

import redis.asyncio
import structlog
from django.conf import settings
from django.db.models import Max

from core.postgres.tenancy import every_organization
from core.submissions.models import Event
from core.submissions.state import TIMEOUT_SECONDS, channel

log = structlog.get_logger(__name__)

LOOK_SECONDS = 5.0
_AWAY_SECONDS = 1.0
_PREFIX = channel(uuid.UUID(int=0))[:-36]

Look = Callable[[list[uuid.UUID]], Awaitable[dict[uuid.UUID, int]]]


def latest_events(submission_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, int]:
    """The id of each submission's newest event; those without any are left out."""
    with every_organization("one look for all who watch; it tells numbers of events alone"):
        events = Event.objects.across_organizations("viewers of several organizations watch")
        rows = events.filter(submission__in=list(submission_ids)).values("submission")
        return dict(rows.annotate(latest=Max("pk")).values_list("submission", "latest"))


class Watch:
    """The submissions that somebody views, and an event per viewer.

    ``look``: awaits `latest_events` off the event loop.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._viewers: dict[uuid.UUID, set[asyncio.Event]] = defaultdict(set)
        self._known: dict[uuid.UUID, int] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._closed = False
        self._redis = redis.asyncio.Redis.from_url(
            settings.WAYBILL_EVENTS_REDIS_URL, socket_connect_timeout=TIMEOUT_SECONDS
        )
        self._subscription = self._redis.pubsub(ignore_subscribe_messages=True)

    @property
    def closed(self) -> bool:
        """Its last viewer has left: it serves no other."""
        return self._closed

    def knows(self, submission_id: uuid.UUID, event_id: int) -> None:
        """Note the newest event that the viewers of a submission have seen."""
        if submission_id in self._viewers:
            self._known[submission_id] = max(event_id, self._known.get(submission_id, 0))

    async def changes(
        self, submission_id: uuid.UUID, *, at_least_every: float
    ) -> AsyncGenerator[bool]:
        """Yield True when the submission changed, False when ``at_least_every`` seconds passed.

        The first value comes once the subscription stands, so that a state read after it
        misses nothing that is announced later.
        """
        viewer = asyncio.Event()
        await self._begin(submission_id, viewer)
        try:
            yield True
            while True:
                changed = False
                with suppress(TimeoutError):
                    async with asyncio.timeout(at_least_every):
                        changed = await viewer.wait()
                viewer.clear()
                yield changed
        finally:
            await self._end(submission_id, viewer)

    async def _begin(self, submission_id: uuid.UUID, viewer: asyncio.Event) -> None:
        if not self._tasks:
            self._tasks = [asyncio.create_task(self._listen()), asyncio.create_task(self._poll())]
        first = submission_id not in self._viewers
        self._viewers[submission_id].add(viewer)
        if first:
            await self._subscribe([submission_id])

    async def _end(self, submission_id: uuid.UUID, viewer: asyncio.Event) -> None:
        viewers = self._viewers[submission_id]
        viewers.discard(viewer)
        if viewers:
            return
        del self._viewers[submission_id]
        self._known.pop(submission_id, None)
        if not self._viewers:
            await self._close()
            return
        with suppress(redis.RedisError, OSError):
            await self._subscription.unsubscribe(channel(submission_id))

    async def _close(self) -> None:
        self._closed = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        with suppress(redis.RedisError, OSError):
            await self._subscription.aclose()  # type: ignore[no-untyped-call]
            await self._redis.aclose()

    async def _subscribe(self, submission_ids: list[uuid.UUID]) -> None:
        try:
            await self._subscription.subscribe(*map(channel, submission_ids))
        except (redis.RedisError, OSError) as error:
            log.warning("live view not reachable", error=type(error).__name__)

    async def _listen(self) -> None:
        while True:
            try:
                if not self._subscription.subscribed:
                    await asyncio.sleep(0.05)
                    continue
                message = await self._subscription.get_message(timeout=LOOK_SECONDS)
            except (redis.RedisError, OSError) as error:
                log.warning("live view not reachable", error=type(error).__name__)
                await asyncio.sleep(_AWAY_SECONDS)
                continue
            if message is not None:
                self._announce(uuid.UUID(message["channel"].decode().removeprefix(_PREFIX)))

    async def _poll(self) -> None:
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            watched = list(self._viewers)
            if not watched:
                continue
            try:
                latest = await self._look(watched)
            except Exception as error:
                log.warning("live view cannot look", error=type(error).__name__)
                continue
            for submission_id, event_id in latest.items():
                if event_id > self._known.get(submission_id, 0):
                    self._announce(submission_id)

    def _announce(self, submission_id: uuid.UUID) -> None:
        for viewer in self._viewers.get(submission_id, ()):
            viewer.set()
