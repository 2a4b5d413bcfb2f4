"""A submission as Server-Sent Events: its log, and its state on every change until it ends.

``log`` events are the submission's events with their ids. A browser that reconnects with
`Last-Event-ID` gets the events it missed. ``snapshot`` events are the whole state.
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
# A browser reconnects by itself; a revoked key or session is then refused.
_LONGEST_SECONDS = 600.0
_RECONNECT = b"retry: 3000\n\n"
_HEARTBEAT = b": heartbeat\n\n"

P = ParamSpec("P")
T = TypeVar("T")

# For any number of streams, only these threads hold a database connection.
_READERS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="stream-reader")


@dataclass(frozen=True, slots=True)
class Logged:
    """An event of the log as JSON, and its id."""

    id: int
    json: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The state as JSON, the new log entries, and whether it is the last state."""

    submission_id: uuid.UUID
    json: str
    final: bool
    logged: tuple[Logged, ...]


class Reading(Generic[P, T]):
    """An awaitable version of a database read, which runs on a reader thread."""

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
    """This process's watch, with the reads that its viewers share."""

    def __init__(self) -> None:
        super().__init__(Reading(latest_events))
        self.reads: SharedReads[Snapshot] = SharedReads()


_audience: list[Audience] = []


def audience() -> Audience:
    """This process's instance, made by the first viewer and closed by the last."""
    if not _audience or _audience[0].closed:
        _audience[:] = [Audience()]
    return _audience[0]


async def snapshot_events(
    submission_id: uuid.UUID, key: Hashable, read: Callable[[], Snapshot], *, after: int
) -> AsyncIterator[bytes]:
    """Yield the log after that event, each new state once, and heartbeats in between.

    ``key``: viewers with the same key see the same and share reads.
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
