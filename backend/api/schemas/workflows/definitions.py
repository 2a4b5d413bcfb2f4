from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from api.request.preconditions import etag
from api.schemas.base import In, Json, Out, Slug, Text
from core.workflows.models import LONGEST_NOTE, Workflow, WorkflowVersion
from core.workflows.versions import Difference, Editor, WorkingCopy
from waybill_definitions.changes import ChangeKind
from waybill_definitions.document import DefinitionRefused, Fault, definition_read
from waybill_definitions.expressions import Function
from waybill_definitions.text.coded import Coded, FaultCode

FAULT_CODE: Any = Field(
    description="What kind of fault it is, for saying it in another language; null: there is"
    " no more than the message."
)
FAULT_PARAMS: Any = Field(description="What the message names.", examples=[{"step": "welcome"}])


def code_of(fault: Fault) -> FaultCode | None:
    """By which it can be said in another language."""
    return fault.message.code if isinstance(fault.message, Coded) else None


def params_of(fault: Fault) -> dict[str, Any]:
    """What its message names."""
    return dict(fault.message.params) if isinstance(fault.message, Coded) else {}


class FaultOut(Out):
    """One fault of a definition."""

    field: str = Field(
        description="Where it is, empty: the whole.", examples=["steps.welcome.with.to"]
    )
    message: str = Field(examples=["`input.emial` is no field of this form; did you mean `email`?"])
    code: FaultCode | None = FAULT_CODE
    params: Json = FAULT_PARAMS
    line: int | None = Field(description="Of the document, from 1; null for JSON.")
    column: int | None

    @classmethod
    def of(cls, fault: Fault) -> Self:
        return cls(
            field=fault.at,
            message=fault.message,
            code=code_of(fault),
            params=params_of(fault),
            line=fault.place.line if fault.place else None,
            column=fault.place.column if fault.place else None,
        )


class CheckOut(Out):
    """What publishing would say."""

    ok: bool
    faults: list[FaultOut]


class DraftOut(Out):
    """The document to go on with: the draft, or what is live where there is no draft."""

    workflow: str
    document: str = Field(description="As it was written, in YAML or JSON.")
    definition: Json | None = Field(description="As JSON; null while it has faults of its shape.")
    is_draft: bool = Field(description="False: this is what was published last.")
    etag: str = Field(description="Send it as `If-Match` to change this state and no later one.")
    changed_at: datetime
    changed_by: str

    @classmethod
    def of(cls, workflow: Workflow, copy: WorkingCopy) -> Self:
        return cls(
            workflow=workflow.slug,
            document=copy.document,
            definition=_definition(copy.document),
            is_draft=copy.is_draft,
            etag=etag(copy.tag),
            changed_at=copy.changed_at,
            changed_by=copy.changed_by,
        )


Note = Annotated[
    Text,
    Field(
        max_length=LONGEST_NOTE,
        description="Why it is published, for the others.",
        examples=["Sales wants the country too."],
    ),
]


TAB = r"^[A-Za-z0-9_-]+$"
LONGEST_TAB = 64
Tab = Annotated[
    str,
    Field(pattern=TAB, max_length=LONGEST_TAB, description="Chosen by the tab.", examples=["t1"]),
]


class PublishIn(In):
    """What is said of a version when it is published."""

    note: Note = ""


class VersionOut(Out):
    """A published version. It never changes."""

    number: int
    state: Literal["live", "archived"] = Field(description="`live`: it takes submissions now.")
    published_at: datetime
    published_by: str
    note: str = Field(description="Why it was published; may be empty.")
    restores: int | None = Field(description="The earlier version that it publishes again.")
    replaced_at: datetime | None

    @classmethod
    def of(cls, version: WorkflowVersion, workflow: Workflow) -> Self:
        return cls(
            number=version.number,
            state="live" if workflow.current_id == version.pk else "archived",
            published_at=version.published_at,
            published_by=version.published_by,
            note=version.note,
            restores=version.restores,
            replaced_at=version.replaced_at,
        )


class VersionDetailOut(VersionOut):
    """A version with its definition."""

    document: str
    definition: Json | None

    @classmethod
    def of(cls, version: WorkflowVersion, workflow: Workflow, document: str | None = None) -> Self:
        """``document``: with the names that its workflow has now, where it was renamed."""
        about = VersionOut.of(version, workflow)
        text = version.document if document is None else document
        return cls(**about.model_dump(), document=text, definition=_definition(text))


class VersionListOut(Out):
    items: list[VersionOut] = Field(description="Newest first.")


class PartChangeOut(Out):
    """One difference."""

    kind: ChangeKind = Field(description="`moved`: what stands at `path` has another order.")
    path: list[str] = Field(examples=[["form", "fields", "company", "label", "de"]])
    before: Any = Field(description="As JSON; null: there was nothing. Of what moved: the keys.")
    after: Any = Field(description="The same for afterwards.")


class DifferenceOut(Out):
    """What differs between two states of a workflow."""

    changes: list[str] = Field(
        description="In words, one for each of `parts`.",
        examples=[["Step `order`, `when`: nothing → “${{ true }}”."]],
    )
    parts: list[PartChangeOut] = Field(description="The same as data.")
    before: Json = Field(description="The first state's definition.")
    after: Json = Field(description="The second state's definition.")
    text: str = Field(description="A unified diff of both as YAML.")

    @classmethod
    def of(cls, difference: Difference) -> Self:
        return cls(
            changes=difference.words,
            parts=[
                PartChangeOut(
                    kind=each.kind, path=list(each.path), before=each.before, after=each.after
                )
                for each in difference.changes
            ],
            before=difference.before.dump(),
            after=difference.after.dump(),
            text=difference.text,
        )


class FunctionOut(Out):
    """A function that expressions may call beside those of CEL."""

    name: str = Field(examples=["decimal.add"])
    signature: str = Field(description="How it is called.", examples=["decimal.add(a, b)"])
    on_value: bool = Field(description="It is called on a value: `text.lower()`.")
    description: str = Field(examples=["The exact sum of texts or whole numbers."])
    example: str = Field(examples=["decimal.add('0.10', '0.20')"])
    result: str = Field(
        description="What the example gives, as an expression.", examples=["'0.30'"]
    )

    @classmethod
    def of(cls, function: Function) -> Self:
        return cls(
            name=function.name,
            signature=function.form,
            on_value=function.on_value,
            description=function.does,
            example=function.example,
            result=function.result,
        )


class FunctionsOut(Out):
    functions: list[FunctionOut] = Field(description="In the guide's order.")


class EditorIn(In):
    tab: Tab


class EditorOut(Out):
    """Somebody who has the workflow open in an editor."""

    name: str
    since: datetime
    is_you: bool = Field(description="It is you, in another tab.")


class EditorsOut(Out):
    others: list[EditorOut] = Field(description="Who came first first, at most 20.")

    @classmethod
    def of(cls, editors: list[Editor]) -> Self:
        told = [EditorOut(name=each.name, since=each.since, is_you=each.is_you) for each in editors]
        return cls(others=told)


class RenameIn(In):
    slug: Slug
    name: Text | None = Field(default=None, min_length=1, max_length=200)


class DuplicateIn(In):
    slug: Slug
    name: Text = Field(min_length=1, max_length=200)


def _definition(document: str) -> Json | None:
    try:
        return definition_read(document).dump()
    except DefinitionRefused:
        return None
