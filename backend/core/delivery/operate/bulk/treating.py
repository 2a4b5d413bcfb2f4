"""What a bulk action does with one submission."""

from __future__ import annotations

import uuid

from core.accounts.models import Organization
from core.audit.services import Actor
from core.delivery.models import BulkKind
from core.delivery.operate.bulk.asking import BulkAsked, steps_meant
from core.delivery.operate.bulk.trying import answers_of
from core.errors import Conflict, NotFound
from core.submissions.models import StepRun, Submission
from core.submissions.operate import (
    Decision,
    step_resolve,
    submission_cancel,
    submission_resume,
    submission_retry_now,
)


def submission_treat(
    organization: Organization, asked: BulkAsked, submission_id: uuid.UUID, actor: Actor
) -> uuid.UUID | None:
    """Treat one submission; the id of the one that takes it up, if one does.

    Raises DomainError where it cannot take the action (any more).
    """
    match asked.kind:
        case BulkKind.RETRY:
            submission_retry_now(
                organization=organization, submission_id=submission_id, actor=actor
            )
        case BulkKind.CANCEL:
            submission_cancel(organization=organization, submission_id=submission_id, actor=actor)
        case BulkKind.RESOLVE:
            _resolve(organization, asked, submission_id, actor)
        case BulkKind.RESUME | BulkKind.CORRECT:
            return _resume(organization, asked, submission_id, actor)
    return None


def _resume(
    organization: Organization, asked: BulkAsked, submission_id: uuid.UUID, actor: Actor
) -> uuid.UUID:
    owned = Submission.objects.owned_by(organization).select_related("version")
    original = owned.filter(pk=submission_id).first()
    if original is None:
        raise NotFound("It is no longer kept.")
    resumed = submission_resume(
        organization=organization,
        submission_id=submission_id,
        actor=actor,
        data=answers_of(original, asked),
        newest_version=asked.newest_version,
    )
    return resumed.pk


def _resolve(
    organization: Organization, asked: BulkAsked, submission_id: uuid.UUID, actor: Actor
) -> None:
    runs = StepRun.objects.owned_by(organization).filter(submission=submission_id)
    ids = list(steps_meant(runs, asked).order_by("position").values_list("pk", flat=True))
    if not ids:
        raise Conflict("None of its steps is unknown any more: each was resolved meanwhile.")
    for step_run_id in ids:
        step_resolve(
            organization=organization,
            step_run_id=step_run_id,
            decision=asked.decision or Decision.GIVE_UP,
            actor=actor,
            record=asked.given.record,
            note=asked.given.note,
        )
