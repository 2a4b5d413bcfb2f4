"""The text that Prometheus reads: what the pool counted, its processes, and further collectors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from prometheus_client import CollectorRegistry, Metric
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector

from core.metrics.pending import counts_write
from core.metrics.pool import Pool
from core.metrics.processes import processes_collect
from core.metrics.store import COUNTED, FOLDER

Further = Callable[[], Iterable[Metric]]


class Exposition(Collector):
    """``further``: called at every reading, and returns what else this process knows."""

    def __init__(self, further: Iterable[Further] = ()) -> None:
        self._pool = Pool(FOLDER) if FOLDER else None
        self._further = list(further)
        self._registry = CollectorRegistry()
        self._registry.register(self)

    def text(self) -> bytes:
        """Everything, in Prometheus' text format."""
        return generate_latest(self._registry)

    def describe(self) -> Iterable[Metric]:
        return []

    def collect(self) -> Iterator[Metric]:
        counts_write()
        if self._pool is None:
            yield from COUNTED.collect()
        else:
            yield from self._pool.collect()
            yield from processes_collect(self._pool.processes())
        for read in self._further:
            yield from read()
