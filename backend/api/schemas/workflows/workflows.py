from __future__ import annotations

from datetime import datetime
from typing import Self

from pydantic import Field

from api.schemas.base import Out
from core.statistics.lately import Lately, LatelyByDays
from core.workflows.models import Workflow


class WorkflowRefOut(Out):
    """Names a workflow."""

    slug: str
    name: str


class WorkflowOut(WorkflowRefOut):
    """A workflow of the caller's organization."""

    form_slug: str | None = Field(description="Address of its public form, if it has one.")
    version: int | None = Field(description="The live version; null: it takes nothing.")
    has_draft: bool = Field(description="Something was saved that is not published.")
    archived_at: datetime | None
    docs_url: str = Field(description="The interactive documentation of this workflow alone.")

    @classmethod
    def of(cls, workflow: Workflow) -> Self:
        return cls(
            slug=workflow.slug,
            name=workflow.name,
            form_slug=workflow.form_slug,
            version=workflow.current.number if workflow.current else None,
            has_draft=hasattr(workflow, "draft"),
            archived_at=workflow.archived_at,
            docs_url=f"/api/v1/docs?workflow={workflow.slug}",
        )


class WorkflowCountsLatelyOut(Out):
    """What came in and went wrong in the last days, up to now. The first of them is cut."""

    accepted: int
    failed: int
    needs_attention: int = Field(description="Came to wait for a person, also those done since.")

    @classmethod
    def of(cls, lately: Lately) -> Self:
        return cls(
            accepted=lately.accepted,
            failed=lately.failed,
            needs_attention=lately.needs_attention,
        )


class WorkflowListedOut(WorkflowOut):
    """A workflow in a list, with how it does."""

    last_7_days: WorkflowCountsLatelyOut
    last_30_days: WorkflowCountsLatelyOut

    @classmethod
    def listed(cls, workflow: Workflow, lately: LatelyByDays) -> Self:
        return cls(
            **WorkflowOut.of(workflow).model_dump(),
            last_7_days=WorkflowCountsLatelyOut.of(lately.week),
            last_30_days=WorkflowCountsLatelyOut.of(lately.month),
        )


class WorkflowPageOut(Out):
    items: list[WorkflowListedOut]
    next_cursor: str | None
