"""The questions behind a submission's answers, for whoever reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from pydantic import Field

from api.schemas.base import Out
from api.schemas.forms.forms import FormChoiceOut
from core.workflows.choices import LiveLabels
from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion
from waybill_definitions.document import (
    AddressQuestion,
    Asked,
    ChoiceQuestion,
    ChoicesQuestion,
    CountryQuestion,
    GroupQuestion,
    LiveChoices,
    Words,
    words_in,
)
from waybill_definitions.languages import countries_in


class AskedOut(Out):
    """A question that was answered, in the form's first language."""

    key: str
    kind: str = Field(examples=["text", "choice", "group"])
    label: str
    row_label: str = Field(description="Of a group: what a row of it is called.")
    choices: list[FormChoiceOut] = Field(
        description="The texts of what was chosen; of a sensitive question all that it offers."
        " Of a `live` one as the system last told them: what it no longer has is missing."
    )
    live: bool = Field(description="What it offers is looked up at a connected system.")
    questions: list[AskedOut] = Field(description="Of each row of a group.")

    @classmethod
    def of(cls, key: str, question: Asked, answers: Sequence[Any], told: _Telling) -> Self:
        """``answers``: all that were given to it, of a question in a group one for each row."""
        if question.sensitive and not told.revealed:
            told = replace(told, all=True)
        inner = question.fields if isinstance(question, GroupQuestion) else {}
        rows = [row for answer in answers if isinstance(answer, list) for row in answer]
        return cls(
            key=key,
            kind=getattr(question, "kind", ""),
            label=told.words(question.label),
            row_label=told.words(getattr(question, "row_label", "")),
            choices=told.choices(question, answers),
            live=_live_choices(question) is not None,
            questions=_asked_in(inner, rows, told),
        )


def asked_of(
    version: WorkflowVersion, data: Mapping[str, Any], *, revealed: bool = False
) -> list[AskedOut]:
    """The answered questions of a submission, in the order of its form.

    ``revealed``: sensitive answers stand in the data as they are, and not masked.
    """
    form = form_of(version)
    labels = LiveLabels(version.organization_id)
    return _asked_in(form.questions, [data], _Telling(form.language, labels, revealed=revealed))


def _asked_in(
    questions: Mapping[str, Asked], rows: Sequence[Any], told: _Telling
) -> list[AskedOut]:
    records = [row for row in rows if isinstance(row, Mapping)]
    return [
        AskedOut.of(key, question, [row[key] for row in records if key in row], told)
        for key, question in questions.items()
        if told.all or any(key in row for row in records)
    ]


@dataclass(frozen=True, slots=True)
class _Telling:
    """``all``: the answers are masked, so nothing may depend on them."""

    language: str
    labels: LiveLabels
    all: bool = False
    revealed: bool = False

    def words(self, words: Words) -> str:
        return words_in(words, self.language, self.language)

    def choices(self, question: Asked, answers: Sequence[Any]) -> list[FormChoiceOut]:
        match question:
            case ChoiceQuestion() | ChoicesQuestion():
                offered = self._offered(question)
            case CountryQuestion() | AddressQuestion():
                offered = list(countries_in(self.language))
            case _:
                return []
        chosen = {value for answer in answers for value in _values(answer)}
        return [
            FormChoiceOut(value=value, label=label)
            for value, label in offered
            if self.all or value in chosen
        ]

    def _offered(self, question: ChoiceQuestion | ChoicesQuestion) -> list[tuple[str, str]]:
        if question.from_ is None:
            return [(each.value, self.words(each.label)) for each in question.choices]
        # They may be thousands. Who may see the answer gets its text with it.
        return [] if self.all else list(self.labels(question.from_).items())


def _live_choices(question: Asked) -> LiveChoices | None:
    return getattr(question, "from_", None)


def _values(answer: Any) -> list[str]:
    match answer:
        case str():
            return [answer]
        case list():
            return [each for each in answer if isinstance(each, str)]
        case {"country": str(country)}:
            return [country]
        case _:
            return []
