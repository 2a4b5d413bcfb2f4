"""A public form, for a page that draws it or a program that fills it in."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from django.utils import timezone
from pydantic import Field

from api.schemas.base import In, Json, OpenedVersion, Out, Text
from api.schemas.people.accounts import OrganizationNameOut
from core.accounts.models import Organization
from core.submissions.accept import Judged
from core.workflows.choices import MOST, Offered
from core.workflows.compile import step_title
from core.workflows.forms import form_of
from core.workflows.logos import logo_mark
from core.workflows.models import Step, WorkflowVersion
from core.workflows.protection import Protection, origin_clean
from core.workflows.versions import DrawnForm, DrawnStep
from waybill_definitions.document import (
    Asked,
    CountryQuestion,
    DateQuestion,
    FileQuestion,
    GroupQuestion,
    HiddenQuestion,
    LiveChoices,
    Words,
    day_limit,
    pattern_for_browsers,
)
from waybill_definitions.document import words_in as text_in
from waybill_definitions.forms import (
    FILE_KINDS,
    Form,
    FormState,
    form_json_schema,
    form_state,
    form_state_text,
    minutes_of,
    pages_of,
    source_of,
    today,
)
from waybill_definitions.languages import (
    FormWords,
    countries_in,
    language_direction,
    language_name,
    words_in,
)

LANGUAGE = (
    "A language tag (BCP 47). Of the form's languages the nearest is taken, else the one that"
    " `Accept-Language` asks for, else the first."
)
Language = Annotated[Text | None, Field(max_length=100, description=LANGUAGE, examples=["de"])]


class FormStepOut(Out):
    """What will be done with a submission, in order."""

    key: str
    title: str = Field(examples=["Creating the customer in the ERP"])
    system: str = Field(description="The system it goes to.", examples=["Tryton"])

    @classmethod
    def of(cls, step: Step, language: str) -> Self:
        title = step_title(step, language)
        return cls(key=step.key, title=title, system=step.connection.name)

    @classmethod
    def drawn(cls, step: DrawnStep, told: _Told) -> Self:
        return cls(key=step.key, title=told.words(step.title), system=step.system)


class FormProtectionOut(Out):
    """What a page that shows the form must do before it can be sent."""

    honeypot: bool = Field(description="Draw a field `website` that people do not see.")
    ticket: bool = Field(description="Get a ticket when the form is opened.")
    proof_of_work: bool = Field(description="Solve the ticket's task.")
    without_script: Literal["refuse", "mail"] = Field(
        description="What becomes of a form whose page cannot solve it: it is refused, or "
        "confirmed by e-mail (`requestConfirmation`)."
    )
    allowed_origins: list[str] = Field(
        description="Other sites whose pages may embed the form in a frame; they see this list."
    )


class FormChoiceOut(Out):
    value: str
    label: str


class FormQuestionOut(Out):
    """One question. What its kind does not have is null."""

    key: str
    kind: str = Field(examples=["text", "choice", "group"])
    label: str
    help: str = ""
    placeholder: str = ""
    required: bool
    sensitive: bool = False
    autocomplete: str = ""
    default: str | bool | None = None
    show_if: str | None = Field(
        default=None, description="CEL: it is asked when this is true. Without: always."
    )
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = Field(
        default=None, description="For JavaScript with the flag `u`, of the whole text."
    )
    pattern_message: str | None = None
    minimum: int | str | None = Field(
        default=None, description="A number, an exact number as text, a day or a time; or rows."
    )
    maximum: int | str | None = None
    decimals: int | None = None
    currencies: list[str] | None = None
    zone: str | None = None
    choices: list[FormChoiceOut] | None = None
    live: bool = Field(default=False, description="Its choices are asked for as people type.")
    region: str | None = None
    text: str | None = Field(default=None, description="What is agreed to.")
    most: int | None = Field(default=None, description="Stars of a rating.")
    accept: list[str] | None = Field(default=None, description="Endings of file names.")
    kinds: list[str] | None = Field(default=None, description="Kinds of file, in words.")
    max_bytes: int | None = None
    max_files: int | None = None
    query: str | None = Field(default=None, description="Where a link brings the answer along.")
    value: str | None = Field(default=None, description="CEL that gives the answer.")
    type: str | None = None
    row_label: str | None = None
    questions: list[FormQuestionOut] | None = Field(
        default=None, description="Of each row of a group."
    )


class FormPageOut(Out):
    title: str
    intro: str
    questions: list[str] = Field(description="Keys, in their order.")
    show_if: str | None


class FormRuleOut(Out):
    """What must hold between answers."""

    check: str = Field(description="CEL that must be true.")
    message: str
    question: str


class FormLookOut(Out):
    logo: str | None = Field(description="Path of a picture, served by the API.")
    accent: str | None


class FormSentOut(Out):
    """What people read after they sent it, and where they are led."""

    title: str
    text: str
    redirect: str | None = Field(
        description="Only to a site that the form's protection allows at this moment."
    )

    @classmethod
    def of(cls, form: Form, language: str, allowed_origins: Collection[str]) -> Self:
        told, sent = _Told(form, language), form.definition.sent
        return cls(
            title=told.words(sent.title),
            text=told.words(sent.text),
            redirect=_redirect(sent.redirect, allowed_origins),
        )


class FormEntryOut(Out):
    """An answer that a connected system offers."""

    value: str
    label: str
    detail: str = Field(description="What tells it apart, such as a price or a city.")


class FormChoicesOut(Out):
    """What a search finds of the answers to one question, in the system's order."""

    items: list[FormEntryOut] = Field(description=f"At most {MOST}; search for others.")
    stale: bool = Field(description="The system is away, and this is what it said last.")
    message: str = Field(description="The same, for people; empty when nothing is wrong.")

    @classmethod
    def of(cls, offered: Offered) -> Self:
        return cls(
            items=[
                FormEntryOut(value=each.value, label=each.label, detail=each.detail)
                for each in offered.entries
            ],
            stale=bool(offered.stale),
            message=offered.stale,
        )


