"""One text of a definition, whatever is wrong with the others, or before it stands there at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from waybill_definitions.check.destinations import Destination, destinations_find
from waybill_definitions.check.expressions import Compiled, outlines_of, questions_left_out
from waybill_definitions.check.never import never_check
from waybill_definitions.check.sensitive import sensitive_check
from waybill_definitions.check.surroundings import Surroundings
from waybill_definitions.document import (
    Definition,
    DefinitionRefused,
    Draft,
    Fault,
    Path,
    Place,
    document_read,
)
from waybill_definitions.expressions import (
    CompiledCondition,
    CompiledMapping,
    CompiledText,
    CompiledValue,
    MappingRefused,
    Member,
    Record,
    Scope,
    condition_compile,
    mapping_text_compile,
    text_compile,
    value_compile,
)
from waybill_definitions.expressions import Fault as ExpressionFault
from waybill_definitions.forms import form_expressions, form_shape
from waybill_definitions.steps import Outline, cycles_in, scope_of_form, scopes_of_steps

Computed = CompiledText | CompiledCondition | CompiledMapping | CompiledValue
_PART = re.compile(r"[^.\[\]]+|\[(\d+)\]")


class NoPlace(ValueError):
    """There is no such place in the document, or nothing is computed there."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a document says, as far as it can be read, for one text of it.

    ``scopes``: what each step sees. ``outlines``: what each needs, without circles.
    """

    definition: Definition
    left_out: frozenset[Path]
    form: Record | None
    destinations: Mapping[str, Destination]
    outlines: Mapping[str, Outline]
    scopes: Mapping[str, Scope]

    @property
    def unknown(self) -> Mapping[str, Member]:
        """The questions that cannot be read, by their keys."""
        return questions_left_out(self.left_out)


@dataclass(frozen=True, slots=True)
class Judged:
    """One text. ``faults``: with the place ``within`` it, or about the whole.

    ``computed``: None where it has faults or nothing is computed.
    """

    known: Known
    path: Path
    faults: tuple[Fault, ...]
    computed: Computed | None


def text_judge(surroundings: Surroundings, document: str, place: str, text: str) -> Judged:
    """What is wrong with a text where it stands or would stand, such as `steps.sale.with.party`.

    Raises NoPlace, and DefinitionRefused for a document of which nothing can be read.
    """
    draft = document_read(document)
    if draft.definition is None:
        raise DefinitionRefused(draft.placed(list(draft.faults)))
    known = _known(surroundings, draft, draft.definition)
    path = _path(place)
    # Conditions are compiled without the white space around them.
    lead = text[: len(text) - len(text.lstrip())] if _strips(path) else ""
    faults, computed = _judged(known, path, text[len(lead) :])
    moved = tuple(replace(each, within=_moved(each.within, lead)) for each in faults)
    return Judged(known, path, moved, None if faults else computed)


def _known(surroundings: Surroundings, draft: Draft, definition: Definition) -> Known:
    destinations, _ = destinations_find(surroundings, definition)
    form: Record | None = None
    if draft.left_out.isdisjoint({("form",), ("form", "fields")}):
        shape = form_shape(definition.form.fields)
        form = Record({**shape.fields, **questions_left_out(draft.left_out)})
    outlines = outlines_of(definition, destinations, draft.left_out)
    for key, outline in outlines.items():
        if key not in definition.steps:
            outlines[key] = replace(outline, needs=_written_needs(draft, key, outlines))
    while circles := cycles_in({key: each.needs for key, each in outlines.items()}):
        for circle in circles:
            outlines[circle[0]] = replace(outlines[circle[0]], needs=())
    scopes = scopes_of_steps(form, definition.tables, outlines)
    return Known(definition, draft.left_out, form, destinations, outlines, scopes)


def _written_needs(draft: Draft, key: str, steps: Iterable[str]) -> tuple[str, ...]:
    """The needs of a step of which something else cannot be read."""
    step = draft.tree.data["steps"][key]
    needs = step.get("needs") if isinstance(step, dict) else None
    return tuple(each for each in steps if each != key and each in needs) if needs else ()


def _path(place: str) -> Path:
    """From `steps.order.with.lines[0]`, as faults say it."""
    return tuple(
        int(found[1]) if found[1] is not None else found[0] for found in _PART.finditer(place)
    )


def _strips(path: Path) -> bool:
    return path[-1:] in (("when",), ("show_if",), ("check",), ("value",)) and "with" not in path


def _moved(within: Place | None, lead: str) -> Place | None:
    if within is None or not lead:
        return within
    lines = lead.count("\n")
    column = len(lead) - lead.rfind("\n") - 1 if within.line == 1 else 0
    return Place(within.line + lines, within.column + column)


def _judged(known: Known, path: Path, text: str) -> tuple[list[Fault], Computed | None]:
    match path:
        case ("subject",):
            return _text(known, path, text)
        case ("steps", str() as key, "ordering") if key in known.outlines:
            return _text(known, path, text)
        case ("steps", str() as key, "when") if key in known.outlines:
            return _condition(known, path, key, text)
        case ("steps", str() as key, "with", _, *_) if key in known.outlines:
            return _input(known, path, key, text)
        case ("form", *_):
            return _in_form(known, path, text)
        case _:
            raise NoPlace


def _text(known: Known, path: Path, text: str) -> tuple[list[Fault], Computed | None]:
    try:
        computed = text_compile(text, scope_of_form(known.form, known.definition.tables))
    except MappingRefused as refused:
        return _told(path, refused.faults), None
    one = Compiled(subject=computed)
    if path[0] == "steps":
        one = Compiled(orderings={str(path[1]): computed})
    return sensitive_check(known.definition, known.destinations, one), computed


def _condition(
    known: Known, path: Path, key: str, text: str
) -> tuple[list[Fault], Computed | None]:
    if not text:
        return [], None
    try:
        computed = condition_compile(text, known.scopes[key])
    except MappingRefused as refused:
        return _told(path, refused.faults), None
    return never_check(known.definition, Compiled(conditions={key: computed})), computed


def _input(known: Known, path: Path, key: str, text: str) -> tuple[list[Fault], Computed | None]:
    destination = known.destinations.get(key)
    action = destination.action if destination else None
    try:
        computed = mapping_text_compile(
            text,
            path[3:],
            known.scopes[key],
            action.input if action else None,
            action.literals if action else None,
        )
    except MappingRefused as refused:
        return _told(path, refused.faults), None
    one = Compiled(mappings={key: computed})
    return sensitive_check(known.definition, known.destinations, one), computed


def _in_form(known: Known, path: Path, text: str) -> tuple[list[Fault], Computed | None]:
    """Judged with all of the form, for what stands above decides what can be read."""
    form, row = _with_text(known.definition.form, path[1:], text)
    if not text:
        return [], None
    unknown, tables = known.unknown, known.definition.tables
    faults = [each for each in form_expressions(form, tables, unknown).faults if each.path == path]
    if faults:
        return faults, None
    seen = form_shape(form.fields, in_form=True)
    scope = Scope(Record({**seen.fields, **unknown}), tables=tables, row=row, in_form=True)
    try:
        return [], value_compile(text, scope)
    except MappingRefused as refused:
        return _told(path, refused.faults), None


def _with_text(form: Any, path: Path, text: str) -> tuple[Any, Record | None]:
    """The form with a text at a path, and the row that the text sees. Raises NoPlace."""
    match path:
        case ("fields", str() as key, "show_if" | "value" as name) if key in form.fields:
            return _with_question(form, key, _with(form.fields[key], name, text)), None
        case ("fields", str() as key, "fields", str() as inner, "show_if" | "value" as name) if (
            inner in getattr(form.fields.get(key), "fields", ())
        ):
            group = form.fields[key]
            asked = {**group.fields, inner: _with(group.fields[inner], name, text)}
            changed = group.model_copy(update={"fields": asked})
            return _with_question(form, key, changed), form_shape(group.fields)
        case ("pages", int() as number, "show_if") if number < len(form.pages):
            return _with_listed(form, "pages", number, "show_if", text), None
        case ("rules", int() as number, "check") if number < len(form.rules):
            return _with_listed(form, "rules", number, "check", text), None
        case _:
            raise NoPlace


def _with(part: Any, name: str, text: str) -> Any:
    if name not in type(part).model_fields:
        raise NoPlace
    return part.model_copy(update={name: text})


def _with_question(form: Any, key: str, question: Any) -> Any:
    return form.model_copy(update={"fields": {**form.fields, key: question}})


def _with_listed(form: Any, name: str, number: int, key: str, text: str) -> Any:
    listed = list(getattr(form, name))
    listed[number] = _with(listed[number], key, text)
    return form.model_copy(update={name: listed})


def _told(path: Path, faults: Iterable[ExpressionFault]) -> list[Fault]:
    return [Fault(path, each.message, each.within) for each in faults]
