"""Which submissions are meant: one model for lists, counts, bulk actions and exports."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

from core.accounts.models import Organization
from core.submissions.models import IN_TROUBLE, Source, StepRun, Submission, SubmissionStatus
from core.submissions.read.search import found_by_text
from core.workflows.models import Step, Workflow

MOST_VALUES: Final = 50


class Within(StrEnum):
    """How long ago at most, counted back from now."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


_BACK: Final = {
    Within.HOUR: timedelta(hours=1),
    Within.DAY: timedelta(days=1),
    Within.WEEK: timedelta(weeks=1),
    Within.MONTH: timedelta(days=30),
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


def _several(value: Any) -> Any:
    """One value is as good as a list of it: so filters were written before there were lists."""
    return [value] if isinstance(value, str | uuid.UUID) else value


def _true_or_false(value: Any) -> Any:
    """Pydantic would also accept "yes", "on" and numbers."""
    if isinstance(value, str):
        value = {"true": True, "false": False}.get(value)
        if value is None:
            raise ValueError("this is `true` or `false`")
    if not isinstance(value, bool | None):
        raise ValueError("this is true or false")
    return value


def _without_nul(text: str) -> str:
    if "\0" in text:
        raise ValueError("text must not contain the NUL character")
    return text


_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}")
Moment = Annotated[AwareDatetime, BeforeValidator(_written_out), AfterValidator(_in_utc)]
Several = BeforeValidator(_several)
_Slug = Annotated[str, Field(max_length=50, pattern=r"^[a-z0-9-]+$")]
_Kind = Annotated[str, Field(max_length=24, pattern=r"^[a-z_]+$")]


class SubmissionFilter(BaseModel):
    """Which submissions. Every part that is given narrows them; within one, any value will do."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    workflow: Annotated[list[_Slug] | None, Several] = Field(
        default=None, max_length=MOST_VALUES, description="Slugs of workflows."
    )
    status: Annotated[list[SubmissionStatus] | None, Several] = Field(
        default=None, max_length=len(SubmissionStatus)
    )
    source: Annotated[list[Source] | None, Several] = Field(default=None, max_length=len(Source))
    connection_id: Annotated[list[uuid.UUID] | None, Several] = Field(
        default=None,
        max_length=MOST_VALUES,
        description="Connections that one of its steps goes through.",
    )
    error_kind: Annotated[list[_Kind] | None, Several] = Field(
        default=None,
        max_length=MOST_VALUES,
        description="Of the step that stands in the way, such as `invalid_input`. Given with"
        " `connection_id`, that step goes through one of those connections.",
    )
    assigned_to: Annotated[list[uuid.UUID] | None, Several] = Field(
        default=None, max_length=MOST_VALUES, description="Ids of the members who look after it."
    )
    continued: Annotated[bool | None, BeforeValidator(_true_or_false)] = Field(
        default=None,
        description="`true`: went on as another submission, taken up again after they had failed"
        " or were cancelled. `false`: did not. With the status `failed`: what is left to repair.",
    )
    accepted_from: Moment | None = Field(default=None, description="Received then or later.")
    accepted_before: Moment | None = Field(default=None, description="Received before.")
    accepted_within: Within | None = Field(
        default=None, description="Received in the last hour, day, week or month."
    )
    q: Annotated[str, AfterValidator(_without_nul)] | None = Field(
        default=None,
        max_length=100,
        description="Reference, id, e-mail address, or how the subject begins.",
    )
    ids: Annotated[list[uuid.UUID] | None, Several] = Field(default=None, max_length=1000)

    @property
    def since(self) -> datetime | None:
        """From when on they were received: by the date, or by how long ago."""
        within = None if self.accepted_within is None else _BACK[self.accepted_within]
        back = None if within is None else timezone.now() - within
        given = [moment for moment in (self.accepted_from, back) if moment is not None]
        return max(given, default=None)


def submissions_matching(
    organization: Organization, wanted: SubmissionFilter
) -> QuerySet[Submission]:
    """The organization's submissions of a filter, in no order.

    Only in the scope of an organization when it has a text. Its rows are not bounded: for a page
    of them, or how many they are, see `submission_page` and `submission_count`.
    """
    rows = Submission.objects.owned_by(organization)
    if wanted.status is not None:
        rows = rows.filter(state__status__in=wanted.status, state__organization=organization)
    if wanted.workflow is not None:
        rows = rows.filter(workflow_id__in=workflows_of(organization, wanted))
    if wanted.source is not None:
        rows = rows.filter(source__in=wanted.source)
    if wanted.error_kind is not None:
        rows = rows.filter(Exists(_in_the_way(organization, wanted)))
    elif wanted.connection_id is not None:
        rows = rows.filter(version_id__in=versions_through(organization, wanted.connection_id))
    if wanted.assigned_to is not None:
        rows = rows.filter(
            assignment__member__in=wanted.assigned_to, assignment__organization=organization
        )
    if wanted.continued is not None:
        again = Exists(continuing(organization).filter(resumed_from=OuterRef("pk")))
        rows = rows.filter(again if wanted.continued else ~again)
    rows = rows.filter(_received(wanted))
    if wanted.ids is not None:
        rows = rows.filter(pk__in=wanted.ids)
    if wanted.q is not None and wanted.q.strip():
        rows = rows.filter(found_by_text(organization, wanted.q.strip()).condition)
    return rows


def continuing(organization: Organization) -> QuerySet[Submission]:
    """Those that took another one up again."""
    return Submission.objects.owned_by(organization).filter(resumed_from__isnull=False)


def _received(wanted: SubmissionFilter) -> Q:
    since, before = wanted.since, wanted.accepted_before
    received = Q() if since is None else Q(created_at__gte=since)
    return received if before is None else received & Q(created_at__lt=before)


def workflows_of(organization: Organization, wanted: SubmissionFilter) -> list[uuid.UUID]:
    """The ids of the filter's workflows. By its id an index begins with a workflow; joined,
    PostgreSQL guesses how many rows are left of so small a table, and sorts them all."""
    owned = Workflow.objects.owned_by(organization).filter(slug__in=wanted.workflow or [])
    return list(owned.values_list("pk", flat=True))


def versions_through(
    organization: Organization, connections: list[uuid.UUID] | None
) -> list[uuid.UUID]:
    """The ids of the versions with a step through one of these connections.

    A version's steps never change, and a step run has the connection of its step: so the version
    says it, without a look at any run.
    """
    steps = Step.objects.owned_by(organization).filter(connection_id__in=connections or [])
    return list(steps.values_list("version_id", flat=True).distinct())


def _in_the_way(organization: Organization, wanted: SubmissionFilter) -> QuerySet[StepRun]:
    runs = StepRun.objects.owned_by(organization).filter(
        IN_TROUBLE, submission=OuterRef("pk"), error_kind__in=wanted.error_kind or []
    )
    if wanted.connection_id is not None:
        runs = runs.filter(connection_id__in=wanted.connection_id)
    return runs