class FormCheckIn(In):
    """Answers that are not sent yet."""

    data: Json = Field(description="The answers, by question.")
    version: OpenedVersion = None
    language: Language = None


class FormFaultOut(Out):
    field: str = Field(examples=["data.lines.0.part"])
    message: str


class FormVerdictOut(Out):
    """What sending these answers would be refused for, and what follows from them."""

    errors: list[FormFaultOut]
    hidden: list[str] = Field(
        description="Questions that are not asked with these answers.", examples=[["data.reason"]]
    )
    calculated: Json = Field(description="What was computed, by field.")

    @classmethod
    def of(cls, judged: Judged) -> Self:
        return cls(
            errors=[FormFaultOut(field=each.field, message=each.message) for each in judged.errors],
            hidden=judged.hidden,
            calculated=judged.calculated,
        )


class FormLanguageOut(Out):
    """A language of a form, and what its own speakers call it."""

    code: str = Field(description="Tag (BCP 47).", examples=["de"])
    name: str = Field(examples=["Deutsch"])


class FormOut(Out):
    """A public form: what to ask, how to draw it, what happens then."""

    slug: str
    version: int = Field(description="0: it is not published.")
    language: str = Field(description="In which all of this is told (BCP 47).", examples=["de"])
    direction: Literal["ltr", "rtl"] = Field(description="Of its writing, as HTML's `dir`.")
    languages: list[FormLanguageOut]
    words: FormWords = Field(description="Every built-in sentence of the page.")
    title: str
    intro: str
    submit_label: str
    minutes: int = Field(description="How long it takes.")
    organization: OrganizationNameOut
    look: FormLookOut
    sent: FormSentOut
    state: FormState = Field(description="Whether it takes answers now.")
    state_text: str = Field(description="The same, for people; empty while it is open.")
    pages: list[FormPageOut]
    questions: list[FormQuestionOut]
    rules: list[FormRuleOut]
    has_expressions: bool
    json_schema: Json = Field(description="JSON Schema (2020-12) of `data`.")
    steps: list[FormStepOut]
    protection: FormProtectionOut

    @classmethod
    def of(
        cls,
        version: WorkflowVersion,
        slug: str,
        protection: Protection,
        state: FormState,
        language: str | None = None,
    ) -> Self:
        form = form_of(version)
        told = _Told(form, form.language_for(language))
        return cls._of(
            told,
            _asked(version.pk, told),
            protection,
            state,
            slug=slug,
            version=version.number,
            organization=OrganizationNameOut(name=version.organization.name),
            look=_look(form, _logo(form.definition.look.logo, slug)),
            steps=[
                FormStepOut.of(step, told.language)
                for step in version.steps.select_related("connection")
            ],
        )

    @classmethod
    def drawn(
        cls,
        drawn: DrawnForm,
        organization: Organization,
        protection: Protection,
        language: str | None = None,
    ) -> Self:
        """Of a definition that is not published. Nothing has been sent to it, and no logo read."""
        form = drawn.form
        told = _Told(form, form.language_for(language))
        return cls._of(
            told,
            _Asked.of(told),
            protection,
            form_state(form, timezone.now(), 0),
            slug=form.definition.address or drawn.workflow,
            version=0,
            organization=OrganizationNameOut(name=organization.name),
            look=_look(form, None),
            steps=[FormStepOut.drawn(each, told) for each in drawn.steps],
        )

    @classmethod
    def _of(
        cls, told: _Told, asked: _Asked, protection: Protection, state: FormState, **own: Any
    ) -> Self:
        form, definition = told.form, told.form.definition
        return cls(
            language=told.language,
            direction=language_direction(told.language),
            languages=[
                FormLanguageOut(code=tag, name=language_name(tag)) for tag in definition.languages
            ],
            words=words_in(told.language).form,
            title=told.words(definition.title),
            intro=told.words(definition.intro),
            submit_label=told.words(definition.submit_label),
            minutes=minutes_of(definition),
            sent=FormSentOut.of(form, told.language, protection.allowed_origins),
            state=state,
            state_text=form_state_text(form, state, told.language),
            pages=asked.pages,
            questions=asked.questions,
            rules=asked.rules,
            has_expressions=bool(form.expressions),
            json_schema=asked.json_schema,
            protection=FormProtectionOut(
                honeypot=protection.honeypot,
                ticket=protection.ticket,
                proof_of_work=protection.proof_of_work,
                without_script=definition.without_script,
                allowed_origins=list(protection.allowed_origins),
            ),
            **own,
        )


