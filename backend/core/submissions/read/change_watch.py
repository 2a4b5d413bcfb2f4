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
from contextlib import asynccontextmanager, suppress

import redis.asyncio
import structlog
from django.conf import settings
from django.db.models import Max

from core.metrics import viewer_counted
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


class Viewer:
    """One who looks at a submission. What one viewer has seen says nothing of another."""

    def __init__(self) -> None:
        self._changed = asyncio.Event()
        self._seen = 0

    def saw(self, event_id: int) -> None:
        """Note the newest event that was shown to this viewer."""
        self._seen = max(self._seen, event_id)

    async def changed(self, *, within: float) -> bool:
        """Whether the submission changed since the last call, waiting at most so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self._changed.wait()
        # An announcement may come in the very moment of the time-out, so the event itself is asked.
        # Nothing else runs between the question and the answer.
        changed = self._changed.is_set()
        self._changed.clear()
        return changed

    def announce(self) -> None:
        """The submission changed."""
        self._changed.set()

    def look(self, latest: int) -> None:
        """The newest event is now this one."""
        if latest > self._seen:
            self._changed.set()


class Watch:
    """The submissions that somebody views, with their viewers.

    ``look``: awaits `latest_events` off the event loop.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._viewers: dict[uuid.UUID, set[Viewer]] = defaultdict(set)
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

    @asynccontextmanager
    async def view(self, submission_id: uuid.UUID) -> AsyncGenerator[Viewer]:
        """A viewer of this submission, once the subscription stands.

        A state that is read after that misses nothing that is announced later.
        """
        viewer = Viewer()
        await self._begin(submission_id, viewer)
        try:
            with viewer_counted():
                yield viewer
        finally:
            await self._end(submission_id, viewer)

    async def _begin(self, submission_id: uuid.UUID, viewer: Viewer) -> None:
        if not self._tasks:
            self._tasks = [asyncio.create_task(self._listen()), asyncio.create_task(self._poll())]
        first = submission_id not in self._viewers
        self._viewers[submission_id].add(viewer)
        if first:
            await self._subscribe([submission_id])

    async def _end(self, submission_id: uuid.UUID, viewer: Viewer) -> None:
        viewers = self._viewers[submission_id]
        viewers.discard(viewer)
        if viewers:
            return
        del self._viewers[submission_id]
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
                for viewer in self._viewers.get(submission_id, ()):
                    viewer.look(event_id)

    def _announce(self, submission_id: uuid.UUID) -> None:
        for viewer in self._viewers.get(submission_id, ()):
            viewer.announce()
