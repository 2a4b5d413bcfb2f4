"""Answers to try a form with, before all of it is right: those that fit count, others do not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from typing import Any

from waybill_definitions.document import (
    Asked,
    ChoiceQuestion,
    ChoicesQuestion,
    FileQuestion,
    FormDefinition,
    GroupQuestion,
)
from waybill_definitions.expressions import Member, Tables
from waybill_definitions.forms.answer_types import Live
from waybill_definitions.forms.expressions import form_expressions
from waybill_definitions.forms.form import Form
from waybill_definitions.forms.model import answers_model

_ROUNDS = 10
"""What is left out may hide questions, whose answers are then too many."""
_KEPT = 32
_prepared: dict[Hashable, Form] = {}
"""By what each is made of: a form stays the same while steps are edited."""


def form_of_samples(
    definition: FormDefinition, tables: Tables, unknown: Mapping[str, Member]
) -> Form:
    """A form in which nothing is needed. It may have faults; what cannot be answered is left out.

    ``unknown``: as in `form_expressions`. It is made once per process while it is used.
    """
    said = repr((definition, tables, unknown)).encode()
    digest = hashlib.sha256(said).digest()
    return _once(digest, lambda: _made(definition, tables, unknown))


def _once(made_of: Hashable, make: Callable[[], Form]) -> Form:
    form = _prepared.get(made_of)
    if form is None:
        form = make()
        if len(_prepared) >= _KEPT:
            _prepared.clear()
        _prepared[made_of] = form
    return form


def _made(definition: FormDefinition, tables: Tables, unknown: Mapping[str, Member]) -> Form:
    expressions = form_expressions(definition, tables, unknown)
    order = [key for page in definition.pages for key in page.fields] + list(definition.fields)
    fields: dict[str, Any] = {
        key: _not_needed(definition.fields[key])
        for key in dict.fromkeys(order)
        if key in definition.fields and _can_be_answered(definition.fields[key])
    }
    return Form(
        definition.model_copy(update={"fields": fields}),
        expressions,
        answers_model(fields, expressions),
        {key: each for key, each in fields.items() if isinstance(each, FileQuestion)},
        frozenset(key for key, each in definition.fields.items() if each.sensitive),
    )


def answers_fitting(
    form: Form, data: Mapping[str, Any], language: str, live: Live
) -> dict[str, Any]:
    """The answers that the form takes, clean, with what is calculated from them."""
    left = {key: value for key, value in data.items() if key in form.questions}
    for _ in range(_ROUNDS):
        checked = form.check(left, live=live, language=language)
        wrong = {fault["loc"][0] for fault in checked.faults if fault["type"] != "rule"}
        if not wrong:
            return checked.answers
        calculated = wrong - left.keys()
        if calculated:
            form = _without(form, frozenset(calculated))
        left = {key: value for key, value in left.items() if key not in wrong}
    return {}


def _without(form: Form, keys: frozenset[Any]) -> Form:
    """Without questions whose answers cannot be computed."""
    return _once((form.model, keys), lambda: _narrowed(form, keys))


def _narrowed(form: Form, keys: frozenset[Any]) -> Form:
    fields = {key: each for key, each in form.questions.items() if key not in keys}
    definition = form.definition.model_copy(update={"fields": fields})
    return replace(form, definition=definition, model=answers_model(fields, form.expressions))


def _not_needed(question: Asked) -> Asked:
    told: dict[str, Any] = {"required": False}
    if isinstance(question, GroupQuestion):
        told["fields"] = {
            key: _not_needed(each)
            for key, each in question.fields.items()
            if _can_be_answered(each)
        }
    return question.model_copy(update=told)


def _can_be_answered(question: Asked) -> bool:
    if isinstance(question, ChoiceQuestion | ChoicesQuestion):
        return bool(question.choices) or question.from_ is not None
    return True
