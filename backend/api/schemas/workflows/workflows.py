from __future__ import annotations

from datetime import datetime
from typing import Self

from pydantic import Field

from api.schemas.base import Out
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


class WorkflowPageOut(Out):
    items: list[WorkflowOut]
    next_cursor: str | None
