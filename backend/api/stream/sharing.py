"""One read for everybody who asks for the same at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class SharedReads(Generic[T]):
    """Joins those who ask for a key before its read has begun; who asks later gets a later read.

    So nobody is given a state that is older than the question.
    """

    def __init__(self) -> None:
        self._next: dict[Hashable, asyncio.Task[T]] = {}
        self._current: dict[Hashable, asyncio.Task[T]] = {}

    async def get(self, key: Hashable, read: Callable[[], Awaitable[T]]) -> T:
        """What ``read`` gives, begun after this call. Raises what it raises."""
        task = self._next.get(key)
        if task is None:
            task = self._next[key] = asyncio.create_task(self._read(key, read))
        # Whoever leaves must not end the read of those who stay.
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
