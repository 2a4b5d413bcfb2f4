"""How step runs move each other and their submission. Call inside a transaction.

Lock order, everywhere: submissions by id, then step runs. With its submission locked,
no other transaction settles, unlocks or skips the runs of that submission.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models.functions import Now

from core.submissions.models import StepRun, StepStatus, Submission

_UNLOCK = """
UPDATE submissions_steprun AS run
SET waiting_for = run.waiting_for - done.steps,
    status = CASE WHEN run.waiting_for = done.steps THEN 'ready' ELSE run.status END,
    next_attempt_at = CASE WHEN run.waiting_for = done.steps THEN now() END
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
RETURNING run.queue, run.status
"""

_REFRESH = """
UPDATE submissions_submission AS submission
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
WHERE submission.id = fresh.submission_id AND submission.status <> fresh.status
"""


def lock_submissions(submission_ids: Sequence[uuid.UUID]) -> None:
    """Take the submissions, in the order of their ids, until the transaction ends."""
    rows = Submission.objects.filter(pk__in=submission_ids).order_by("pk")
    list(rows.select_for_update(no_key=True).values_list("pk", flat=True))


def unlock_dependants(succeeded: Iterable[tuple[uuid.UUID, uuid.UUID]]) -> set[str]:
    """Release runs whose last dependency was among the (submission, step) pairs; their queues."""
    pairs = list(succeeded)
    if not pairs:
        return set()
    submissions, steps = zip(*pairs, strict=True)
    with connection.cursor() as cursor:
        cursor.execute(_UNLOCK, {"submissions": list(submissions), "steps": list(steps)})
        return {queue for queue, status in cursor.fetchall() if status == StepStatus.READY}


def skip_dependants(submission_ids: Iterable[uuid.UUID]) -> None:
    """Skip, through any depth, the blocked runs that depend on a failed or skipped one."""
    runs: dict[uuid.UUID, list[StepRun]] = defaultdict(list)
    for run in StepRun.objects.filter(submission__in=set(submission_ids)).select_related("step"):
        runs[run.submission_id].append(run)
    for siblings in runs.values():
        _skip_after_failures(siblings)


def refresh_statuses(submission_ids: Sequence[uuid.UUID]) -> None:
    """Derive each submission's status from its step runs."""
    with connection.cursor() as cursor:
        cursor.execute(_REFRESH, {"ids": list(submission_ids)})


def _skip_after_failures(runs: list[StepRun]) -> None:
    ended = {StepStatus.FAILED, StepStatus.SKIPPED, StepStatus.CANCELLED}
    broken = {run.step.key: run for run in runs if run.status in ended}
    for run in sorted(runs, key=lambda each: each.position):
        cause = next((broken[key] for key in run.step.depends_on if key in broken), None)
        if run.status != StepStatus.BLOCKED or cause is None:
            continue
        run.status = StepStatus.SKIPPED
        run.error_message = f"Not sent, because “{cause.step.title}” did not succeed."
        StepRun.objects.filter(pk=run.pk, status=StepStatus.BLOCKED).update(
            status=run.status, error_message=run.error_message, finished_at=Now()
        )
        broken[run.step.key] = run
