"""What was counted and is not in its series yet: written once a second, by a thread of the process.

Series are files that all processes of a pool share. A write to one costs a request up to ten
microseconds, because the system gives each page of a file anew after it has stored it; a second's
writes cost little more than one. A process that is killed takes the counts of its last second with
it.
"""

from __future__ import annotations

import atexit
import functools
import os
import threading
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import structlog
from prometheus_client import Counter as Total
from prometheus_client import Histogram

log = structlog.get_logger(__name__)

WRITTEN_EVERY_SECONDS = 1.0
_MOST = 200_000
_CHILDREN_KEPT = 8192

_totals: deque[tuple[Total, tuple[str, ...], float]] = deque(maxlen=_MOST)
_observations: deque[tuple[Histogram, tuple[str, ...], Iterable[float]]] = deque(maxlen=_MOST)
_writing = threading.Lock()


class _Writer:
    """The thread that writes, begun at the first count: so after a fork."""

    def __init__(self) -> None:
        self.begun = False
        self._beginning = threading.Lock()

    def begin(self) -> None:
        with self._beginning:
            if not self.begun:
                threading.Thread(target=self._run, name="metrics-counts", daemon=True).start()
                self.begun = True

    def _run(self) -> None:
        tick = threading.Event()
        while not tick.wait(WRITTEN_EVERY_SECONDS):
            counts_write()


_writer = _Writer()


def count(metric: Total, labels: tuple[str, ...], amount: float) -> None:
    """``metric``'s series of these labels grows by ``amount``."""
    _totals.append((metric, labels, amount))
    if not _writer.begun:
        _writer.begin()


def observe(metric: Histogram, labels: tuple[str, ...], values: Iterable[float]) -> None:
    """These values belong to ``metric``'s series of these labels."""
    _observations.append((metric, labels, values))
    if not _writer.begun:
        _writer.begin()


def counts_write() -> None:
    """Write what waits. Never fails its caller."""
    with _writing:
        _write_totals()
        _write_observations()


@contextmanager
def failing_alone() -> Iterator[None]:
    """Series are files that grow now and then. A full disk costs the count and nothing else."""
    try:
        yield
    except (OSError, ValueError) as error:
        log.warning("not counted", error=type(error).__name__)


def _write_totals() -> None:
    sums: dict[tuple[Total, tuple[str, ...]], float] = {}
    while _totals:
        metric, labels, amount = _totals.popleft()
        sums[metric, labels] = sums.get((metric, labels), 0.0) + amount
    for (metric, labels), amount in sums.items():
        with failing_alone():
            _total(metric, labels).inc(amount)


def _write_observations() -> None:
    values: dict[tuple[Histogram, tuple[str, ...]], list[float]] = {}
    while _observations:
        metric, labels, observed = _observations.popleft()
        values.setdefault((metric, labels), []).extend(observed)
    for (metric, labels), observed in values.items():
        with failing_alone():
            _observe(_histogram(metric, labels), observed)


@functools.lru_cache(maxsize=_CHILDREN_KEPT)
def _total(metric: Total, labels: tuple[str, ...]) -> Total:
    """Finding a series by its labels takes as long as counting in it, so it is kept."""
    return metric.labels(*labels) if labels else metric


@functools.lru_cache(maxsize=_CHILDREN_KEPT)
def _histogram(metric: Histogram, labels: tuple[str, ...]) -> Histogram:
    return metric.labels(*labels) if labels else metric


def _observe(series: Histogram, values: Iterable[float]) -> None:
    """`Histogram.observe` for many values: one write for each bucket, not two for each value."""
    bounds = series._upper_bounds
    counts: dict[int, int] = {}
    total = 0.0
    for value in values:
        total += value
        place = bisect_left(bounds, value)
        counts[place] = counts.get(place, 0) + 1
    if counts:
        series._sum.inc(total)
        for place, found in counts.items():
            series._buckets[place].inc(found)


def _begin_anew() -> None:
    """What waited in the process that forked is written there; its locks may be held for ever."""
    global _writer, _writing
    _totals.clear()
    _observations.clear()
    _writer, _writing = _Writer(), threading.Lock()


os.register_at_fork(after_in_child=_begin_anew)
atexit.register(counts_write)
