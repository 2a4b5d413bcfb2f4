"""Finds slow connections within one slice."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterable

from core.delivery.claim import Claim, ConnectionQueue

SLOW_SECONDS = 1.0


class Latencies:
    """The start of each send in flight, and the connections that were slow last time."""

    def __init__(self) -> None:
        self._in_flight: dict[uuid.UUID, tuple[uuid.UUID, float]] = {}
        self._slow: set[uuid.UUID] = set()

    def started(self, claim: Claim) -> None:
        self._in_flight[claim.step_run_id] = (claim.connection_id, time.monotonic())

    def completed(self, claims: Iterable[Claim]) -> list[float]:
        """Note the end of these sends. Returns how many seconds each took."""
        now = time.monotonic()
        took = []
        for claim in claims:
            connection_id, started = self._in_flight.pop(claim.step_run_id)
            took.append(now - started)
            if now - started > SLOW_SECONDS:
                self._slow.add(connection_id)
            else:
                self._slow.discard(connection_id)
        return took

    def waiting_for_slow(self) -> bool:
        """Whether a send has been in flight for long."""
        now = time.monotonic()
        return any(now - started > SLOW_SECONDS for _, started in self._in_flight.values())

    def quick(self, queues: Iterable[ConnectionQueue]) -> list[ConnectionQueue]:
        """The queues of connections that are not known to be slow."""
        now = time.monotonic()
        slow = {
            account for account, started in self._in_flight.values() if now - started > SLOW_SECONDS
        } | self._slow
        return [queue for queue in queues if queue.connection_id not in slow]
