"""Every expression of a definition, checked against what it can see and where its result goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from waybill_definitions.check.destinations import Destination
from waybill_definitions.check.order import needs_of
from waybill_definitions.document import Definition, Fault, Path, StepDefinition
from waybill_definitions.expressions import (
    Anything,
    CompiledCondition,
    CompiledMapping,
    CompiledText,
    MappingRefused,
    Member,
    Record,
    Scope,
    condition_compile,
    mapping_compile,
    text_compile,
)
from waybill_definitions.expressions import Fault as ExpressionFault
from waybill_definitions.forms import form_expressions, form_shape, unknown_member
from waybill_definitions.steps import Outline, condition_text, scope_of_form, scopes_of_steps


@dataclass(slots=True)
class Compiled:
    """What was compiled on the way, by step. ``faults``: everything that was not."""

    subject: CompiledText | None = None
    mappings: dict[str, CompiledMapping] = field(default_factory=dict)
    conditions: dict[str, CompiledCondition] = field(default_factory=dict)
    orderings: dict[str, CompiledText] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def expressions_check(
    definition: Definition, destinations: Mapping[str, Destination], left_out: frozenset[Path]
) -> Compiled:
    """Compile all expressions of a definition whose steps have no cycles.

    Questions and steps that were ``left_out`` because of other faults count as known; what they
    hold is not.
    """
    known = form_shape(definition.form.fields)
    form = Record({**known.fields, **questions_left_out(left_out)})
    scopes = scopes_of_steps(
        form, definition.tables, outlines_of(definition, destinations, left_out)
    )
    compiled = Compiled()
    in_form = form_expressions(definition.form, definition.tables, questions_left_out(left_out))
    compiled.faults += in_form.faults
    of_form = scope_of_form(form, definition.tables)
    if definition.subject:
        with_faults = _Collecting(compiled.faults, ("subject",))
        compiled.subject = with_faults.text(definition.subject, of_form)
    for key, step in definition.steps.items():
        _step(compiled, key, step, scopes[key], of_form, destinations.get(key))
    return compiled


def _step(
    compiled: Compiled,
    key: str,
    step: StepDefinition,
    scope: Scope,
    of_form: Scope,
    destination: Destination | None,
) -> None:
    at: Path = ("steps", key)
    condition = condition_text(step)
    if condition:
        found = _Collecting(compiled.faults, (*at, "when")).condition(condition, scope)
        if found is not None:
            compiled.conditions[key] = found
    if step.ordering:
        ordered = _Collecting(compiled.faults, (*at, "ordering")).text(step.ordering, of_form)
        if ordered is not None:
            compiled.orderings[key] = ordered
    if destination is not None:
        mapped = _Collecting(compiled.faults, (*at, "with")).mapping(step, scope, destination)
        if mapped is not None:
            compiled.mappings[key] = mapped


def questions_left_out(left_out: frozenset[Path]) -> dict[str, Member]:
    """The questions of which nothing but their keys is known."""
    return {str(path[2]): unknown_member() for path in left_out if path[:2] == ("form", "fields")}


def outlines_of(
    definition: Definition, destinations: Mapping[str, Destination], left_out: frozenset[Path]
) -> dict[str, Outline]:
    """What other steps must know of each step."""
    outlines = {
        str(path[1]): Outline((), False, Anything()) for path in left_out if path[:1] == ("steps",)
    }
    for key, needs in needs_of(definition, left_out).items():
        destination = destinations.get(key)
        output = destination.action.output if destination else Anything()
        outlines[key] = Outline(needs, bool(condition_text(definition.steps[key])), output)
    return outlines


class _Collecting:
    """Compiles, and turns what is refused into faults of the definition."""

    def __init__(self, faults: list[Fault], at: Path) -> None:
        self._faults = faults
        self._at = at

    def text(self, template: str, scope: Scope) -> CompiledText | None:
        try:
            return text_compile(template, scope)
        except MappingRefused as refused:
            self._add(refused.faults)
            return None

    def condition(self, template: str, scope: Scope) -> CompiledCondition | None:
        try:
            return condition_compile(template, scope)
        except MappingRefused as refused:
            self._add(refused.faults)
            return None

    def mapping(
        self, step: StepDefinition, scope: Scope, destination: Destination
    ) -> CompiledMapping | None:
        try:
            action = destination.action
            return mapping_compile(step.with_, scope, action.input, action.literals)
        except MappingRefused as refused:
            self._add(refused.faults)
            return None

    def _add(self, faults: Iterable[ExpressionFault]) -> None:
        for fault in faults:
            self._faults.append(Fault((*self._at, *fault.path), fault.message, fault.within))
