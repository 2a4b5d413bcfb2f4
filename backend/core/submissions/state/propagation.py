"""How step runs move each other and their submission. Call inside a transaction.

Lock order, everywhere: submissions (their states) by id, ordering lines, then step runs. With its
submission locked, no other transaction settles, unlocks or skips the runs of that submission.
"""

from __future__ import annotations

import functools
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection

from core.postgres.statements import fetch_prepared
from core.submissions.models import EventKind, StepRun, StepStatus
from core.submissions.state.event_log import events_log_steps
from core.submissions.state.ordering import Line, ordering_lines, ordering_lock, ordering_release

DELIVER_WITHIN = timedelta(days=3)
"""How long a step has from the moment it may first be sent."""

_UNLOCK = """
UPDATE submissions_steprun AS run
SET waiting_for = run.waiting_for - done.steps,
    status = CASE WHEN run.waiting_for = done.steps THEN 'ready' ELSE run.status END,
    next_attempt_at = CASE WHEN run.waiting_for = done.steps
                           THEN GREATEST(now(), run.next_attempt_at) ELSE run.next_attempt_at END,
    deadline_at = CASE WHEN run.waiting_for = done.steps THEN now() + %(within)s
                       ELSE run.deadline_at END
FROM (
    SELECT blocked.id, count(*) AS steps
    FROM unnest(%(submissions)s::uuid[], %(steps)s::uuid[]) AS ended(submission_id, step_id)
    JOIN workflows_step AS ended_step ON ended_step.id = ended.step_id
    JOIN submissions_steprun AS blocked ON blocked.submission_id = ended.submission_id
    JOIN workflows_step AS next_step ON next_step.id = blocked.step_id
    WHERE blocked.status = 'blocked' AND ended_step.key = ANY (next_step.depends_on)
    GROUP BY blocked.id
) AS done
WHERE run.id = done.id AND run.status = 'blocked'
RETURNING run.queue, run.connection_id, run.status
"""

_FOLLOWED = """
SELECT EXISTS (
    SELECT FROM workflows_step AS next_step
    WHERE next_step.version_id = step.version_id AND step.key = ANY (next_step.depends_on))
FROM workflows_step AS step WHERE step.id = %(step)s
"""
_STEPS_KEPT = 4096

_REFRESH = """
WITH changed AS (
    UPDATE submissions_submissionstate AS state
    SET status = fresh.status,
        finished_at = CASE WHEN fresh.status IN ('succeeded', 'failed', 'cancelled') THEN now() END
    FROM (
        SELECT submission_id,
            CASE
                WHEN bool_or(status = 'unknown') THEN 'needs_attention'
                WHEN bool_or(status IN ('ready', 'sending', 'waiting', 'blocked')) THEN
                    CASE WHEN bool_or(fence > 0) THEN 'delivering' ELSE 'accepted' END
                WHEN bool_or(status = 'failed') THEN 'failed'
                WHEN bool_or(status = 'cancelled') THEN 'cancelled'
                ELSE 'succeeded'
            END AS status
        FROM submissions_steprun WHERE submission_id = ANY (%(ids)s::uuid[])
        GROUP BY submission_id
    ) AS fresh
    WHERE state.submission_id = fresh.submission_id AND state.status <> fresh.status
    RETURNING state.submission_id, state.organization_id, state.status
), logged AS (
    INSERT INTO submissions_event (organization_id, submission_id, at, kind, detail)
    SELECT organization_id, submission_id, now(), 'submission.' || status, '{}'
    FROM changed WHERE status NOT IN ('accepted', 'delivering')
)
SELECT submission_id, status FROM changed
"""

_LOCK = """
SELECT submission_id FROM submissions_submissionstate
WHERE submission_id = ANY (%(ids)s::uuid[])
ORDER BY submission_id FOR NO KEY UPDATE
"""

_SKIP = """
UPDATE submissions_steprun
SET status = 'skipped', not_needed = %(not_needed)s, error_message = %(message)s,
    next_attempt_at = NULL, finished_at = now()
WHERE id = %(id)s AND status = 'blocked' RETURNING id
"""
_NOT_NEEDED = "Not needed, because nothing before it was needed."


@dataclass(frozen=True, slots=True)
class Due:
    """Where runs became due: a queue and a connection."""

    queue: str
    connection_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Followed:
    """Where runs became due, and the new status of each submission whose status changed."""

    due: set[Due]
    statuses: dict[uuid.UUID, str]


def lock_submissions(submission_ids: Iterable[uuid.UUID]) -> None:
    """Take the submissions' states, in the order of their ids, until the transaction ends."""
    fetch_prepared(_LOCK, {"ids": list(submission_ids)})


def lock_lines(submission_ids: Iterable[uuid.UUID]) -> list[Line]:
    """Take, and return, the ordering lines in which open runs of these submissions stand."""
    lines = ordering_lines(submission_ids)
    ordering_lock(lines)
    return lines


