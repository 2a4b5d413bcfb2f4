from __future__ import annotations

import uuid
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from pydantic import BaseModel, ConfigDict, Field

from core.accounts.models import Organization
from core.delivery.models import BulkKind
from core.submissions.models import StepRun, StepStatus, Submission, SubmissionStatus

_SUITABLE = {
    BulkKind.RETRY: [SubmissionStatus.DELIVERING, SubmissionStatus.NEEDS_ATTENTION],
    BulkKind.RESUME: [SubmissionStatus.FAILED, SubmissionStatus.CANCELLED],
    BulkKind.CANCEL: [
        SubmissionStatus.ACCEPTED,
        SubmissionStatus.DELIVERING,
        SubmissionStatus.NEEDS_ATTENTION,
    ],
}


class BulkFilter(BaseModel):
    """Which submissions; every part that is given narrows it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    workflow: str | None = Field(default=None, max_length=50)
    connection_id: uuid.UUID | None = None
    error_kind: str | None = Field(default=None, max_length=24)
    accepted_from: datetime | None = None
    accepted_before: datetime | None = None
    ids: list[uuid.UUID] | None = Field(default=None, max_length=1000)


def bulk_matching(
    organization: Organization, kind: BulkKind, wanted: BulkFilter
) -> QuerySet[Submission]:
    """The submissions of a filter whose state allows the action."""
    rows = Submission.objects.owned_by(organization).filter(status__in=_SUITABLE[kind])
    if kind is BulkKind.RESUME:
        again = Submission.objects.filter(resumed_from=OuterRef("pk"))
        rows = rows.exclude(Exists(again))
    if kind is BulkKind.RETRY:
        rows = rows.filter(Exists(_runs().filter(status=StepStatus.WAITING)))
    if wanted.workflow is not None:
        rows = rows.filter(workflow__slug=wanted.workflow)
    if wanted.connection_id is not None:
        rows = rows.filter(Exists(_runs().filter(connection_id=wanted.connection_id)))
    if wanted.error_kind is not None:
        rows = rows.filter(Exists(_runs().filter(error_kind=wanted.error_kind)))
    if wanted.accepted_from is not None:
        rows = rows.filter(created_at__gte=wanted.accepted_from)
    if wanted.accepted_before is not None:
        rows = rows.filter(created_at__lt=wanted.accepted_before)
    if wanted.ids is not None:
        rows = rows.filter(pk__in=wanted.ids)
    return rows


def _runs() -> QuerySet[StepRun]:
    return StepRun.objects.filter(submission=OuterRef("pk"))
