"""Round robin over the connection queues with due work.

A claim takes a few queues at a time, with a quota each. So a long queue does not get more of the
worker than a short one.
"""

from __future__ import annotations

import random
import uuid
from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping

from core.delivery.claim.connection_queues import ConnectionQueue

QUEUES_PER_CLAIM = 32
_SHARE_OF_CAPACITY = 4


class FairScheduler:
    """Connection queues in serving order.

    ``capacity``: how many sends the slice may have in flight.
    """

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._turns: OrderedDict[uuid.UUID, ConnectionQueue] = OrderedDict()
        self._full: dict[uuid.UUID, ConnectionQueue] = {}
        self._sending: Counter[uuid.UUID] = Counter()

    def __bool__(self) -> bool:
        return bool(self._turns)

    def refresh(self, queues: list[ConnectionQueue]) -> None:
        """Add the queues that have work now. Queues already in line keep their place."""
        found = {queue.connection_id: queue for queue in queues}
        for connection_id in self._turns.keys() - found.keys():
            del self._turns[connection_id]
        fresh = [queue for queue in queues if queue.connection_id not in self._turns]
        random.shuffle(fresh)  # so that workers start with different queues
        for queue in fresh:
            self._turns[queue.connection_id] = queue
        self._turns.update((key, found[key]) for key in self._turns)
        self._full.clear()

    def quotas(self, batch: int) -> dict[ConnectionQueue, int]:
        """The next queues and how many runs to claim of each; ``batch`` is the most in total."""
        chosen: dict[ConnectionQueue, int] = {}
        share = self._share()
        for queue in list(self._turns.values()):
            room = min(queue.max_in_flight, share) - self._sending[queue.connection_id]
            if room <= 0:
                self._full[queue.connection_id] = self._turns.pop(queue.connection_id)
                continue
            chosen[queue] = room
            if len(chosen) == min(QUEUES_PER_CLAIM, batch):
                break
        each = max(1, batch // max(len(chosen), 1))
        return {queue: min(room, each) for queue, room in chosen.items()}

    def _share(self) -> int:
        """One queue's share while others wait: a hanging queue must not stop the rest."""
        alone = len(self._turns) + len(self._full) <= 1
        return self._capacity if alone else max(1, self._capacity // _SHARE_OF_CAPACITY)

    def claimed(
        self, quotas: Mapping[ConnectionQueue, int], counts: Mapping[uuid.UUID, int]
    ) -> None:
        """Note the claimed runs. Queues that filled their quota go to the end; others leave."""
        for queue, quota in quotas.items():
            key = queue.connection_id
            count = counts.get(key, 0)
            self._sending[key] += count
            turn = self._turns.pop(key, None)
            if turn is None:
                continue
            if count >= quota:
                self._turns[key] = turn
            elif self._sending[key] >= turn.max_in_flight:
                self._full[key] = turn

    def locked(self, queues: Iterable[ConnectionQueue]) -> None:
        """Put back queues that another worker was claiming from just now."""
        for queue in queues:
            self._turns[queue.connection_id] = queue

    def completed(self, connection_ids: Iterable[uuid.UUID]) -> None:
        """Note attempts that ended. A full queue has room again."""
        for key in connection_ids:
            self._sending[key] -= 1
            if key in self._full:
                self._turns[key] = self._full.pop(key)

    def hold(self, queue: ConnectionQueue) -> None:
        """Take a queue out of line until the next refresh."""
        self._turns.pop(queue.connection_id, None)
