"""What can be known to fail before anything is sent: inputs that the answers alone decide.

Only what may fail is looked at. An answer that fits wherever it goes, such as a short text that
becomes a name, costs nothing at intake.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import annotated_types
from pydantic import BaseModel, StringConstraints, ValidationError, create_model
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from core.workflows.compile.steps import CompiledStep
from integrations.sdk import Strict
from waybill_definitions.document import (
    Asked,
    ChoiceQuestion,
    CountryQuestion,
    EmailQuestion,
    FileQuestion,
    GroupQuestion,
    PhoneQuestion,
    TextQuestion,
)
from waybill_definitions.expressions import CompiledMapping, Field, MappingFailed
from waybill_definitions.languages import ENGLISH, refusal_in, sentence_in
from waybill_definitions.text.refusals import refusal_words

_HARMLESS = (annotated_types.MinLen, annotated_types.MaxLen, annotated_types.Len)
_LONGEST_CODE = 16
"""Of a phone number (E.164 with its plus); a country has fewer."""
Reads = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Foreseeable:
    """The part of a step's input that the answers alone decide and that may be refused."""

    step: CompiledStep
    mapping: CompiledMapping
    model: type[BaseModel]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A fault that a step would have. ``reads``: the answers from which it comes.

    ``refusal``: what Pydantic says, where it is the value that does not fit.
    """

    step: CompiledStep
    reads: Reads
    message: str
    refusal: ErrorDetails | None = None

    def words(self, language: str, *, to_visitor: bool) -> str:
        """``to_visitor``: who knows nothing of expressions and reads all of it in ``language``."""
        if self.refusal is None:
            technical = language == ENGLISH and not to_visitor
            return self.message if technical else sentence_in("calculated", language)
        return self.message if language == ENGLISH else refusal_in(self.refusal, language)


def foreseeable_of(
    step: CompiledStep, model: type[BaseModel], questions: Mapping[str, Asked]
) -> Foreseeable | None:
    """None where nothing of the step's input may be refused because of the answers alone."""
    by_key: dict[str, list[Field]] = {}
    for field in step.mapping.fields:
        by_key.setdefault(str(field.path[0]), []).append(field)
    names = {info.alias or name: name for name, info in model.model_fields.items()}
    keys = [
        key
        for key, parts in by_key.items()
        if key in names
        and _of_answers_alone(parts)
        and not _fits(parts, model.model_fields[names[key]], questions)
    ]
    if not keys:
        return None
    members: dict[str, Any] = {
        names[key]: (model.model_fields[names[key]].annotation, model.model_fields[names[key]])
        for key in keys
    }
    part = create_model(f"PartOf{model.__name__}", __base__=Strict, **members)
    return Foreseeable(step, step.mapping.part(keys), part)


def _of_answers_alone(parts: Sequence[Field]) -> bool:
    roots = {path[0] for part in parts for path in part.reads}
    return "input" in roots and "steps" not in roots


def _fits(parts: Sequence[Field], target: FieldInfo, asked: Mapping[str, Asked]) -> bool:
    """Whether any answer to the questions that are read is sure to be taken there."""
    if any(expression.units for part in parts for expression in part.expressions):
        return False  # it may fail to be computed
    if target.annotation is Any:
        return True
    if len(parts) != 1 or len(parts[0].path) != 1 or len(parts[0].expressions) != 1:
        return False
    (path,) = parts[0].reads
    question = asked.get(path[1]) if len(path) == 2 else None
    if question is None or isinstance(question, FileQuestion | GroupQuestion):
        return False
    if isinstance(question, EmailQuestion) and parts[0].is_whole and _takes_addresses(target):
        return True
    longest = _longest(question) if parts[0].is_whole else None
    return longest is not None and _takes_texts(target, longest)


def _longest(question: Asked) -> int | None:
    """Characters of an answer on one line; None where it may have several or is no text."""
    match question:
        case TextQuestion():
            return question.max_length
        case PhoneQuestion() | CountryQuestion():
            return _LONGEST_CODE
        case ChoiceQuestion(from_=None):
            return max((len(choice.value) for choice in question.choices), default=0)
        case _:
            return None


def _takes_addresses(target: FieldInfo) -> bool:
    members: dict[str, Any] = {"one": (target.annotation, target)}
    model: type[BaseModel] = create_model("One", **members)
    one = model.model_json_schema()["properties"]["one"]
    return any(each.get("format") == "email" for each in [one, *one.get("anyOf", [])])


def _takes_texts(target: FieldInfo, longest: int) -> bool:
    """Whether it takes every text on one line that is not blank and not longer than that."""
    annotation, constraints = _without_none(target.annotation), list(target.metadata)
    while hasattr(annotation, "__metadata__"):
        constraints += annotation.__metadata__
        annotation = annotation.__origin__
    if annotation is not str:
        return False
    for each in constraints:
        if isinstance(each, StringConstraints) and not each.pattern:
            most, least = each.max_length, each.min_length
        elif isinstance(each, _HARMLESS):
            most = getattr(each, "max_length", None)
            least = getattr(each, "min_length", None)
        else:
            return False
        if (most is not None and most < longest) or (least or 0) > 1:
            return False
    return True


def _without_none(annotation: Any) -> Any:
    options = [each for each in getattr(annotation, "__args__", ()) if each is not type(None)]
    is_union = type(None) in getattr(annotation, "__args__", ())
    return options[0] if is_union and len(options) == 1 else annotation


def foresee(
    foreseeable: Sequence[Foreseeable], context: Mapping[str, Any], runs: Mapping[str, bool]
) -> list[Foreseen]:
    """The faults that steps would have with these answers. ``runs``: steps that are sure to run."""
    found = []
    for each in foreseeable:
        if runs.get(each.step.key, False):
            found += _faults(each, context)
    return found


def _faults(each: Foreseeable, context: Mapping[str, Any]) -> list[Foreseen]:
    try:
        value = each.mapping.compute(context)
    except MappingFailed as error:
        reads = error.reads or each.mapping.origin_of(error.path)
        return [Foreseen(each.step, reads, str(error))]
    try:
        each.model.model_validate(value)
    except ValidationError as error:
        return [
            Foreseen(
                each.step, each.mapping.origin_of(tuple(item["loc"])), refusal_words(item), item
            )
            for item in error.errors(include_url=False, include_input=False)
        ]
    return []
