"""API keys that were looked up moments ago, so that a busy client's are not asked for each time.

Only keys that were found are kept, under a hash of the secret, in the memory of this process. A
revoked key is therefore refused everywhere at the latest `WAYBILL_API_KEY_CACHE_SECONDS` later.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Generic, TypeVar

from core.crypto.secret_hashes import secret_hash

T = TypeVar("T")

_MOST = 10_000


class KnownKeys(Generic[T]):
    """What belongs to a secret, for some seconds. Threads may share it."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._kept: dict[bytes, tuple[float, T]] = {}

    def get(self, secret: str) -> T | None:
        """What was kept for this secret, None if nothing was or its time is over."""
        found = self._kept.get(secret_hash(secret))
        return found[1] if found is not None and self._clock() < found[0] else None

    def keep(self, secret: str, value: T, *, until: float | None = None) -> None:
        """Remember a secret that was just found to be good, until (since 1970) it no longer is."""
        seconds = self._seconds if until is None else min(self._seconds, until - time.time())
        if seconds <= 0:
            return
        if len(self._kept) >= _MOST:
            self._kept = {}
        self._kept[secret_hash(secret)] = (self._clock() + seconds, value)
