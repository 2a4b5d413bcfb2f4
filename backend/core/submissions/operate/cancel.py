from __future__ import annotations

import uuid

from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.changes import changes_between
from core.audit.services import Actor, audit_record
from core.errors import Conflict
from core.submissions.models import EventKind, StepRun, StepStatus, Submission
from core.submissions.operate.hold import hold
from core.submissions.operate.measure import ended_record
from core.submissions.state import events_log_steps, notify_due, runs_ended

_IN_DOUBT = "Cancelled, but an earlier send may have arrived."
_UNSENT = (StepStatus.BLOCKED, StepStatus.READY, StepStatus.WAITING)


def submission_cancel(
    *, organization: Organization, submission_id: uuid.UUID, actor: Actor
) -> Submission:
    """Send nothing more of a submission. What is being sent at this moment still ends by itself.

    Raises NotFound, and Conflict when nothing is left to cancel. A run whose earlier send may
    have arrived stays for a person to resolve.
    """
    with hold(organization=organization, submission_id=submission_id) as held:
        runs = [run for run in held.runs if run.status in _UNSENT]
        doubtful = [run for run in runs if run.in_doubt]
        certain = [run for run in runs if not run.in_doubt]
        if not runs:
            raise Conflict(
                f"{held.submission.reference} has no step left to cancel: each has ended,"
                " is being sent now, or waits for you to resolve it."
            )
        _end(organization, certain, StepStatus.CANCELLED, "Cancelled by a person.")
        _end(organization, doubtful, StepStatus.UNKNOWN, _IN_DOUBT)
        events_log_steps(EventKind.STEP_CANCELLED, certain, {"by": actor.name})
        events_log_steps(EventKind.STEP_UNKNOWN, doubtful, {"by": actor.name})
        broken = [held.submission.pk] if certain else []
        followed = runs_ended(submission_ids=[held.submission.pk], broken=broken, lines=held.lines)
        before = held.submission.status
        held.submission.refresh_from_db()
        audit_record(
            organization=organization,
            actor=actor,
            action="submission.cancelled",
            object_kind="submission",
            object_id=held.submission.pk,
            detail={"reference": held.submission.reference, "steps": [r.position for r in runs]},
            changes=changes_between({"status": before}, {"status": held.submission.status}),
        )
        ended_record(held, followed.statuses)
        notify_due({place.queue for place in followed.due})
    return held.submission


def _end(organization: Organization, runs: list[StepRun], status: StepStatus, message: str) -> None:
    ended = Now() if status is StepStatus.CANCELLED else None
    StepRun.objects.owned_by(organization).filter(pk__in=[run.pk for run in runs]).update(
        status=status, next_attempt_at=None, error_message=message, finished_at=ended
    )
