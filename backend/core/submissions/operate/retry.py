from __future__ import annotations

import uuid

from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.services import Actor, audit_record
from core.errors import Conflict
from core.submissions.models import EventKind, StepRun, StepStatus, Submission
from core.submissions.operate.hold import hold
from core.submissions.state import events_log_steps, notify_due


def submission_retry_now(
    *, organization: Organization, submission_id: uuid.UUID, actor: Actor
) -> Submission:
    """Make its waiting steps due at once; limits and pauses of their connections still hold.

    Raises NotFound, and Conflict when no step waits to be tried again.
    """
    with hold(organization=organization, submission_id=submission_id) as held:
        runs = [run for run in held.runs if run.status == StepStatus.WAITING]
        if not runs:
            raise Conflict(
                f"No step of {held.submission.reference} waits to be tried again."
                " To take up a failed one, resume the submission."
            )
        StepRun.objects.owned_by(organization).filter(pk__in=[run.pk for run in runs]).update(
            status=StepStatus.READY, next_attempt_at=Now()
        )
        events_log_steps(EventKind.STEP_RETRY_REQUESTED, runs, {"by": actor.name})
        audit_record(
            organization=organization,
            actor=actor,
            action="submission.retried",
            object_kind="submission",
            object_id=held.submission.pk,
            detail={"reference": held.submission.reference, "steps": [r.position for r in runs]},
            changes={
                f"steps.{run.position}.status": {
                    "before": StepStatus.WAITING,
                    "after": StepStatus.READY,
                }
                for run in runs
            },
        )
        notify_due({run.queue for run in runs})
    return held.submission
