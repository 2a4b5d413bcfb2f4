"""Whose turn it is: the connections with due work, each taken in turn, none for long.

A claim asks for a few lanes at a time, with a quota each, so that what a connection has waiting
does not decide how much of the worker it gets.
"""

from __future__ import annotations

import random
import uuid
from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping

from core.delivery.lanes import Lane

LANES_PER_CLAIM = 32
_SHARE_OF_FLIGHT = 4


class Rota:
    """Lanes in the order in which they are served. ``in_flight``: what the slice may hold."""

    def __init__(self, in_flight: int) -> None:
        self._in_flight = in_flight
        self._turns: OrderedDict[uuid.UUID, Lane] = OrderedDict()
        self._full: dict[uuid.UUID, Lane] = {}
        self._flying: Counter[uuid.UUID] = Counter()

    def __bool__(self) -> bool:
        return bool(self._turns)

    def refresh(self, lanes: list[Lane]) -> None:
        """Take in the lanes that have work now. Those already in line keep their place."""
        found = {lane.connection_id: lane for lane in lanes}
        for connection_id in self._turns.keys() - found.keys():
            del self._turns[connection_id]
        fresh = [lane for lane in lanes if lane.connection_id not in self._turns]
        random.shuffle(fresh)  # so that the workers do not all begin with the same
        for lane in fresh:
            self._turns[lane.connection_id] = lane
        self._turns.update((key, found[key]) for key in self._turns)
        self._full.clear()

    def quotas(self, batch: int) -> dict[Lane, int]:
        """The next lanes and how many runs to claim of each, ``batch`` in total at most."""
        chosen: dict[Lane, int] = {}
        share = self._share()
        for lane in list(self._turns.values()):
            room = min(lane.max_in_flight, share) - self._flying[lane.connection_id]
            if room <= 0:
                self._full[lane.connection_id] = self._turns.pop(lane.connection_id)
                continue
            chosen[lane] = room
            if len(chosen) == min(LANES_PER_CLAIM, batch):
                break
        each = max(1, batch // max(len(chosen), 1))
        return {lane: min(room, each) for lane, room in chosen.items()}

    def _share(self) -> int:
        """No lane may fill the slice while another waits: one that hangs would stop them all."""
        alone = len(self._turns) + len(self._full) <= 1
        return self._in_flight if alone else max(1, self._in_flight // _SHARE_OF_FLIGHT)

    def claimed(self, quotas: Mapping[Lane, int], counts: Mapping[uuid.UUID, int]) -> None:
        """Note what a claim brought: who filled its quota goes to the end, the others out."""
        for lane, quota in quotas.items():
            key = lane.connection_id
            count = counts.get(key, 0)
            self._flying[key] += count
            turn = self._turns.pop(key, None)
            if turn is None:
                continue
            if count >= quota:
                self._turns[key] = turn
            elif self._flying[key] >= turn.max_in_flight:
                self._full[key] = turn

    def locked(self, lanes: Iterable[Lane]) -> None:
        """Put lanes back in line that another worker was claiming from just now."""
        for lane in lanes:
            self._turns[lane.connection_id] = lane

    def landed(self, connection_ids: Iterable[uuid.UUID]) -> None:
        """Note attempts that ended; a lane that was full has room again."""
        for key in connection_ids:
            self._flying[key] -= 1
            if key in self._full:
                self._turns[key] = self._full.pop(key)

    def hold(self, lane: Lane) -> None:
        """Take a lane out of line until the next refresh."""
        self._turns.pop(lane.connection_id, None)
