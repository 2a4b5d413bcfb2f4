from __future__ import annotations

from typing import Any, Self

from pydantic import Field

from api.schemas.base import In, Json, Out, Text, Told
from api.schemas.forms.forms import Language
from api.schemas.workflows.definitions import FAULT_CODE, FAULT_PARAMS, code_of, params_of
from core.delivery.preview import Evaluated, Fate, Note, Preview, PreviewedStep, Shown, Skip
from waybill_definitions.document import Fault
from waybill_definitions.text.coded import FaultCode

LONGEST_TEXT = 32_768


class _AnswersIn(In):
    data: Json = Field(description="The answers, as a submission has them.")
    language: Language = None


class PreviewIn(_AnswersIn):
    """Answers to preview."""

    state: str = Field(
        default="live",
        pattern=r"^(draft|live|[1-9][0-9]{0,8})$",
        description="`live`, `draft`, or the number of a version.",
    )


class DefinitionPreviewIn(_AnswersIn):
    """Answers to preview with a definition that need not be saved."""

    document: Text = Field(description="The definition, in YAML or JSON.")


class DefinitionFormIn(In):
    """A definition whose form is to be drawn. It need not be saved."""

    document: Text = Field(description="In YAML or JSON. Its steps may have faults.")
    language: Language = None


class EvaluateIn(_AnswersIn):
    """One text of a definition that is being written."""

    document: Text = Field(description="The definition, in YAML or JSON. It may have faults.")
    place: Text = Field(
        max_length=500,
        description="Where the text stands or would stand, as faults say it.",
        examples=["steps.sale.with.party"],
    )
    text: Text = Field(
        max_length=LONGEST_TEXT,
        description="What would stand there; the document need not have it.",
        examples=["${{ steps.customer.id }}"],
    )


class TextFaultOut(Out):
    """One fault of a text."""

    message: str
    code: FaultCode | None = FAULT_CODE
    params: Json = FAULT_PARAMS
    line: int | None = Field(description="Within the text, from 1; null: all of it is meant.")
    column: int | None

    @classmethod
    def of(cls, fault: Fault) -> Self:
        within = fault.within
        return cls(
            message=fault.message,
            code=code_of(fault),
            params=params_of(fault),
            line=within.line if within else None,
            column=within.column if within else None,
        )


class EvaluatedOut(Out):
    """What a text gives with these answers."""

    faults: list[TextFaultOut] = Field(description="Of this text alone.")
    type: str | None = Field(
        description="What it gives, in words; null while it has faults.", examples=["a text"]
    )
    value: Any = Field(description="Sensitive answers in it are masked.")
    reason: str | None = Field(description="Why there is no value, if there are no faults.")
    is_absent: bool = Field(description="It gives nothing: in a mapping its key is left out.")

    @classmethod
    def of(cls, evaluated: Evaluated) -> Self:
        return cls(
            faults=[TextFaultOut.of(each) for each in evaluated.faults],
            type=evaluated.type,
            value=evaluated.value,
            reason=evaluated.reason,
            is_absent=evaluated.is_absent,
        )


class RenderedRequestOut(Out):
    """One request as the connector would send it; secrets and sensitive values are masked."""

    about: str = Field(description="What it does, in words.", examples=["Create the customer."])
    when: str = Field(description="It is sent only then; empty: always.")
    reads: bool = Field(description="It asks and changes nothing there.")
    method: str = Field(description="Of HTTP; `SMTP` for a mail.", examples=["POST"])
    url: str
    headers: dict[str, str] = Field(
        description="Without those that every request has. Of a mail: its envelope."
    )
    body: Any = Field(
        description="As JSON. What only the system can tell is in angle quotes: «the number of AT»."
    )
    decoded: Json = Field(description="What encoded headers and query parameters say, by name.")
    is_cut: bool = Field(description="The body is longer; only its first 128 Ki characters follow.")

    @classmethod
    def of(cls, shown: Shown) -> Self:
        return cls(
            about=shown.about,
            when=shown.when,
            reads=shown.reads,
            method=shown.method,
            url=shown.url,
            headers=shown.headers,
            body=shown.body,
            decoded=shown.decoded,
            is_cut=shown.is_cut,
        )


class PreviewedStepOut(Out):
    """What would become of one step."""

    key: str
    title: str
    connection: str = Field(description="Its slug.", examples=["erp"])
    connector: str
    action: str = Field(examples=["party.create"])
    effect: str | None = Field(description="`keyed`, `readable` or `blind`.")
    needs: list[str]
    condition: str | None = Field(description="The step's `when`.")
    fate: Fate = Field(
        description="`sent`; `skipped`: nothing is sent; `failed`: it would fail, see `reason`."
    )
    reason: Told | None = Field(description="Why it is skipped, or would fail.")
    skip: Skip | None = Field(description="Why it is skipped, as a code; null: it is not.")
    ordering: str | None = Field(description="Its place in line, if the step goes in order.")
    assumes: list[str] = Field(description="The steps whose sample outputs it was computed with.")
    input: Json | None = Field(description="What the action gets.")
    requests: list[RenderedRequestOut]
    output: Json | None = Field(description="The sample that later steps get.")

    @classmethod
    def of(cls, previewed: PreviewedStep) -> Self:
        step = previewed.step
        return cls(
            key=step.key,
            title=previewed.title,
            connection=step.connection.slug,
            connector=step.connection.connector,
            action=step.action,
            effect=previewed.effect,
            needs=step.depends_on,
            condition=step.condition or None,
            fate=previewed.fate,
            reason=previewed.reason or None,
            skip=previewed.skip,
            ordering=previewed.ordering or None,
            assumes=list(previewed.assumes),
            input=previewed.input,
            requests=[RenderedRequestOut.of(each) for each in previewed.requests],
            output=previewed.output,
        )


class PreviewOut(Out):
    """What these answers would send. Nothing was sent, and nothing is kept."""

    workflow: str
    version: int | None = Field(description="Null: a definition that is not published.")
    language: str
    subject: str = Field(description="What the submission would be called.")
    data: Json = Field(description="The answers as they would be kept; sensitive ones are masked.")
    steps: list[PreviewedStepOut]
    notes: list[str] = Field(description="What could not be known without asking.")
    note_codes: list[Note] = Field(description="The same notes as codes.")

    @classmethod
    def of(cls, preview: Preview) -> Self:
        return cls(
            workflow=preview.state.workflow,
            version=preview.state.version,
            language=preview.language,
            subject=preview.subject,
            data=preview.data,
            steps=[PreviewedStepOut.of(each) for each in preview.steps],
            notes=[note.words for note in preview.notes],
            note_codes=list(preview.notes),
        )
