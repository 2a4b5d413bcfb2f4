"""Writing the submission's log, for what happens to single steps outside of a settlement.

The caller holds the submissions' rows, so that ids grow within each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models.functions import Now

from core.submissions.models import Event, EventKind, StepRun, Submission


def events_log_steps(
    kind: EventKind, runs: Iterable[StepRun], detail: Mapping[str, Any] | None = None
) -> None:
    """Note the same of several step runs, by the database's clock."""
    Event.objects.bulk_create(
        Event(
            organization_id=run.organization_id,
            submission_id=run.submission_id,
            step_run_id=run.pk,
            at=Now(),
            kind=kind,
            detail={"step": run.position, **(detail or {})},
        )
        for run in runs
    )


def event_log_submission(
    kind: EventKind, submission: Submission, detail: Mapping[str, Any] | None = None
) -> None:
    """Note something of a whole submission."""
    events_log_submissions(kind, [(submission, detail or {})])


def events_log_submissions(
    kind: EventKind, told: Iterable[tuple[Submission, Mapping[str, Any]]]
) -> None:
    """Note something of each of these submissions, in this order."""
    Event.objects.bulk_create(
        Event(
            organization_id=submission.organization_id,
            submission=submission,
            at=Now(),
            kind=kind,
            detail=dict(detail),
        )
        for submission, detail in told
    )