def runs_ended(
    *,
    submission_ids: Sequence[uuid.UUID],
    succeeded: Iterable[tuple[uuid.UUID, uuid.UUID]] = (),
    not_needed: Iterable[tuple[uuid.UUID, uuid.UUID]] = (),
    broken: Iterable[uuid.UUID] = (),
    lines: Iterable[Line] = (),
) -> Followed:
    """Follow up on runs that have just ended; where others became due.

    ``succeeded``: (submission, step) pairs, whose dependants go on. ``not_needed``: such pairs of
    runs that were skipped by their condition; dependants go on if anything before them succeeded.
    ``broken``: submissions with a run that failed or was cancelled, whose dependants are skipped.
    ``lines``: ordering lines, locked by the caller, whose head may have ended. Refreshes every
    submission's status.
    """
    passed = list(not_needed)
    due = unlock_dependants([*succeeded, *passed, *skip_not_needed(passed)])
    skip_dependants(broken)
    due |= {Due(*each) for each in ordering_release(lines, within=DELIVER_WITHIN)}
    return Followed(due, refresh_statuses(submission_ids))


def unlock_dependants(succeeded: Iterable[tuple[uuid.UUID, uuid.UUID]]) -> set[Due]:
    """Release runs whose last dependency was among the (submission, step) pairs."""
    pairs = [(submission, step) for submission, step in succeeded if _may_be_followed(step)]
    if not pairs:
        return set()
    submissions, steps = zip(*pairs, strict=True)
    parameters = {"submissions": list(submissions), "steps": list(steps), "within": DELIVER_WITHIN}
    rows = fetch_prepared(_UNLOCK, parameters)
    return {Due(queue, account) for queue, account, status in rows if status == StepStatus.READY}


def _may_be_followed(step_id: uuid.UUID) -> bool:
    """False if no step depends on this one. One that is not there stops no settlement."""
    try:
        return _followed(step_id)
    except KeyError:
        return True


@functools.lru_cache(maxsize=_STEPS_KEPT)
def _followed(step_id: uuid.UUID) -> bool:
    """Read once per process, like all of a version. Raises KeyError, which is not kept."""
    rows = fetch_prepared(_FOLLOWED, {"step": step_id})
    if not rows:
        raise KeyError(f"There is no step {step_id}.")
    return bool(rows[0][0])


def skip_not_needed(
    passed: Iterable[tuple[uuid.UUID, uuid.UUID]],
) -> list[tuple[uuid.UUID, uuid.UUID]]:
    """Skip, through any depth, the blocked runs before which nothing was needed.

    Returns their (submission, step) pairs: they too are out of the way of what depends on them.
    """
    wanted = {submission for submission, step in passed if _may_be_followed(step)}
    if not wanted:
        return []
    skipped = [run for siblings in _runs_of(wanted) for run in _skip_not_needed(siblings)]
    events_log_steps(EventKind.STEP_SKIPPED, skipped, {"reason": "needs"})
    return [(run.submission_id, run.step_id) for run in skipped]


def skip_dependants(submission_ids: Iterable[uuid.UUID]) -> None:
    """Skip, through any depth, the blocked runs that depend on one that ended without success."""
    wanted = set(submission_ids)
    if not wanted:
        return
    skipped = [run for siblings in _runs_of(wanted) for run in _skip_after_failures(siblings)]
    events_log_steps(EventKind.STEP_SKIPPED, skipped, {"reason": "failure"})


def refresh_statuses(submission_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Derive each submission's status from its step runs, and log what it became.

    Returns the new status of those that changed.
    """
    return dict(fetch_prepared(_REFRESH, {"ids": list(submission_ids)}))


def _runs_of(submission_ids: AbstractSet[uuid.UUID]) -> list[list[StepRun]]:
    """The runs of each submission, in the order of their positions: dependants come later."""
    runs: dict[uuid.UUID, list[StepRun]] = defaultdict(list)
    found = StepRun.objects.across_organizations("a settlement spans those of its runs")
    found = found.filter(submission__in=submission_ids).select_related("step")
    for run in found.order_by("position"):
        runs[run.submission_id].append(run)
    return list(runs.values())


def _skip_not_needed(runs: list[StepRun]) -> list[StepRun]:
    passed = {run.step.key for run in runs if run.not_needed}
    skipped = []
    for run in runs:
        needs = run.step.depends_on
        if run.status != StepStatus.BLOCKED or not needs or not passed.issuperset(needs):
            continue
        if _skip(run, _NOT_NEEDED, not_needed=True):
            passed.add(run.step.key)
            skipped.append(run)
    return skipped


def _skip_after_failures(runs: list[StepRun]) -> list[StepRun]:
    ended = {StepStatus.FAILED, StepStatus.SKIPPED, StepStatus.CANCELLED}
    broken = {run.step.key: run for run in runs if run.status in ended and not run.not_needed}
    skipped = []
    for run in runs:
        cause = next((broken[key] for key in run.step.depends_on if key in broken), None)
        if run.status != StepStatus.BLOCKED or cause is None:
            continue
        message = f"Not sent, because “{cause.step.title}” did not succeed."
        if _skip(run, message, not_needed=False):
            run.status = StepStatus.SKIPPED
            skipped.append(run)
        broken[run.step.key] = run
    return skipped


def _skip(run: StepRun, message: str, *, not_needed: bool) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_SKIP, {"id": run.pk, "message": message, "not_needed": not_needed})
        return cursor.fetchone() is not None
