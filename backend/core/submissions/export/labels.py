"""Answers as people know them: choices by their labels, countries by their names."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

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
    words_in,
)
from waybill_definitions.languages import countries_in


@dataclass(frozen=True, slots=True)
class Told:
    """How the answers to a question are told; what nothing is known of stays as it is stored.

    ``labels``: by what is stored. ``inner``: the questions of a group.
    """

    kind: str
    labels: Mapping[str, str] = field(default_factory=dict)
    inner: Mapping[str, Told] = field(default_factory=dict)

    def __call__(self, value: Any) -> Any:
        if self.inner and isinstance(value, list):
            return [self._row(row) for row in value]
        if not self.labels:
            return value
        match value:
            case str():
                return self.labels.get(value, value)
            case list():
                return [self.labels.get(x, x) if isinstance(x, str) else x for x in value]
            case {"country": str(code)}:
                return value | {"country": self.labels.get(code, code)}
            case _:
                return value

    def _row(self, row: Any) -> Any:
        if not isinstance(row, dict):
            return row
        inner = self.inner
        return {key: inner[key](each) if key in inner else each for key, each in row.items()}

    def or_as(self, newest: Told) -> Told:
        """With the labels of ``newest`` where this has none of its own."""
        if self.kind in ("choice", "choices"):
            return replace(self, labels=_merged(self.labels, newest.labels))
        return replace(
            self,
            inner={
                key: each.or_as(newest.inner[key]) if key in newest.inner else each
                for key, each in self.inner.items()
            },
        )


class Labels:
    """How the answers of each version are told, in the order of the columns.

    ``newest``: by question, the newest version that asks it. A label is that of the submission's
    own version, or else the newest one's. Lists of connected systems are as they were last read.
    """

    def __init__(
        self, organization_id: uuid.UUID, newest: Mapping[str, WorkflowVersion], language: str
    ) -> None:
        self._newest = newest
        self._language = language
        self._live = LiveLabels(organization_id)
        self._asked: dict[uuid.UUID, Mapping[str, Told]] = {}
        self._columns: dict[uuid.UUID, Sequence[Told]] = {}

    def of(self, version: WorkflowVersion) -> Sequence[Told]:
        found = self._columns.get(version.pk)
        if found is None:
            own = self._asked_by(version)
            found = [self._column(key, own.get(key)) for key in self._newest]
            self._columns[version.pk] = found
        return found

    def _column(self, key: str, own: Told | None) -> Told:
        newest = self._asked_by(self._newest[key])[key]
        return newest if own is None or own is newest else own.or_as(newest)

    def _asked_by(self, version: WorkflowVersion) -> Mapping[str, Told]:
        found = self._asked.get(version.pk)
        if found is None:
            form = form_of(version)
            found = {key: self._told(each, form.language) for key, each in form.questions.items()}
            self._asked[version.pk] = found
        return found

    def _told(self, question: Asked, first: str) -> Told:
        kind = getattr(question, "kind", "")
        match question:
            case ChoiceQuestion() | ChoicesQuestion():
                return Told(kind, self._offered(question, first))
            case CountryQuestion() | AddressQuestion():
                return Told(kind, _countries(self._language))
            case GroupQuestion():
                fields = question.fields.items()
                return Told(kind, inner={key: self._told(each, first) for key, each in fields})
            case _:
                return Told(kind)

    def _offered(self, question: ChoiceQuestion | ChoicesQuestion, first: str) -> Mapping[str, str]:
        if question.from_ is not None:
            return self._live(question.from_)
        return {
            each.value: words_in(each.label, self._language, first) for each in question.choices
        }


@cache
def _countries(language: str) -> Mapping[str, str]:
    return dict(countries_in(language))


def _merged(own: Mapping[str, str], newest: Mapping[str, str]) -> Mapping[str, str]:
    """The same object again where both say the same, so that many versions are not many copies."""
    return newest if own == newest else {**newest, **own}
