"""A submission's state as Server-Sent Events: on connect, on every change, until it is final."""

from __future__ import annotations

import time
import uuid
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, ParamSpec, TypeVar

import structlog
from asgiref.sync import sync_to_async
from django.db import DatabaseError, InterfaceError, close_old_connections

from core.kit.errors import DomainError
from core.submissions.live import changes

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
class Snapshot:
    """The state as JSON, and whether nothing will follow it."""

    submission_id: uuid.UUID
    json: str
    final: bool


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
            return self._read(*args, **kwargs)
        finally:
            close_old_connections()


async def snapshot_events(
    submission_id: uuid.UUID, read: Callable[[], Snapshot]
) -> AsyncIterator[bytes]:
    """Yield each new state once, and heartbeats while nothing changes.

    The state is read again at every heartbeat too, so that a Redis that is away costs
    promptness and nothing else.
    """
    read_again = Reading(read)
    ends_at = time.monotonic() + _LONGEST_SECONDS
    sent = ""
    yield _RECONNECT
    async for _ in changes(submission_id, at_least_every=HEARTBEAT_SECONDS):
        try:
            state = await read_again()
        except (DatabaseError, InterfaceError, DomainError) as error:
            log.warning("stream ended early", error=type(error).__name__)
            return
        yield _HEARTBEAT if state.json == sent else _event(state)
        sent = state.json
        if state.final or time.monotonic() > ends_at:
            return


def _event(state: Snapshot) -> bytes:
    return f"event: snapshot\ndata: {state.json}\n\n".encode()
