"""From the text of a document to the definition, or to everything that is wrong with it."""

from __future__ import annotations

import copy
import types
import typing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from waybill_definitions.document.faults import DefinitionRefused, Fault, Path
from waybill_definitions.document.shape.document import (
    Definition,
    StepDefinition,
    StepKey,
    WorkflowSlug,
)
from waybill_definitions.document.shape.form import FormDefinition
from waybill_definitions.document.shape.questions import KINDS, KINDS_IN_ROWS, Question, QuestionKey
from waybill_definitions.document.shape.words import Label
from waybill_definitions.document.source.text import tree_read
from waybill_definitions.document.source.tree import Tree
from waybill_definitions.text.coded import Coded, FaultCode
from waybill_definitions.text.refusals import refusal_words
from waybill_definitions.text.suggestions import did_you_mean, nearest


class _PartOfForm(FormDefinition):
    title: Label = "Untitled"
    fields: dict[QuestionKey, Question] = Field(default_factory=dict)


class _PartOfDefinition(Definition):
    """A definition of which parts are left out."""

    workflow: WorkflowSlug = "unnamed"
    name: str = "Unnamed"
    form: _PartOfForm = Field(default_factory=_PartOfForm)
    steps: dict[StepKey, StepDefinition] = Field(default_factory=dict)


_NEEDED = frozenset({"kind", "label", "use", "with"})
"""Keys that nothing can stand in for."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that was read. ``definition``: as much of it as is well formed.

    ``faults``: what is wrong with the rest. ``left_out``: questions and steps with such faults,
    by path; whoever checks the others must not miss them.
    """

    tree: Tree
    definition: Definition | None
    faults: tuple[Fault, ...]
    left_out: frozenset[Path]

    @property
    def knows_all_names(self) -> bool:
        """Whether the keys of all questions, tables and steps are known, with what is left out."""
        return self.left_out.isdisjoint(_NAMING)

    def placed(self, faults: list[Fault]) -> list[Fault]:
        """The faults with their places in the text, in its order."""
        found = [
            replace(fault, place=fault.place or self.tree.place(fault.path, fault.within))
            for fault in faults
        ]
        return sorted(found, key=lambda fault: _order(fault))


_NAMING: frozenset[Path] = frozenset({(), ("form",), ("form", "fields"), ("tables",), ("steps",)})


def document_read(text: str) -> Draft:
    """Read a document, YAML or JSON, as far as it can be read.

    Raises DefinitionRefused when it is neither, or is too large.
    """
    tree = tree_read(text)
    if not isinstance(tree.data, dict):
        raise DefinitionRefused([Fault((), _NO_MAPPING)])
    try:
        return Draft(tree, Definition.model_validate(tree.data), (), frozenset())
    except ValidationError as error:
        faults = _faults(error, tree.data)
    for part in (_key_around, _part_around):
        rest, left_out = _without(tree.data, [part(fault.path) for fault in faults])
        try:
            known = _PartOfDefinition.model_validate(rest)
        except ValidationError:
            continue
        return Draft(tree, known, tuple(faults), left_out)
    return Draft(tree, None, tuple(faults), left_out)


def definition_read(text: str) -> Definition:
    """The definition that a text holds. Raises DefinitionRefused with every fault and its place."""
    draft = document_read(text)
    if draft.faults or draft.definition is None:
        raise DefinitionRefused(draft.placed(list(draft.faults)))
    return draft.definition


def _order(fault: Fault) -> tuple[int, int]:
    return (fault.place.line, fault.place.column) if fault.place else (0, 0)


def _without(data: dict[str, Any], parts: list[Path]) -> tuple[dict[str, Any], frozenset[Path]]:
    """The data without these parts, and which questions, steps and tables are missing in it."""
    rest = copy.deepcopy(data)
    for path in parts:
        around: Any = rest
        for key in path[:-1]:
            around = around.get(key) if isinstance(around, dict) else None
        if path and isinstance(around, dict):
            around.pop(path[-1], None)
    return rest, frozenset(path for path in parts if path == _part_around(path))


def _key_around(path: Path) -> Path:
    """The key around a fault that its part can do without, such as a step's ``retry``."""
    part = _part_around(path)
    inside = path[len(part) : len(part) + 1]
    return part if not inside or inside[0] in _NEEDED else (*part, *inside)


def _part_around(path: Path) -> Path:
    """The question, step, table or key around a fault that the others can do without."""
    if path[:2] == ("form", "fields"):
        return path[:3]
    return path[:2] if path[:1] in {("form",), ("steps",), ("tables",)} else path[:1]


def _faults(error: ValidationError, data: Any) -> list[Fault]:
    """One for each path: a value that is none of several kinds has a fault for each kind."""
    found: dict[Path, Fault] = {}
    for item in error.errors(include_url=False):
        path, of_several = _path(item, data)
        if of_several:
            fault = Fault(path, _WORDS_OF_SEVERAL.get(path[-1], _SEVERAL))
        elif item["type"] == "union_tag_invalid":
            fault = Fault((*path, "kind"), _unknown_kind(path, item["ctx"]["tag"]))
        elif item["type"] == "union_tag_not_found":
            fault = Fault((*path, "kind"), _NO_KIND)
        else:
            fault = Fault(path, _message(item, path, data))
        found.setdefault(fault.path, fault)
    return list(found.values())


