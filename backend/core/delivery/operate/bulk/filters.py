from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime
from typing import Annotated, Any

from django.db.models import Exists, OuterRef, QuerySet
from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

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


def _written_out(value: Any) -> Any:
    """Pydantic would also accept numbers and dates without a time."""
    if isinstance(value, str) and not _MOMENT.match(value):
        raise ValueError("a time needs a date, a time of day and an offset, as in RFC 3339")
    if not isinstance(value, str | datetime | None):
        raise ValueError("a moment is text")
    return value


def _in_utc(moment: datetime) -> datetime:
    """PostgreSQL accepts offsets only up to 16 hours; Python accepts more."""
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("this time is out of range") from error


_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}")
Moment = Annotated[AwareDatetime, BeforeValidator(_written_out), AfterValidator(_in_utc)]


class BulkFilter(BaseModel):
    """Which submissions. Every given part narrows the selection."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    workflow: str | None = Field(default=None, max_length=50, pattern=r"^[a-z0-9-]+$")
    connection_id: uuid.UUID | None = None
    error_kind: str | None = Field(default=None, max_length=24, pattern=r"^[a-z_]+$")
    accepted_from: Moment | None = None
    accepted_before: Moment | None = None
    ids: list[uuid.UUID] | None = Field(default=None, max_length=1000)


def bulk_matching(
    organization: Organization, kind: BulkKind, wanted: BulkFilter
) -> QuerySet[Submission]:
    """The submissions of a filter whose state allows the action."""
    rows = Submission.objects.owned_by(organization).filter(state__status__in=_SUITABLE[kind])
    if kind is BulkKind.RESUME:
        again = Submission.objects.owned_by(organization).filter(resumed_from=OuterRef("pk"))
        rows = rows.exclude(Exists(again))
    if kind is BulkKind.RETRY:
        rows = rows.filter(Exists(_runs(organization).filter(status=StepStatus.WAITING)))
    if wanted.workflow is not None:
        rows = rows.filter(workflow__slug=wanted.workflow)
    if wanted.connection_id is not None:
        rows = rows.filter(Exists(_runs(organization).filter(connection_id=wanted.connection_id)))
    if wanted.error_kind is not None:
        rows = rows.filter(Exists(_runs(organization).filter(error_kind=wanted.error_kind)))
    if wanted.accepted_from is not None:
        rows = rows.filter(created_at__gte=wanted.accepted_from)
    if wanted.accepted_before is not None:
        rows = rows.filter(created_at__lt=wanted.accepted_before)
    if wanted.ids is not None:
        rows = rows.filter(pk__in=wanted.ids)
    return rows


def _runs(organization: Organization) -> QuerySet[StepRun]:
    return StepRun.objects.owned_by(organization).filter(submission=OuterRef("pk"))
