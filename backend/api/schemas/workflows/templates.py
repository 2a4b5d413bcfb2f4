"""Templates of workflows."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StrictFloat, StrictInt

from api.schemas.base import In, Json, Out, Slug, Text
from api.schemas.workflows.definitions import FaultOut
from core.workflows.templates import Filling, connectors_fitting
from waybill_definitions.document import Fault, words_in
from waybill_definitions.templates import Template

Key = Annotated[str, Field(max_length=50, pattern=r"^[a-z][a-z0-9_-]*$")]


class TemplatePartOut(Out):
    """A system that the template needs. One of the organization's connections plays this part."""

    key: str = Field(examples=["erp"])
    name: str = Field(examples=["ERP"])
    role: str = Field(description="What it does there, as a sentence.")
    connectors: list[str] = Field(
        description="The kinds of systems that fit.", examples=[["tryton"]]
    )

    @classmethod
    def of(cls, template: Template, key: str, language: str) -> Self:
        about = template.about.parts[key]
        return cls(
            key=key,
            name=words_in(about.name, language, "en"),
            role=words_in(about.role, language, "en"),
            connectors=connectors_fitting(template, key),
        )


class TemplateStepOut(Out):
    """One step of it."""

    key: str
    title: str
    part: str = Field(description="The key of the part that it is sent to.")
    action: str = Field(examples=["party.upsert"])
    needs: list[str]
    is_conditional: bool = Field(description="It is taken only for some submissions.")


class TemplateOut(Out):
    """A workflow to start from."""

    id: str = Field(examples=["lead-to-erp"])
    name: str
    description: str
    has_form: bool = Field(description="False: programs submit to it; it has no page.")
    parts: list[TemplatePartOut]
    steps: list[TemplateStepOut] = Field(description="In order.")

    @classmethod
    def of(cls, template: Template, language: str) -> Self:
        return cls(
            id=template.name,
            name=words_in(template.about.name, language, "en"),
            description=words_in(template.about.description, language, "en"),
            has_form=template.definition.form.address is not None,
            parts=[TemplatePartOut.of(template, key, language) for key in template.needs],
            steps=_steps(template, language),
        )


class TemplatesOut(Out):
    items: list[TemplateOut]


class TemplateQuestionOut(Out):
    """One question of its form."""

    key: str
    label: str
    kind: str = Field(examples=["email"])
    required: bool


class TemplateBlankOut(Out):
    """A value that is different for everybody, such as whom to write to."""

    key: str
    label: str
    help: str
    kind: Literal["email", "path", "number", "text"] = Field(
        description="`path`: what follows the address of a connection."
    )
    example: str | int | float = Field(description="What stands there when none is given.")


class TemplateDetailOut(TemplateOut):
    """A template with what it asks, what is to be filled in, and answers to try it with."""

    questions: list[TemplateQuestionOut]
    blanks: list[TemplateBlankOut]
    sample: Json = Field(description="Answers that its form takes.")
    document: str = Field(description="Its definition, in YAML.")

    @classmethod
    def of(cls, template: Template, language: str) -> Self:
        fields = template.definition.form.fields
        return cls(
            **TemplateOut.of(template, language).model_dump(),
            questions=[
                TemplateQuestionOut(
                    key=key,
                    label=words_in(getattr(each, "label", key), language, "en"),
                    kind=each.kind,
                    required=each.required,
                )
                for key, each in fields.items()
            ],
            blanks=_blanks(template, language),
            sample=template.about.sample,
            document=template.document,
        )


class TemplateFillIn(In):
    """What to make of a template."""

    slug: Slug = Field(description="Of the workflow.", examples=["leads"])
    name: Text = Field(min_length=1, max_length=200)
    address: Slug | None = Field(
        default=None, description="Of the public form: /f/<address>. Without, it has no page."
    )
    connections: dict[Key, Slug] = Field(
        max_length=20, description="The slug of the connection that plays each part."
    )
    values: dict[Key, Text | StrictInt | StrictFloat] = Field(
        default_factory=dict, max_length=50, description="By the key of each blank."
    )

    def filling(self) -> Filling:
        return Filling(
            workflow=self.slug,
            name=self.name,
            address=self.address,
            connections=self.connections,
            values=self.values,
        )


class TemplateFilledOut(Out):
    """A definition made of a template, and what publishing would find wrong with it."""

    document: str = Field(description="In YAML: save it as a draft, preview it, or publish it.")
    faults: list[FaultOut]

    @classmethod
    def of(cls, document: str, faults: tuple[Fault, ...]) -> Self:
        return cls(document=document, faults=[FaultOut.of(fault) for fault in faults])


def _steps(template: Template, language: str) -> list[TemplateStepOut]:
    found = []
    for key, step in template.definition.steps.items():
        part, _, action = step.use.partition("/")
        found.append(
            TemplateStepOut(
                key=key,
                title=words_in(step.title, language, "en"),
                part=part,
                action=action,
                needs=step.needs,
                is_conditional=step.when not in ("", True),
            )
        )
    return found


def _blanks(template: Template, language: str) -> list[TemplateBlankOut]:
    return [
        TemplateBlankOut(
            key=key,
            label=words_in(each.label, language, "en"),
            help=words_in(each.help, language, "en"),
            kind=each.kind,
            example=template.example(key),
        )
        for key, each in template.about.blanks.items()
    ]
