"""A submission as Server-Sent Events: what happened, and its state on every change, to the end.

``log`` events are the submission's events and carry their ids, so that a browser that comes back
with `Last-Event-ID` gets what it missed. ``snapshot`` events are the whole state.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import AsyncIterator, Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, ParamSpec, TypeVar

import structlog
from asgiref.sync import sync_to_async
from django.db import DatabaseError, InterfaceError, close_old_connections

from api.stream.sharing import SharedReads
from core.errors import DomainError
from core.postgres.tenancy import nobody
from core.submissions.read import Watch, latest_events

log = structlog.get_logger(__name__)

HEARTBEAT_SECONDS = 15.0
# A browser connects again by itself; by then a revoked key or session counts.
_LONGEST_SECONDS = 600.0
_RECONNECT = b"retry: 3000\n\n"
_HEARTBEAT = b": heartbeat\n\n"

P = ParamSpec("P")
T = TypeVar("T")

# However many streams are open, only these threads hold a database connection.
_READERS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="stream-reader")


@dataclass(frozen=True, slots=True)
class Logged:
    """An event of the log as JSON, and its id."""

    id: int
    json: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The state as JSON, what was logged, and whether nothing will follow."""

    submission_id: uuid.UUID
    json: str
    final: bool
    logged: tuple[Logged, ...]


class Reading(Generic[P, T]):
    """A function that reads the database, to be awaited: it runs on one of the reader threads."""

    def __init__(self, read: Callable[P, T]) -> None:
        self._read = read

    async def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        run = sync_to_async(self._fresh, thread_sensitive=False, executor=_READERS)
        return await run(*args, **kwargs)

    def _fresh(self, *args: P.args, **kwargs: P.kwargs) -> T:
        close_old_connections()
        try:
            with nobody():
                return self._read(*args, **kwargs)
        finally:
            close_old_connections()


class Audience(Watch):
    """The watch of this process, with the reads that its viewers share."""

    def __init__(self) -> None:
        super().__init__(Reading(latest_events))
        self.reads: SharedReads[Snapshot] = SharedReads()


_audience: list[Audience] = []


def audience() -> Audience:
    """This process's one, made by the first viewer and closed by the last."""
    if not _audience or _audience[0].closed:
        _audience[:] = [Audience()]
    return _audience[0]


async def snapshot_events(
    submission_id: uuid.UUID, key: Hashable, read: Callable[[], Snapshot], *, after: int
) -> AsyncIterator[bytes]:
    """Yield what was logged after that event, each new state once, and heartbeats meanwhile.

    ``key``: viewers with the same one see the same, and share what is read.
    """
    ends_at = time.monotonic() + _LONGEST_SECONDS
    sent = ""
    yield _RECONNECT
    watching = audience()
    async with watching.view(submission_id) as viewer:
        changed = True
        while time.monotonic() <= ends_at:
            if not changed:
                yield _HEARTBEAT
            else:
                try:
                    state = await watching.reads.get(key, Reading(read))
                except (DatabaseError, InterfaceError, DomainError) as error:
                    log.warning("stream ended early", error=type(error).__name__)
                    return
                viewer.saw(max([after, *(entry.id for entry in state.logged)]))
                for entry in (entry for entry in state.logged if entry.id > after):
                    after = entry.id
                    yield f"id: {entry.id}\nevent: log\ndata: {entry.json}\n\n".encode()
                if state.json != sent:
                    sent = state.json
                    yield f"event: snapshot\ndata: {state.json}\n\n".encode()
                if state.final:
                    return
            changed = await viewer.changed(within=HEARTBEAT_SECONDS)
