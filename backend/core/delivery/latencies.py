"""Which connections answer slowly, as one slice sees it."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterable

from core.delivery.claims import Claim
from core.delivery.lanes import Lane

SLOW_SECONDS = 1.0


class Latencies:
    """Remembers what flies since when, and which connections took long the last time."""

    def __init__(self) -> None:
        self._flying: dict[uuid.UUID, tuple[uuid.UUID, float]] = {}
        self._slow: set[uuid.UUID] = set()

    def began(self, claim: Claim) -> None:
        self._flying[claim.step_run_id] = (claim.connection_id, time.monotonic())

    def landed(self, claims: Iterable[Claim]) -> None:
        now = time.monotonic()
        for claim in claims:
            connection_id, began = self._flying.pop(claim.step_run_id)
            if now - began > SLOW_SECONDS:
                self._slow.add(connection_id)
            else:
                self._slow.discard(connection_id)

    def waiting_for_slow(self) -> bool:
        """Whether something has been in flight for long."""
        now = time.monotonic()
        return any(now - began > SLOW_SECONDS for _, began in self._flying.values())

    def quick(self, lanes: Iterable[Lane]) -> list[Lane]:
        """The lanes that are not known to answer slowly."""
        now = time.monotonic()
        slow = {
            account for account, began in self._flying.values() if now - began > SLOW_SECONDS
        } | self._slow
        return [lane for lane in lanes if lane.connection_id not in slow]
