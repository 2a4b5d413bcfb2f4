"""The expressions of a form: which questions are asked, what is calculated, what must hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from waybill_definitions.document import (
    Asked,
    CalculatedQuestion,
    Fault,
    FormDefinition,
    GroupQuestion,
    Page,
    Path,
    Rule,
)
from waybill_definitions.expressions import (
    Anything,
    CompiledValue,
    MappingRefused,
    Member,
    Record,
    Scope,
    Tables,
    value_compile,
)
from waybill_definitions.forms.shapes import form_shape
from waybill_definitions.text.coded import Coded, FaultCode

At = tuple[str, ...]
"""Where a question stands: its key, and in a group the group's key and its own."""
_TYPES = {"string": "text", "int": "integer", "bool": "boolean"}
_GIVES = {"text": {"string"}, "integer": {"int"}, "decimal": {"string", "int"}, "boolean": {"bool"}}


@dataclass(slots=True)
class FormExpressions:
    """``conditions``: all must hold for a question to be asked. ``never``: asked of nobody.

    ``faults``: what does not compile.
    """

    conditions: dict[At, list[CompiledValue]] = field(default_factory=dict)
    values: dict[At, CompiledValue] = field(default_factory=dict)
    rules: list[tuple[Rule, CompiledValue]] = field(default_factory=list)
    never: set[At] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.conditions or self.values or self.rules or self.never)


def pages_of(form: FormDefinition) -> Sequence[Page]:
    """The pages; without any, one with all questions."""
    return form.pages or [Page.model_construct(fields=list(form.fields))]


def source_of(condition: str | bool) -> str | None:
    """The expression of a condition, without what is around it; None where there is none."""
    if isinstance(condition, bool):
        return None if condition else "false"
    return condition.strip().removeprefix("${{").removesuffix("}}").strip() or None


def form_expressions(
    form: FormDefinition, tables: Tables, unknown: Mapping[str, Member] | None = None
) -> FormExpressions:
    """Compile all expressions of a form. What is wrong stands in ``faults``, by path.

    ``unknown``: questions that are left out because of other faults.
    """
    return _Compiling(form, tables, unknown or {}).all()


class _Compiling:
    def __init__(self, form: FormDefinition, tables: Tables, unknown: Mapping[str, Member]) -> None:
        self._form = form
        self._tables = tables
        shape = form_shape(form.fields, in_form=True)
        self._input = Record({**shape.fields, **unknown})
        self._scope = Scope(self._input, tables=tables, in_form=True)
        self._order: dict[str, int] = {}
        self._found = FormExpressions()

    def all(self) -> FormExpressions:
        for number, page in enumerate(pages_of(self._form)):
            at: Path = ("form", "pages", number, "show_if")
            shown = self._condition(page.show_if, at, len(self._order), self._scope)
            for key in page.fields:
                if key in self._form.fields:
                    self._question(key, self._form.fields[key], page, shown)
        for number, rule in enumerate(self._form.rules):
            path: Path = ("form", "rules", number, "check")
            compiled = self._compile(rule.check, path, self._scope, {"bool"}, "true or false")
            if compiled is not None:
                self._found.rules.append((rule, compiled))
        return self._found

    def _question(self, key: str, question: Asked, page: Page, shown: CompiledValue | None) -> None:
        position = len(self._order)
        path: Path = ("form", "fields", key)
        conditions = [shown] if shown is not None else []
        if page.show_if is False:
            self._found.never.add((key,))
        self._asked((key,), question, path, position, self._scope, conditions)
        if isinstance(question, GroupQuestion):
            row = form_shape(question.fields)
            scope = Scope(self._input, tables=self._tables, row=row, in_form=True)
            above: set[str] = set()
            for each, inside in question.fields.items():
                self._asked(
                    (key, each), inside, (*path, "fields", each), position, scope, [], above
                )
                above.add(each)
        self._order[key] = position

    def _asked(
        self,
        at: At,
        question: Asked,
        path: Path,
        position: int,
        scope: Scope,
        conditions: list[CompiledValue],
        above: set[str] | None = None,
    ) -> None:
        own = self._condition(question.show_if, (*path, "show_if"), position, scope, above)
        if own is not None:
            conditions = [*conditions, own]
        if question.show_if is False:
            self._found.never.add(at)
        if conditions:
            self._found.conditions[at] = conditions
        if isinstance(question, CalculatedQuestion):
            value = self._value(question, (*path, "value"), position, scope, above)
            if value is not None:
                self._found.values[at] = value

    def _condition(
        self,
        condition: str | bool,
        path: Path,
        position: int,
        scope: Scope,
        above: set[str] | None = None,
    ) -> CompiledValue | None:
        if isinstance(condition, bool) or not condition:
            return None
        compiled = self._compile(condition, path, scope, {"bool"}, "true or false")
        return compiled if self._looks_up(compiled, path, position, above) else None

    def _value(
        self,
        question: CalculatedQuestion,
        path: Path,
        position: int,
        scope: Scope,
        above: set[str] | None,
    ) -> CompiledValue | None:
        words = {"text": "a text", "integer": "a whole number", "decimal": "a decimal as text"}
        expected = words.get(question.type, "true or false")
        compiled = self._compile(question.value, path, scope, _GIVES[question.type], expected)
        if compiled is not None and compiled.may_be_absent and not question.optional:
            sentence = "this may give nothing: write `optional: true`, or say what else then"
            self._fault(path, Coded(FaultCode.MAYBE_NOTHING, sentence))
        return compiled if self._looks_up(compiled, path, position, above) else None

    def _compile(
        self, source: str, path: Path, scope: Scope, types: set[str], expected: str
    ) -> CompiledValue | None:
        try:
            compiled = value_compile(source, scope)
        except MappingRefused as refused:
            for fault in refused.faults:
                self._found.faults.append(Fault(path, fault.message, fault.within))
            return None
        if compiled.type_name not in {*types, "dyn"}:
            hint = (
                f"; write `type: {_TYPES[compiled.type_name]}`"
                if (path[-1] == "value" and compiled.type_name in _TYPES)
                else ""
            )
            sentence = f"this gives {compiled.type_words}, but {expected} is needed here{hint}"
            self._fault(path, _misfit(sentence, types))
            return None
        return compiled

    def _looks_up(
        self, compiled: CompiledValue | None, path: Path, position: int, above: set[str] | None
    ) -> bool:
        """Whether it reads what stands above it, so that a form is decided from top to bottom."""
        if compiled is None:
            return False
        below = sorted(self._below(compiled, position, above))
        for name in below:
            sentence = f"`{name}` does not stand above; only answers above can be read here"
            self._fault(path, Coded(FaultCode.NOT_ABOVE, sentence, path=name))
        return not below

    def _below(
        self, compiled: CompiledValue, position: int, above: set[str] | None
    ) -> Iterator[str]:
        for root, *rest in compiled.reads:
            if root == "input" and (not rest or self._order.get(rest[0], position) >= position):
                yield ".".join((root, *rest[:1]))
            if root == "row" and (not rest or rest[0] not in (above or ())):
                yield ".".join((root, *rest[:1]))

    def _fault(self, path: Path, message: str) -> None:
        self._found.faults.append(Fault(path, message))


def _misfit(sentence: str, types: set[str]) -> Coded:
    if types == {"bool"}:
        return Coded(FaultCode.CONDITION_NO_TRUTH, sentence)
    needed = "number" if len(types) > 1 else _TYPES[min(types)]
    return Coded(FaultCode.INPUT_MISFIT, sentence, needed=needed)


def unknown_member() -> Member:
    """Of a question of which nothing is known."""
    return Member(Anything())
