from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.changes import changes_between
from core.audit.services import Actor, Change, audit_record_each
from core.errors import Conflict
from core.submissions.models import EventKind, StepRun, StepStatus, Submission
from core.submissions.operate.hold import HeldSubmission, held_prepare, hold, hold_each
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
        _cancel(organization, [_unsent(held)], actor)
        held.submission.refresh_from_db()
    return held.submission


def submissions_cancel(
    *, organization: Organization, submission_ids: Sequence[uuid.UUID], actor: Actor
) -> dict[uuid.UUID, Exception | None]:
    """Cancel several in one transaction, each as `submission_cancel` does.

    None for those that are cancelled, or why one is left as it is. Who is not in it is no longer
    kept. Raises what the database raises; then none was cancelled.
    """
    with hold_each(organization=organization, submission_ids=submission_ids) as held:
        unsent, refused = held_prepare(held, _unsent)
        if unsent:
            _cancel(organization, unsent, actor)
    return {each.held.submission.pk: None for each in unsent} | refused


@dataclass(frozen=True, slots=True)
class _Unsent:
    """A submission with its runs that are to be cancelled."""

    held: HeldSubmission
    runs: list[StepRun]

    @property
    def certain(self) -> list[StepRun]:
        return [run for run in self.runs if not run.in_doubt]

    @property
    def doubtful(self) -> list[StepRun]:
        return [run for run in self.runs if run.in_doubt]


def _unsent(held: HeldSubmission) -> _Unsent:
    runs = [run for run in held.runs if run.status in _UNSENT]
    if not runs:
        raise Conflict(
            f"{held.submission.reference} has no step left to cancel: each has ended,"
            " is being sent now, or waits for you to resolve it."
        )
    return _Unsent(held, runs)


def _cancel(organization: Organization, unsent: Sequence[_Unsent], actor: Actor) -> None:
    certain = [run for each in unsent for run in each.certain]
    doubtful = [run for each in unsent for run in each.doubtful]
    _end(organization, certain, StepStatus.CANCELLED, "Cancelled by a person.")
    _end(organization, doubtful, StepStatus.UNKNOWN, _IN_DOUBT)
    events_log_steps(EventKind.STEP_CANCELLED, certain, {"by": actor.name})
    events_log_steps(EventKind.STEP_UNKNOWN, doubtful, {"by": actor.name})
    followed = runs_ended(
        submission_ids=[each.held.submission.pk for each in unsent],
        broken={run.submission_id for run in certain},
        lines=unsent[0].held.lines,
    )
    changes = [_change(each, followed.statuses) for each in unsent]
    audit_record_each(organization=organization, actor=actor, changes=changes)
    ended_record([each.held.submission for each in unsent], followed.statuses)
    notify_due({place.queue for place in followed.due})


def _change(unsent: _Unsent, statuses: Mapping[uuid.UUID, str]) -> Change:
    submission = unsent.held.submission
    before = submission.status
    return Change(
        action="submission.cancelled",
        object_kind="submission",
        object_id=submission.pk,
        detail={"reference": submission.reference, "steps": [r.position for r in unsent.runs]},
        changes=changes_between(
            {"status": before}, {"status": statuses.get(submission.pk, before)}
        ),
    )


def _end(organization: Organization, runs: list[StepRun], status: StepStatus, message: str) -> None:
    ended = Now() if status is StepStatus.CANCELLED else None
    StepRun.objects.owned_by(organization).filter(pk__in=[run.pk for run in runs]).update(
        status=status, next_attempt_at=None, error_message=message, finished_at=ended
    )
