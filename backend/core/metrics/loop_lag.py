"""Measures how late an event loop runs what is due: a blocked loop delays every send and stream."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from core.metrics import catalogue

_SECONDS = 0.25


class _Watch:
    """A timer that comes again and again, and notes how late it comes."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._wait()

    def _wait(self) -> None:
        self._due = self._loop.time() + _SECONDS
        self._timer = self._loop.call_at(self._due, self._came)

    def _came(self) -> None:
        catalogue.LOOP_LAG.observe(max(0.0, self._loop.time() - self._due))
        self._wait()

    def end(self) -> None:
        self._timer.cancel()


def loop_lag_watch() -> None:
    """Watch the running loop for as long as it runs."""
    _Watch(asyncio.get_running_loop())


@asynccontextmanager
async def loop_lag_watched() -> AsyncIterator[None]:
    """Watch the running loop until the block ends."""
    watch = _Watch(asyncio.get_running_loop())
    try:
        yield
    finally:
        watch.end()
