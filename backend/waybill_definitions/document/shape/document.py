"""The document: one workflow with its form and its steps.

The API takes and gives it, a file holds it, and a version keeps it. Text may contain
`${{ expression }}`: see waybill_definitions.expressions.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from waybill_definitions.document.shape.form import FormAddress, FormDefinition
from waybill_definitions.document.shape.part import Part
from waybill_definitions.document.shape.questions import Template
from waybill_definitions.document.shape.retry import RetryPolicy
from waybill_definitions.document.shape.words import InWords, Title, Words

LONGEST_TIMEOUT_SECONDS = 60
"""A longer timeout would exceed the time limits of the delivery task."""

StepKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,49}$")]
TableName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,49}$")]
WorkflowSlug = FormAddress
Scalar = str | int | float | bool


class StepDefinition(Part):
    """One action on one connection."""

    title: Title = Field(
        default="",
        description="What it is doing, for the person who submitted: Creating the customer.",
    )
    done: Annotated[Words, InWords(500)] = Field(
        default="",
        description="What is so when it is done. May name ${{ subject }}, ${{ system }} and"
        " ${{ record }}. Without it the action's own words are shown.",
    )
    use: str = Field(
        pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z][a-z0-9_.]*$",
        max_length=120,
        description="The connection and its action: erp/party.create.",
        examples=["erp/party.create"],
    )
    needs: list[StepKey] = Field(
        default_factory=list,
        max_length=100,
        description="Steps that come before it. It is skipped when all of them were skipped.",
    )
    when: Template | bool = Field(
        default="", description="A condition, ${{ … }}. When it is false the step is skipped."
    )
    with_: dict[str, Any] = Field(
        default_factory=dict,
        alias="with",
        description="The action's input. Text may contain ${{ expression }}.",
    )
    ordering: Template = Field(
        default="",
        description="Submissions with the same result go one at a time, in order of acceptance.",
    )
    queue: Literal["critical", "default", "bulk"] = "default"
    timeout_seconds: int = Field(
        default=30, ge=1, le=LONGEST_TIMEOUT_SECONDS, description="Of one exchange."
    )
    retry: RetryPolicy = Field(default_factory=RetryPolicy)


class Definition(Part):
    """One workflow."""

    workflow: WorkflowSlug = Field(description="Its name in addresses, such as new-customer.")
    name: str = Field(min_length=1, max_length=200)
    subject: Template = Field(
        default="", description="What a submission is called in lists: ${{ input.company }}."
    )
    form: FormDefinition
    tables: dict[TableName, dict[str, Scalar]] = Field(
        default_factory=dict,
        max_length=50,
        description="For expressions: ${{ lookup(tables.regions, input.country, 'other') }}.",
    )
    steps: dict[StepKey, StepDefinition] = Field(
        min_length=1, max_length=100, description="By key; `needs` says which come first."
    )

    def dump(self) -> dict[str, Any]:
        """As JSON, in the order it was written, without what is as by default."""
        dumped: dict[str, Any] = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return dumped
