"""Ends runs that are still due at their deadline, and says so."""

from __future__ import annotations

from django.db import transaction
from django.db.models.functions import Now

from core.metrics import deadlines_count
from core.postgres.statements import fetch
from core.submissions.models import DUE, StepRun, StepStatus
from core.submissions.state import lock_lines, lock_submissions, notify_due, runs_ended

BATCH = 500
GIVEN_UP = "Given up at its deadline. {before}"

_GIVE_UP = """
WITH ended AS (
    UPDATE submissions_steprun AS run
    SET status = CASE WHEN run.in_doubt THEN 'unknown' ELSE 'failed' END,
        next_attempt_at = NULL,
        error_message = replace(%(told)s::text, '{before}', run.error_message),
        finished_at = CASE WHEN run.in_doubt THEN NULL ELSE now() END
    WHERE run.submission_id = ANY (%(submissions)s::uuid[])
        AND run.status IN ('ready', 'waiting') AND run.deadline_at < now()
    RETURNING run.id, run.organization_id, run.submission_id, run.position, run.status
), logged AS (
    INSERT INTO submissions_event (organization_id, submission_id, step_run_id, at, kind, detail)
    SELECT organization_id, submission_id, id, now(), 'step.' || status,
           jsonb_build_object('step', position, 'error', 'deadline')
    FROM ended
)
SELECT submission_id, status FROM ended
"""


def deadlines_sweep() -> int:
    """End a batch of overdue runs: failed, or unknown if a send may have arrived."""
    runs = StepRun.objects.across_organizations("deadlines pass for all")
    overdue = runs.filter(DUE, deadline_at__lt=Now()).order_by("deadline_at")
    found = sorted(set(overdue.values_list("submission_id", flat=True)[:BATCH]))
    if not found:
        return 0
    with transaction.atomic():
        lock_submissions(found)
        lines = lock_lines(found)
        ended = fetch(_GIVE_UP, {"submissions": found, "told": GIVEN_UP})
        followed = runs_ended(
            submission_ids=found,
            broken=[row[0] for row in ended if row[1] == StepStatus.FAILED],
            lines=lines,
        )
        notify_due({place.queue for place in followed.due})
    deadlines_count(len(ended))
    return len(ended)
