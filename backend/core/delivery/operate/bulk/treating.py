"""What a bulk action does with submissions."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

from django.db import transaction

from core.accounts.models import Organization
from core.audit.services import Actor
from core.delivery.models import BulkKind
from core.delivery.operate.bulk.asking import BulkAsked, steps_meant
from core.delivery.operate.bulk.trying import answers_of
from core.errors import Conflict
from core.submissions.models import StepRun
from core.submissions.operate import (
    Decision,
    HeldSubmission,
    held_prepare,
    hold_each,
    step_resolve,
    submissions_cancel,
    submissions_resume,
    submissions_retry_now,
)

Outcome = uuid.UUID | None | Exception
"""The id of the submission that takes it up, if one does, or why it is left as it is: DomainError
where it cannot take the action (any more), anything else where Waybill failed."""


def submissions_treat(
    organization: Organization, asked: BulkAsked, submission_ids: Sequence[uuid.UUID], actor: Actor
) -> Mapping[uuid.UUID, Outcome]:
    """Treat some submissions in one transaction. Who is not in it is no longer kept.

    Raises what concerns more than one of them; then nothing happened.
    """
    match asked.kind:
        case BulkKind.RETRY:
            return submissions_retry_now(
                organization=organization, submission_ids=submission_ids, actor=actor
            )
        case BulkKind.CANCEL:
            return submissions_cancel(
                organization=organization, submission_ids=submission_ids, actor=actor
            )
        case BulkKind.RESOLVE:
            return _resolve_each(organization, asked, submission_ids, actor)
        case BulkKind.RESUME | BulkKind.CORRECT:
            return submissions_resume(
                organization=organization,
                submission_ids=submission_ids,
                actor=actor,
                data=lambda original: answers_of(original, asked),
                newest_version=asked.newest_version,
            )


def _resolve_each(
    organization: Organization, asked: BulkAsked, submission_ids: Sequence[uuid.UUID], actor: Actor
) -> dict[uuid.UUID, Outcome]:
    """Locks of all are taken first, in the order that everybody shares."""

    def resolve(held: HeldSubmission) -> uuid.UUID:
        with transaction.atomic():
            _resolve(organization, asked, held.submission.pk, actor)
        return held.submission.pk

    with hold_each(organization=organization, submission_ids=submission_ids) as held:
        resolved, refused = held_prepare(held, resolve)
    return dict.fromkeys(resolved) | refused


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
