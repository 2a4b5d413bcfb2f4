from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.services import Actor, Change, audit_record_each
from core.errors import Conflict
from core.submissions.models import EventKind, StepRun, StepStatus, Submission
from core.submissions.operate.hold import HeldSubmission, held_prepare, hold, hold_each
from core.submissions.state import events_log_steps, notify_due


def submission_retry_now(
    *, organization: Organization, submission_id: uuid.UUID, actor: Actor
) -> Submission:
    """Make its waiting steps due at once; limits and pauses of their connections still hold.

    Raises NotFound, and Conflict when no step waits to be tried again.
    """
    with hold(organization=organization, submission_id=submission_id) as held:
        _retry(organization, [_waiting(held)], actor)
    return held.submission


def submissions_retry_now(
    *, organization: Organization, submission_ids: Sequence[uuid.UUID], actor: Actor
) -> dict[uuid.UUID, Exception | None]:
    """Do it with several in one transaction, each as `submission_retry_now` does.

    None for those that are retried, or why one is left as it is. Who is not in it is no longer
    kept. Raises what the database raises; then none was retried.
    """
    with hold_each(organization=organization, submission_ids=submission_ids) as held:
        waiting, refused = held_prepare(held, _waiting)
        if waiting:
            _retry(organization, waiting, actor)
    return {submission.pk: None for submission, _ in waiting} | refused


def _waiting(held: HeldSubmission) -> tuple[Submission, list[StepRun]]:
    runs = [run for run in held.runs if run.status == StepStatus.WAITING]
    if not runs:
        raise Conflict(
            f"No step of {held.submission.reference} waits to be tried again."
            " To take up a failed one, resume the submission."
        )
    return held.submission, runs


def _retry(
    organization: Organization, waiting: Sequence[tuple[Submission, list[StepRun]]], actor: Actor
) -> None:
    runs = [run for _, its in waiting for run in its]
    StepRun.objects.owned_by(organization).filter(pk__in=[run.pk for run in runs]).update(
        status=StepStatus.READY, next_attempt_at=Now()
    )
    events_log_steps(EventKind.STEP_RETRY_REQUESTED, runs, {"by": actor.name})
    changes = [_change(*each) for each in waiting]
    audit_record_each(organization=organization, actor=actor, changes=changes)
    notify_due({run.queue for run in runs})


def _change(submission: Submission, runs: Sequence[StepRun]) -> Change:
    changed = {"before": StepStatus.WAITING, "after": StepStatus.READY}
    return Change(
        action="submission.retried",
        object_kind="submission",
        object_id=submission.pk,
        detail={"reference": submission.reference, "steps": [run.position for run in runs]},
        changes={f"steps.{run.position}.status": changed for run in runs},
    )