_AS_THEY_ARE = (
    *("required", "sensitive", "autocomplete", "default", "max_length", "decimals", "currencies"),
    *("zone", "region", "most", "max_bytes", "max_files", "type"),
)
_IN_WORDS = ("label", "help", "placeholder", "pattern_message", "text", "row_label")


class _Told:
    """A form in one language."""

    def __init__(self, form: Form, language: str) -> None:
        self.form = form
        self.language = language

    def words(self, words: Words) -> str:
        return text_in(words, self.language, self.form.language)

    def rules(self) -> list[FormRuleOut]:
        return [
            FormRuleOut(
                check=condition.source, message=self.words(rule.message), question=rule.field
            )
            for rule, condition in self.form.expressions.rules
        ]

    def pages(self) -> list[FormPageOut]:
        return [
            FormPageOut(
                title=self.words(page.title),
                intro=self.words(page.intro),
                questions=page.fields,
                show_if=source_of(page.show_if),
            )
            for page in pages_of(self.form.definition)
        ]

    def question(self, at: tuple[str, ...], question: Asked) -> FormQuestionOut:
        """``at``: its key, in a group after the group's."""
        kept = question.model_dump(mode="json", include=set(_AS_THEY_ARE))
        told = {
            name: self.words(getattr(question, name))
            for name in _IN_WORDS
            if hasattr(question, name)
        }
        value = self.form.expressions.values.get(at)
        own: dict[str, Any] = {
            "key": at[-1],
            "kind": getattr(question, "kind", ""),
            "show_if": source_of(question.show_if),
            "value": value.source if value is not None else None,
            "min_length": getattr(question, "min_length", None) or None,
            "pattern": _pattern(question),
            "minimum": _limit(question, "minimum"),
            "maximum": _limit(question, "maximum"),
            **self._choices(question),
        }
        match question:
            case FileQuestion():
                kinds = [FILE_KINDS[kind] for kind in question.accept]
                own["accept"] = [f".{end}" for kind in kinds for end in kind.extensions]
                called = words_in(self.language).form.kinds.model_dump()
                own["kinds"] = [called[kind] for kind in question.accept]
            case HiddenQuestion():
                own["query"] = question.query or at[-1]
            case GroupQuestion():
                own["questions"] = [
                    self.question((at[-1], key), each) for key, each in question.fields.items()
                ]
        return FormQuestionOut(**{**kept, **told, **own})

    def _choices(self, question: Asked) -> dict[str, Any]:
        if isinstance(question, CountryQuestion):
            named = [
                FormChoiceOut(value=code, label=name) for code, name in countries_in(self.language)
            ]
            return {"choices": named}
        offered = getattr(question, "choices", None)
        if offered is None:
            return {}
        live: LiveChoices | None = getattr(question, "from_", None)
        if live is not None:
            return {"live": True}
        return {
            "choices": [
                FormChoiceOut(value=each.value, label=self.words(each.label)) for each in offered
            ]
        }


