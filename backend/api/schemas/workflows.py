from __future__ import annotations

from datetime import datetime
from typing import Self

from pydantic import Field

from api.schemas.accounts import OrganizationNameOut
from api.schemas.base import Json, Out
from core.workflows.forms import form_json_schema, form_ui_schema
from core.workflows.models import Step, Workflow, WorkflowVersion
from core.workflows.protection import Protection


class FormStepOut(Out):
    """What will be done with a submission, in order."""

    key: str
    title: str = Field(examples=["Creating the customer in the ERP"])
    system: str = Field(description="The system it goes to.", examples=["Tryton"])

    @classmethod
    def of(cls, step: Step) -> Self:
        return cls(key=step.key, title=step.title, system=step.connection.name)


class FormProtectionOut(Out):
    """What a page that shows the form must do before it can be sent."""

    honeypot: bool = Field(description="Draw a field `website` that people do not see.")
    ticket: bool = Field(description="Get a ticket when the form is opened.")
    proof_of_work: bool = Field(description="Solve the ticket's task.")
    allowed_origins: list[str] = Field(
        description="Other sites whose pages may embed the form in a frame; they see this list."
    )


class FormOut(Out):
    """A public form: what to ask, how to draw it, what happens then."""

    slug: str
    title: str
    intro: str
    organization: OrganizationNameOut
    version: int
    json_schema: Json = Field(description="JSON Schema (2020-12) of `data`.")
    ui_schema: Json = Field(description="Order and widgets, for react-jsonschema-form.")
    submit_label: str
    steps: list[FormStepOut]
    protection: FormProtectionOut

    @classmethod
    def of(cls, version: WorkflowVersion, slug: str, protection: Protection) -> Self:
        return cls(
            slug=slug,
            title=version.title,
            intro=version.intro,
            organization=OrganizationNameOut(name=version.organization.name),
            version=version.number,
            json_schema=form_json_schema(version),
            ui_schema=form_ui_schema(version),
            submit_label=version.submit_label,
            steps=[FormStepOut.of(step) for step in version.steps.select_related("connection")],
            protection=FormProtectionOut(
                honeypot=protection.honeypot,
                ticket=protection.ticket,
                proof_of_work=protection.proof_of_work,
                allowed_origins=list(protection.allowed_origins),
            ),
        )


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

    @classmethod
    def of(cls, workflow: Workflow) -> Self:
        return cls(
            slug=workflow.slug,
            name=workflow.name,
            form_slug=workflow.form_slug,
            version=workflow.current.number if workflow.current else None,
            has_draft=hasattr(workflow, "draft"),
            archived_at=workflow.archived_at,
        )


class WorkflowPageOut(Out):
    items: list[WorkflowOut]
    next_cursor: str | None
