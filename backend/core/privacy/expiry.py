"""Deletes expired submissions completely: with steps, attempts, events, keys and callbacks."""

from __future__ import annotations

import uuid
from collections import Counter
from datetime import UTC, datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q

from core.audit.services import SYSTEM, audit_record
from core.privacy.retention import kept_days, submissions_over
from core.workflows.models import Workflow

BATCH = 500

# In the order of the foreign keys. Attempts and events have none. Most of them are already gone:
# their monthly partitions are dropped earlier.
_DELETE = (
    """DELETE FROM callbacks_callbackattempt WHERE callback_id IN (
        SELECT id FROM callbacks_callback WHERE submission_id = ANY (%(ids)s::uuid[]))""",
    "DELETE FROM callbacks_callback WHERE submission_id = ANY (%(ids)s::uuid[])",
    """DELETE FROM submissions_attempt WHERE step_run_id IN (
        SELECT id FROM submissions_steprun WHERE submission_id = ANY (%(ids)s::uuid[]))""",
    "DELETE FROM submissions_event WHERE submission_id = ANY (%(ids)s::uuid[])",
    "DELETE FROM submissions_idempotencykey WHERE submission_id = ANY (%(ids)s::uuid[])",
    "DELETE FROM submissions_note WHERE submission_id = ANY (%(ids)s::uuid[])",
    "DELETE FROM submissions_assignment WHERE submission_id = ANY (%(ids)s::uuid[])",
    """DELETE FROM submissions_replay
    WHERE submission_id = ANY (%(ids)s::uuid[]) OR origin_id = ANY (%(ids)s::uuid[])""",
    "DELETE FROM submissions_steprun WHERE submission_id = ANY (%(ids)s::uuid[])",
    """UPDATE submissions_submission SET resumed_from_id = NULL
    WHERE resumed_from_id = ANY (%(ids)s::uuid[])""",
    "DELETE FROM submissions_submissionstate WHERE submission_id = ANY (%(ids)s::uuid[])",
    "DELETE FROM submissions_submission WHERE id = ANY (%(ids)s::uuid[])",
)


def submissions_expire(*, now: datetime | None = None, batches: int = 20) -> int:
    """Delete expired submissions, a few batches per workflow. Returns how many.

    Each batch is one transaction and one audit entry with the deleted number per state.
    """
    today = now or datetime.now(UTC)
    workflows = Workflow.objects.across_organizations("each of them says for how long")
    limited = workflows.filter(
        Q(retention_days__isnull=False) | Q(organization__submission_retention_days__isnull=False)
    ).select_related("organization")
    deleted = 0
    for workflow in limited:
        before = today - timedelta(days=kept_days(workflow) or 0)
        for _ in range(batches):
            gone = _expire(workflow, before)
            deleted += gone
            if gone < BATCH:
                break
    return deleted


@transaction.atomic
def _expire(workflow: Workflow, before: datetime) -> int:
    old = submissions_over(workflow.organization, [workflow], before)
    locked = old.order_by("pk").select_for_update(skip_locked=True, of=("self",))
    rows = list(locked.values_list("pk", "status")[:BATCH])
    if rows:
        _delete([pk for pk, _ in rows])
        audit_record(
            organization=workflow.organization,
            actor=SYSTEM,
            action="submissions.expired",
            object_kind="workflow",
            object_id=workflow.pk,
            detail={"name": workflow.name, "ended_before": before, **_counts(rows)},
        )
    return len(rows)


def _counts(rows: list[tuple[uuid.UUID, str]]) -> dict[str, object]:
    return {"submissions": len(rows), "by_status": dict(Counter(status for _, status in rows))}


def _delete(ids: list[uuid.UUID]) -> None:
    with connection.cursor() as cursor:
        for statement in _DELETE:
            cursor.execute(statement, {"ids": ids})