@dataclass(frozen=True, slots=True)
class _Asked:
    """What of a form is the same for everybody who reads it in one language on one day."""

    form: Form
    pages: list[FormPageOut]
    questions: list[FormQuestionOut]
    rules: list[FormRuleOut]
    json_schema: dict[str, Any]

    @classmethod
    def of(cls, told: _Told) -> Self:
        return cls(
            told.form,
            told.pages(),
            [told.question((name,), each) for name, each in told.form.questions.items()],
            told.rules(),
            form_json_schema(told.form, told.language),
        )


_KEPT = 256
_recent: dict[tuple[uuid.UUID, str, date], _Asked] = {}


def _asked(version_id: uuid.UUID, told: _Told) -> _Asked:
    """Made once per process: it is half of the work of answering with a form, most of a long one.

    Limits of days may be counted from the present one.
    """
    key = (version_id, told.language, today())
    kept = _recent.get(key)
    if kept is not None and kept.form is told.form:
        return kept
    if len(_recent) >= _KEPT:
        _recent.clear()
    _recent[key] = _Asked.of(told)
    return _recent[key]


def questions_told(version: WorkflowVersion) -> list[FormQuestionOut]:
    """The questions of a version, in its form's first language, for those who operate."""
    form = form_of(version)
    return _asked(version.pk, _Told(form, form.language)).questions


def _look(form: Form, logo: str | None) -> FormLookOut:
    return FormLookOut(logo=logo, accent=form.definition.look.accent)


def _logo(address: str | None, slug: str) -> str | None:
    return None if address is None else f"/api/v1/forms/{slug}/logos/{logo_mark(address)}"


def _redirect(address: str | None, allowed_origins: Collection[str]) -> str | None:
    """The address, unless its site is not allowed any more since the form was published."""
    if address is None:
        return None
    parts = urlsplit(address)
    try:
        origin = origin_clean(f"{parts.scheme}://{parts.netloc}")
    except ValueError:
        return None
    return address if origin in allowed_origins else None


def _pattern(question: Asked) -> str | None:
    pattern: str = getattr(question, "pattern", "")
    return pattern_for_browsers(pattern) if pattern else None


def _limit(question: Asked, name: str) -> int | str | None:
    limit = getattr(question, name, None)
    if isinstance(question, DateQuestion) and limit is not None:
        return day_limit(limit, today()).isoformat()
    return f"{limit:f}" if isinstance(limit, Decimal) else limit
