"""A form as a version keeps it: what it asks, and all that is prepared once per process."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from core.languages import language_choose, refusal_in
from core.workflows.definition import Asked, FileQuestion, FormDefinition, Question, words_in
from core.workflows.forms.answer_types import OWN_WORDS, Live
from core.workflows.forms.expressions import FormExpressions, form_expressions
from core.workflows.forms.model import Checked, answers_check, answers_model
from core.workflows.models import WorkflowVersion


@dataclass(frozen=True, slots=True)
class Form:
    """``questions``: by key, in the order in which they are asked."""

    definition: FormDefinition
    expressions: FormExpressions
    model: type[BaseModel]
    files: Mapping[str, FileQuestion]
    sensitive: frozenset[str]

    @property
    def questions(self) -> Mapping[str, Question]:
        return self.definition.fields

    @property
    def language(self) -> str:
        """The one in which it speaks to those who say nothing of theirs."""
        return self.definition.languages[0]

    def language_for(self, wanted: str | None) -> str:
        """One of its languages: the nearest to a tag (BCP 47) or to an `Accept-Language`."""
        return language_choose(wanted, self.definition.languages)

    def check(
        self,
        data: Any,
        *,
        kept: Mapping[str, Any] | None = None,
        live: Live | None = None,
        language: str = "",
    ) -> Checked:
        """What is to be stored of these answers, and everything that is wrong with them.

        ``kept``: answers that were accepted before. Where they come again they stay as they are,
        though their kind of answer may be judged otherwise by now. ``live`` gives the values of
        live choices, None where nobody knows them now.
        """
        return answers_check(
            self.model,
            self.expressions,
            data,
            kept=kept,
            live=live,
            language=language or self.language,
        )

    def words(self, fault: ErrorDetails, language: str = "") -> str:
        """What is wrong, for the person who answers: in the form's own words where it has some."""
        own = fault.get("ctx", {}).get(OWN_WORDS)
        if own:
            return words_in(own, language or self.language, self.language)
        return refusal_in(fault, language or self.language)


_KEPT = 512
_of_versions: dict[uuid.UUID, tuple[list[Any], Form]] = {}


def form_of(version: WorkflowVersion) -> Form:
    """The form of a version, prepared once per process."""
    fields, form = _of_versions.get(version.pk, (None, None))
    # Mostly it is the very same list. A row that was read once more has an equal one.
    if form is None or (fields is not version.fields and fields != version.fields):
        form = form_prepare(_definition(version), version.tables)
        if len(_of_versions) >= _KEPT:
            _of_versions.clear()
        _of_versions[version.pk] = (version.fields, form)
    return form


def form_prepare(definition: FormDefinition, tables: Mapping[str, Any] | None = None) -> Form:
    """Compile a form that was checked. Its questions stand in the order of its pages."""
    order = [key for page in definition.pages for key in page.fields] or list(definition.fields)
    ordered = {key: definition.fields[key] for key in order}
    definition = definition.model_copy(update={"fields": ordered})
    expressions = form_expressions(definition, tables or {})
    questions: Mapping[str, Asked] = definition.fields
    return Form(
        definition,
        expressions,
        answers_model(definition.fields, expressions),
        {key: each for key, each in questions.items() if isinstance(each, FileQuestion)},
        frozenset(key for key, each in questions.items() if each.sensitive),
    )


def _definition(version: WorkflowVersion) -> FormDefinition:
    about = version.form or {
        "title": version.title,
        "intro": version.intro,
        "submit_label": version.submit_label,
    }
    return FormDefinition.model_validate({**about, "fields": _questions_by_key(version.fields)})


def _questions_by_key(listed: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    found = {}
    for field in listed:
        question = {name: value for name, value in field.items() if name != "key"}
        if isinstance(question.get("fields"), list):
            question["fields"] = _questions_by_key(question["fields"])
        found[field["key"]] = question
    return found


def form_stored(definition: FormDefinition) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What a version keeps of a form: all but its questions, and these in the order of its pages.

    An array of JSON keeps its order, an object does not; so the questions of a group are one too.
    """
    dumped = definition.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    questions = dumped.pop("fields")
    order = [key for page in definition.pages for key in page.fields] or list(questions)
    return dumped, _questions_listed({key: questions[key] for key in order})


def _questions_listed(questions: Mapping[str, dict[str, Any]]) -> list[dict[str, Any]]:
    listed = []
    for key, question in questions.items():
        stored = {"key": key, **question}
        if "fields" in question:
            stored["fields"] = _questions_listed(question["fields"])
        listed.append(stored)
    return listed


def fields_alike(version: WorkflowVersion, other: WorkflowVersion) -> set[str]:
    """The questions that two versions ask in the very same way."""
    asked = {field["key"]: field for field in other.fields}
    return {field["key"] for field in version.fields if asked.get(field["key"]) == field}
