"""Count what happened. Each takes microseconds, waits for nobody and never fails its caller.

Series are files in memory that grow now and then, so counting can fail: when their disk is full.
"""

from __future__ import annotations

import functools
import time
import uuid
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import ParamSpec

import structlog
from prometheus_client import Counter as Total
from prometheus_client import Histogram

from core.metrics import catalogue
from core.metrics.names import WorkflowName

log = structlog.get_logger(__name__)

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_PASSING = frozenset({"accepted", "delivering"})


_CHILDREN_KEPT = 8192

P = ParamSpec("P")


def _harmless(count: Callable[P, None]) -> Callable[P, None]:
    @functools.wraps(count)
    def counted(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            count(*args, **kwargs)
        except (OSError, ValueError) as error:
            log.warning("not counted", error=type(error).__name__)

    return counted


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


@_harmless
def intake_count(name: WorkflowName, source: str, accepted: int) -> None:
    """Submissions of one call were committed."""
    _total(catalogue.ACCEPTED, name.organization, name.workflow, source).inc(accepted)


@_harmless
def refusals_count(source: str, refused: int) -> None:
    """Submissions of one call were refused."""
    _total(catalogue.REFUSED, source).inc(refused)


@_harmless
def intake_time(seconds: float) -> None:
    """A call was committed after so many seconds."""
    _observe(catalogue.INTAKE, (seconds,))


@_harmless
def request_time(method: str, route: str, status: int, seconds: float) -> None:
    """A request was answered. ``route``: the pattern, not the path, which has no end of values."""
    known = method if method in _METHODS else "other"
    _observe(_histogram(catalogue.REQUESTS, known, route, f"{status // 100}xx"), (seconds,))


@_harmless
def claim_count(queue: str, claimed: int, seconds: float) -> None:
    """A claim took ``claimed`` step runs in so many seconds."""
    _observe(catalogue.CLAIM, (seconds,))
    if claimed:
        _total(catalogue.CLAIMED, queue).inc(claimed)


@_harmless
def settlement_count(seconds: float, stale: int) -> None:
    """A batch was settled; ``stale`` of it came too late."""
    _observe(catalogue.SETTLE, (seconds,))
    if stale:
        catalogue.STALE.inc(stale)


@_harmless
def attempts_time(connector: str, seconds: Iterable[float]) -> None:
    """Attempts at one kind of system ended after so many seconds each."""
    _observe(_histogram(catalogue.ATTEMPT, connector), seconds)


@_harmless
def attempts_count(counts: Mapping[tuple[str, str, str], int]) -> None:
    """How many attempts ended, by connector, outcome and kind of error."""
    for labels, count in counts.items():
        _total(catalogue.ATTEMPTS, *labels).inc(count)


@_harmless
def steps_count(ended: Mapping[tuple[WorkflowName, str, str], int]) -> None:
    """How many step runs ended, by workflow, connector and status."""
    for (name, connector, status), count in ended.items():
        _total(catalogue.STEPS, name.organization, name.workflow, connector, status).inc(count)


@_harmless
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


@_harmless
def leases_count(given_back: int, unknown: int) -> None:
    """Step runs of dead workers were settled."""
    for result, count in (("given_back", given_back), ("unknown", unknown)):
        if count:
            catalogue.LEASES_EXPIRED.labels(result).inc(count)


@_harmless
def deadlines_count(given_up: int) -> None:
    """Step runs were given up at their deadline."""
    if given_up:
        catalogue.DEADLINES.inc(given_up)


@_harmless
def callback_count(status: str, seconds: float) -> None:
    """One try of a callback ended."""
    catalogue.CALLBACKS.labels(status).inc()
    catalogue.CALLBACK.observe(max(0.0, seconds))


@_harmless
def task_count(task: str, state: str, seconds: float | None) -> None:
    """A Celery task ended."""
    catalogue.TASKS.labels(task, state).inc()
    if seconds is not None:
        catalogue.TASK.labels(task).observe(seconds)


@contextmanager
def viewer_counted() -> Iterator[None]:
    """Somebody watches until the block ends."""
    _view(1)
    try:
        yield
    finally:
        _view(-1)


@_harmless
def _view(change: int) -> None:
    catalogue.VIEWERS.inc(change)


@_harmless
def leader_note(leads: bool) -> None:
    """This process's dispatcher leads, or stands by."""
    catalogue.LEADS.set(int(leads))


@_harmless
def pool_note(counts: Mapping[str, float]) -> None:
    """The state of this process's database pool."""
    for state, count in counts.items():
        catalogue.POOL.labels(state).set(count)
