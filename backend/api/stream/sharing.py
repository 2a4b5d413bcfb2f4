"""Concurrent callers of the same read share one read."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class SharedReads(Generic[T]):
    """Callers that ask for a key before its read begins share the read; later ones get a new one.

    So no caller gets a state that is older than its call.
    """

    def __init__(self) -> None:
        self._next: dict[Hashable, asyncio.Task[T]] = {}
        self._current: dict[Hashable, asyncio.Task[T]] = {}

    async def get(self, key: Hashable, read: Callable[[], Awaitable[T]]) -> T:
        """The result of a ``read`` that begins after this call. Raises its errors."""
        task = self._next.get(key)
        if task is None:
            task = self._next[key] = asyncio.create_task(self._read(key, read))
        # A caller that leaves must not cancel the read of the others.
        return await asyncio.shield(task)

    async def _read(self, key: Hashable, read: Callable[[], Awaitable[T]]) -> T:
        before: asyncio.Task[Any] | None = self._current.get(key)
        if before is not None:
            await asyncio.wait([before])
        mine = self._current[key] = self._next.pop(key)
        try:
            return await read()
        finally:
            if self._current.get(key) is mine:
                del self._current[key]