def _path(item: Any, data: Any) -> tuple[Path, bool]:
    """The location, and whether Pydantic added the names of several kinds that may be there."""
    path: list[str | int] = []
    parts = iter(item["loc"])
    for part in parts:
        inside = isinstance(data, dict) and part in data
        listed = isinstance(data, list) and isinstance(part, int) and part < len(data)
        if inside or listed:
            path.append(part)
            data = data[part]
            if _is_question(path):
                next(parts, None)  # the kind, by which Pydantic chose the model
        elif item["type"] == "missing":
            path.append(part)
        else:
            return tuple(path), part != "[key]"
    return tuple(path), False


def _is_question(path: Sequence[str | int]) -> bool:
    """Whether a question stands at the path, in the form or in a row of a group."""
    return path[:2] == ["form", "fields"] and (
        len(path) == 3 or (len(path) == 5 and path[3] == "fields")
    )


def _unknown_kind(path: Path, kind: str) -> str:
    known = KINDS if len(path) == 3 else KINDS_IN_ROWS
    if kind in KINDS and len(path) > 3:
        sentence = (
            f"a group cannot have a question of the kind `{kind}`; ask it outside of the group"
        )
        return Coded(FaultCode.KIND_NOT_IN_ROWS, sentence, kind=kind)
    hint = did_you_mean(kind, known) or f"; there are {', '.join(known)}"
    return Coded(FaultCode.KIND_UNKNOWN, f"`{kind}` is no kind of question{hint}", kind=kind)


_NO_KIND = Coded(FaultCode.KIND_MISSING, "`kind` is needed here")
_NO_MAPPING = Coded(
    FaultCode.MAPPING_EXPECTED,
    "a definition is a mapping with the keys workflow, name, form and steps",
)
_OTHER_FORM = Coded(FaultCode.FORM_UNEXPECTED, "this does not have the expected form")
_SEVERAL = Coded(FaultCode.VALUE_EXPECTED, "write a text, a number, true or false here")
_WORDS_OF_SEVERAL: dict[str | int, str] = {
    "when": Coded(
        FaultCode.CONDITION_EXPECTED,
        "write a condition here, such as ${{ input.country == 'AT' }}, or true or false",
    ),
    "show_if": Coded(
        FaultCode.CONDITION_EXPECTED,
        "write a condition here, such as ${{ input.country == 'AT' }}, or false",
    ),
}


def _message(item: Any, path: Path, data: Any) -> str:
    key = path[-1] if path else ""
    match item["type"]:
        case "missing":
            return Coded(FaultCode.KEY_NEEDED, f"`{key}` is needed here", key=str(key))
        case "extra_forbidden":
            known = _keys_at(path[:-1], data)
            hint = did_you_mean(str(key), known)
            sentence = f"`{key}` is no key here{hint or '; known are ' + ', '.join(known)}"
            return Coded(
                FaultCode.KEY_UNKNOWN, sentence, key=str(key), near=nearest(str(key), known) or ""
            )
        case "string_pattern_mismatch":
            return _PATTERNS.get(item["ctx"]["pattern"], _OTHER_FORM)
        case "literal_error":
            options = item["ctx"]["expected"].replace(" or ", ", ").replace("'", "").split(", ")
            hint = did_you_mean(str(item["input"]), options)
            sentence = f"use one of {', '.join(options)}{hint}"
            return Coded(FaultCode.ONE_OF, sentence, options=options)
        case "too_long" | "too_short":
            limits = item["ctx"]
            most, least = limits.get("max_length"), limits.get("min_length")
            said = f"at most {most:,}" if most is not None else f"at least {least}"
            sentence = f"`{key}` may have {said} entries; it has {len(item['input']):,}"
            if most is not None:
                return Coded(FaultCode.TOO_MANY, sentence, most=most)
            return Coded(FaultCode.TOO_FEW, sentence, least=least)
        case _:
            return refusal_words(item)


_KEY_WORDS = Coded(
    FaultCode.KEY_FORM,
    "a key has small letters, digits and _, begins with a letter and is not longer than 50"
    " characters, such as order_number",
)
_PATTERNS = {
    r"^[a-z][a-z0-9_]{0,62}$": _KEY_WORDS,
    r"^[a-z][a-z0-9_]{0,49}$": _KEY_WORDS,
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$": Coded(
        FaultCode.SLUG_FORM, "use small letters, digits and single hyphens, such as new-customer"
    ),
    r"^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z][a-z0-9_.]*$": Coded(
        FaultCode.USE_FORM, "name a connection and its action, such as erp/party.create"
    ),
}


def _keys_at(path: Path, data: Any) -> list[str]:
    """The keys that a definition knows at a path."""
    known: Any = Definition
    for index, part in enumerate(path, start=1):
        data = data[part]
        found = _below(known, part)
        known = KINDS[data["kind"]] if _is_question(list(path[:index])) else next(found, None)
    if isinstance(known, type) and issubclass(known, BaseModel):
        return [field.alias or name for name, field in known.model_fields.items()]
    return []


def _below(known: Any, part: str | int) -> Iterator[Any]:
    if isinstance(known, type) and issubclass(known, BaseModel):
        for name, field in known.model_fields.items():
            if part in (name, field.alias):
                yield from _models(field.annotation)
    elif typing.get_origin(known) in (dict, list):
        yield from _models(typing.get_args(known)[-1])


def _models(annotation: Any) -> Iterator[Any]:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        for each in typing.get_args(annotation):
            yield from _models(each)
    else:
        yield annotation
