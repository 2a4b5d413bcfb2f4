"""Count what happened. Each takes microseconds, waits for nobody and never fails its caller."""

from __future__ import annotations

import functools
import time
import uuid
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from prometheus_client import Counter as Total
from prometheus_client import Histogram

from core.metrics import catalogue
from core.metrics.names import WorkflowName

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_PASSING = frozenset({"accepted", "delivering"})


_CHILDREN_KEPT = 8192


@functools.lru_cache(maxsize=_CHILDREN_KEPT)
def _total(metric: Total, *labels: str) -> Total:
    """Finding a series by its labels takes as long as counting in it, so it is kept."""
    return metric.labels(*labels)


@functools.lru_cache(maxsize=_CHILDREN_KEPT)
def _histogram(metric: Histogram, *labels: str) -> Histogram:
    return metric.labels(*labels)


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
        for place, count in counts.items():
            series._buckets[place].inc(count)


def intake_count(name: WorkflowName, source: str, accepted: int) -> None:
    """Submissions of one call were committed."""
    _total(catalogue.ACCEPTED, name.organization, name.workflow, source).inc(accepted)


def refusals_count(source: str, refused: int) -> None:
    """Submissions of one call were refused."""
    _total(catalogue.REFUSED, source).inc(refused)


def intake_time(seconds: float) -> None:
    """A call was committed after so many seconds."""
    _observe(catalogue.INTAKE, (seconds,))


def request_time(method: str, route: str, status: int, seconds: float) -> None:
    """A request was answered. ``route``: the pattern, not the path, which has no end of values."""
    known = method if method in _METHODS else "other"
    _observe(_histogram(catalogue.REQUESTS, known, route, f"{status // 100}xx"), (seconds,))


def claim_count(queue: str, claimed: int, seconds: float) -> None:
    """A claim took ``claimed`` step runs in so many seconds."""
    _observe(catalogue.CLAIM, (seconds,))
    if claimed:
        _total(catalogue.CLAIMED, queue).inc(claimed)


def settlement_count(seconds: float, stale: int) -> None:
    """A batch was settled; ``stale`` of it came too late."""
    _observe(catalogue.SETTLE, (seconds,))
    if stale:
        catalogue.STALE.inc(stale)


def attempts_time(connector: str, seconds: Iterable[float]) -> None:
    """Attempts at one kind of system ended after so many seconds each."""
    _observe(_histogram(catalogue.ATTEMPT, connector), seconds)


def attempts_count(counts: Mapping[tuple[str, str, str], int]) -> None:
    """How many attempts ended, by connector, outcome and kind of error."""
    for labels, count in counts.items():
        _total(catalogue.ATTEMPTS, *labels).inc(count)


def steps_count(ended: Mapping[tuple[WorkflowName, str, str], int]) -> None:
    """How many step runs ended, by workflow, connector and status."""
    for (name, connector, status), count in ended.items():
        _total(catalogue.STEPS, name.organization, name.workflow, connector, status).inc(count)


def submissions_count(ended: Mapping[tuple[WorkflowName, str], Iterable[uuid.UUID]]) -> None:
    """Submissions reached a status, by workflow and status. Their ids tell when they were
    accepted."""
    now = time.time()
    for (name, status), submission_ids in ended.items():
        if status in _PASSING:
            continue
        ages = [max(0.0, now - (each.int >> 80) / 1000) for each in submission_ids]
        _observe(_histogram(catalogue.END_TO_END, status), ages)
        _total(catalogue.SUBMISSIONS, name.organization, name.workflow, status).inc(len(ages))


def leases_count(given_back: int, unknown: int) -> None:
    """Step runs of dead workers were settled."""
    for result, count in (("given_back", given_back), ("unknown", unknown)):
        if count:
            catalogue.LEASES_EXPIRED.labels(result).inc(count)


def deadlines_count(given_up: int) -> None:
    """Step runs were given up at their deadline."""
    if given_up:
        catalogue.DEADLINES.inc(given_up)


def callback_count(status: str, seconds: float) -> None:
    """One try of a callback ended."""
    catalogue.CALLBACKS.labels(status).inc()
    catalogue.CALLBACK.observe(max(0.0, seconds))


def task_count(task: str, state: str, seconds: float | None) -> None:
    """A Celery task ended."""
    catalogue.TASKS.labels(task, state).inc()
    if seconds is not None:
        catalogue.TASK.labels(task).observe(seconds)


@contextmanager
def viewer_counted() -> Iterator[None]:
    """Somebody watches until the block ends."""
    catalogue.VIEWERS.inc()
    try:
        yield
    finally:
        catalogue.VIEWERS.dec()


def leader_note(leads: bool) -> None:
    """This process's dispatcher leads, or stands by."""
    catalogue.LEADS.set(int(leads))


def pool_note(counts: Mapping[str, float]) -> None:
    """The state of this process's database pool."""
    for state, count in counts.items():
        catalogue.POOL.labels(state).set(count)
