"""Count what happened. Each takes a microsecond, waits for nobody and never fails its caller."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from core.metrics import catalogue
from core.metrics.names import WorkflowName
from core.metrics.pending import count, failing_alone, observe

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_PASSING = frozenset({"accepted", "delivering"})


def intake_count(name: WorkflowName, source: str, accepted: int) -> None:
    """Submissions of one call were committed."""
    count(catalogue.ACCEPTED, (name.organization, name.workflow, source), accepted)


def refusals_count(source: str, refused: int) -> None:
    """Submissions of one call were refused."""
    count(catalogue.REFUSED, (source,), refused)


def intake_time(seconds: float) -> None:
    """A call was committed after so many seconds."""
    observe(catalogue.INTAKE, (), (seconds,))


def request_time(method: str, route: str, status: int, seconds: float) -> None:
    """A request was answered. ``route``: the pattern, not the path, which has no end of values."""
    known = method if method in _METHODS else "other"
    observe(catalogue.REQUESTS, (known, route, f"{status // 100}xx"), (seconds,))


def claim_count(queue: str, claimed: int, seconds: float) -> None:
    """A claim took ``claimed`` step runs in so many seconds."""
    observe(catalogue.CLAIM, (), (seconds,))
    if claimed:
        count(catalogue.CLAIMED, (queue,), claimed)


def settlement_count(seconds: float, stale: int) -> None:
    """A batch was settled; ``stale`` of it came too late."""
    observe(catalogue.SETTLE, (), (seconds,))
    if stale:
        count(catalogue.STALE, (), stale)


def attempts_time(connector: str, seconds: Iterable[float]) -> None:
    """Attempts at one kind of system ended after so many seconds each."""
    observe(catalogue.ATTEMPT, (connector,), list(seconds))


def attempts_count(counts: Mapping[tuple[str, str, str], int]) -> None:
    """How many attempts ended, by connector, outcome and kind of error."""
    for labels, ended in counts.items():
        count(catalogue.ATTEMPTS, labels, ended)


def steps_count(ended: Mapping[tuple[WorkflowName, str, str], int]) -> None:
    """How many step runs ended, by workflow, connector and status."""
    for (name, connector, status), steps in ended.items():
        count(catalogue.STEPS, (name.organization, name.workflow, connector, status), steps)


def submissions_count(ended: Mapping[tuple[WorkflowName, str], Iterable[uuid.UUID]]) -> None:
    """Submissions reached a status, by workflow and status. Their ids tell when they were
    accepted."""
    now = time.time()
    for (name, status), submission_ids in ended.items():
        if status in _PASSING:
            continue
        ages = [max(0.0, now - (each.int >> 80) / 1000) for each in submission_ids]
        observe(catalogue.END_TO_END, (status,), ages)
        count(catalogue.SUBMISSIONS, (name.organization, name.workflow, status), len(ages))


def leases_count(given_back: int, unknown: int) -> None:
    """Step runs of dead workers were settled."""
    for result, leases in (("given_back", given_back), ("unknown", unknown)):
        if leases:
            count(catalogue.LEASES_EXPIRED, (result,), leases)


def process_note() -> None:
    """Prometheus sees this process from now on. A forked one has no files before it counts."""
    count(catalogue.DEADLINES, (), 0)


def deadlines_count(given_up: int) -> None:
    """Step runs were given up at their deadline."""
    if given_up:
        count(catalogue.DEADLINES, (), given_up)


def callback_count(status: str, seconds: float) -> None:
    """One try of a callback ended."""
    count(catalogue.CALLBACKS, (status,), 1)
    observe(catalogue.CALLBACK, (), (max(0.0, seconds),))


def task_count(task: str, state: str, seconds: float | None) -> None:
    """A Celery task ended."""
    count(catalogue.TASKS, (task, state), 1)
    if seconds is not None:
        observe(catalogue.TASK, (task,), (seconds,))


@contextmanager
def viewer_counted() -> Iterator[None]:
    """Somebody watches until the block ends."""
    _view(1)
    try:
        yield
    finally:
        _view(-1)


@failing_alone()
def _view(change: int) -> None:
    catalogue.VIEWERS.inc(change)


@failing_alone()
def leader_note(leads: bool) -> None:
    """This process's dispatcher leads, or stands by."""
    catalogue.LEADS.set(int(leads))


@failing_alone()
def pool_note(counts: Mapping[str, float]) -> None:
    """The state of this process's database pool."""
    for state, connections in counts.items():
        catalogue.POOL.labels(state).set(connections)
