"""Count what happened. Each takes microseconds, waits for nobody and never fails its caller."""

from __future__ import annotations

import time
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from core.metrics import catalogue
from core.metrics.names import WorkflowName

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_PASSING = frozenset({"accepted", "delivering"})


def intake_count(name: WorkflowName, source: str, accepted: int) -> None:
    """Submissions of one call were committed."""
    catalogue.ACCEPTED.labels(name.organization, name.workflow, source).inc(accepted)


def refusals_count(source: str, refused: int) -> None:
    """Submissions of one call were refused."""
    catalogue.REFUSED.labels(source).inc(refused)


def intake_time(seconds: float) -> None:
    """A call was committed after so many seconds."""
    catalogue.INTAKE.observe(seconds)


def request_time(method: str, route: str, status: int, seconds: float) -> None:
    """A request was answered. ``route``: the pattern, not the path, which has no end of values."""
    known = method if method in _METHODS else "other"
    catalogue.REQUESTS.labels(known, route, f"{status // 100}xx").observe(seconds)


def claim_count(queue: str, claimed: int, seconds: float) -> None:
    """A claim took ``claimed`` step runs in so many seconds."""
    catalogue.CLAIM.observe(seconds)
    if claimed:
        catalogue.CLAIMED.labels(queue).inc(claimed)


def settlement_count(seconds: float, stale: int) -> None:
    """A batch was settled; ``stale`` of it came too late."""
    catalogue.SETTLE.observe(seconds)
    if stale:
        catalogue.STALE.inc(stale)


def attempts_time(connector: str, seconds: Iterable[float]) -> None:
    """Attempts at one kind of system ended after so many seconds each."""
    observe = catalogue.ATTEMPT.labels(connector).observe
    for each in seconds:
        observe(each)


def attempts_count(counts: Mapping[tuple[str, str, str], int]) -> None:
    """How many attempts ended, by connector, outcome and kind of error."""
    for labels, count in counts.items():
        catalogue.ATTEMPTS.labels(*labels).inc(count)


def steps_count(ended: Mapping[tuple[WorkflowName, str, str], int]) -> None:
    """How many step runs ended, by workflow, connector and status."""
    for (name, connector, status), count in ended.items():
        catalogue.STEPS.labels(name.organization, name.workflow, connector, status).inc(count)


def submissions_count(ended: Iterable[tuple[uuid.UUID, WorkflowName, str]]) -> None:
    """Submissions reached a status. Their ids tell when they were accepted."""
    counts: Counter[tuple[str, str, str]] = Counter()
    now = time.time()
    for submission_id, name, status in ended:
        if status in _PASSING:
            continue
        counts[name.organization, name.workflow, status] += 1
        age = now - (submission_id.int >> 80) / 1000
        catalogue.END_TO_END.labels(status).observe(max(0.0, age))
    for labels, count in counts.items():
        catalogue.SUBMISSIONS.labels(*labels).inc(count)


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
