"""How long ended submissions are kept."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, StrictInt

from api.schemas.base import In, Out
from core.privacy.retention import MOST_COUNTED, MOST_DAYS, Affected, kept_days
from core.workflows.models import Workflow

Days = Annotated[
    int | None, Field(description="Days after its end that a submission is kept; null: not said.")
]
Kept = Annotated[int | None, Field(description="What holds; null: for good.")]


class RetentionIn(In):
    """For how long, from the moment a submission ended."""

    days: Annotated[StrictInt, Field(ge=1, le=MOST_DAYS)] | None = Field(
        description="Null says nothing: a workflow is kept as its organization says, an "
        "organization for good."
    )


class RetentionOut(Out):
    """The organization's own word, which holds for workflows that say nothing themselves."""

    days: Kept


class WorkflowRetentionOut(Out):
    slug: str
    name: str
    days: Days
    kept_days: Kept

    @classmethod
    def of(cls, workflow: Workflow) -> Self:
        return cls(
            slug=workflow.slug,
            name=workflow.name,
            days=workflow.retention_days,
            kept_days=kept_days(workflow),
        )


class RetentionPageOut(Out):
    days: Annotated[int | None, Field(description="The organization's; null: for good.")]
    items: list[WorkflowRetentionOut]
    next_cursor: str | None


class RetentionPreviewOut(Out):
    """What a time would delete at the next cleaning, within six hours."""

    submissions: Annotated[int, Field(description=f"Counted up to {MOST_COUNTED}.")]
    more: Annotated[bool, Field(description="There are more than were counted.")]
    ended_before: datetime

    @classmethod
    def of(cls, affected: Affected) -> Self:
        return cls(
            submissions=affected.submissions,
            more=affected.more,
            ended_before=affected.ended_before,
        )
