"""A JSON tree with ``${{ expression }}`` in its texts, checked before it is published."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from waybill_definitions.document import Path
from waybill_definitions.expressions.checker import (
    Anything,
    ListOf,
    MapOf,
    Member,
    Record,
    Scalar,
    Scope,
    Shape,
)
from waybill_definitions.expressions.faults import Fault, MappingRefused
from waybill_definitions.expressions.mappings.compatible import literal_misfit, misfit
from waybill_definitions.expressions.mappings.computed import CompiledMapping
from waybill_definitions.expressions.mappings.fields import (
    Field,
    absent_words,
    field_compile,
    has_expression,
)
from waybill_definitions.expressions.meter import MOST_UNITS
from waybill_definitions.text.coded import Coded, FaultCode
from waybill_definitions.text.refusals import refusal_words
from waybill_definitions.text.suggestions import did_you_mean

MOST_EXPRESSIONS: Final = 500
LARGEST_MAPPING: Final = 64 * 1024
"""Characters of all keys and texts of a mapping together."""
_DEEPEST: Final = 32
_ANYTHING: Final = Member(Anything(), optional=True)


def mapping_compile(
    tree: Any,
    scope: Scope,
    expected: Record | None = None,
    literals: type[BaseModel] | None = None,
) -> CompiledMapping:
    """Check a mapping against what its expressions can see and what the action takes.

    ``literals`` validates what is written out. Raises MappingRefused with every fault.
    """
    compiling = _Compiling(scope)
    if compiling.is_small(tree):
        compiled = compiling.part(tree, (), Member(expected or Anything()))
        compiling.check_literals(tree, literals)
        compiling.check_cost()
    if compiling.faults:
        raise MappingRefused(compiling.faults)
    return CompiledMapping(compiled, compiling.fields)


def mapping_text_compile(
    text: str,
    at: Path,
    scope: Scope,
    expected: Record | None = None,
    literals: type[BaseModel] | None = None,
) -> CompiledMapping:
    """One text of a mapping, as it is judged at its place there. It computes to its value alone.

    Raises MappingRefused. What the rest of the mapping lacks is no fault of it.
    """
    compiling = _Compiling(scope)
    member = compiling.member_at(at, expected)
    compiled = compiling.part(text, at, member)
    if not compiling.faults:
        first = tuple(0 if isinstance(part, int) else part for part in at)
        compiling.check_literals(_nested(text, first), literals)
        compiling.faults = [
            replace(each, path=at) for each in compiling.faults if each.path == first
        ]
        compiling.check_cost()
    if compiling.faults:
        raise MappingRefused(compiling.faults)
    return CompiledMapping(compiled, compiling.fields)


def _unknown_input(key: str, hint: str) -> str:
    return Coded(FaultCode.INPUT_UNKNOWN, f"the action takes no `{key}`{hint}", key=key)


class _Compiling:
    """One mapping. ``fields``: its computed values. ``faults``: what is wrong so far."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self.fields: list[Field] = []
        self.faults: list[Fault] = []

    def is_small(self, tree: Any) -> bool:
        """Whether it is of a size to look at; else the fault says what is too much."""
        rest, characters = [(tree, 0)], 0
        while rest:
            node, depth = rest.pop()
            if depth > _DEEPEST:
                sentence = f"lists and objects are more than {_DEEPEST} deep in each other"
                words = Coded(FaultCode.LISTS_TOO_DEEP, sentence, most=_DEEPEST)
                self.faults = [Fault((), None, words)]
                return False
            inner = list(node.values()) if isinstance(node, dict) else node
            if isinstance(inner, list):
                rest += [(each, depth + 1) for each in inner]
            characters += sum(map(len, map(str, node))) if isinstance(node, dict) else 1
            characters += len(node) if isinstance(node, str) else 0
        if characters > LARGEST_MAPPING:
            sentence = f"a mapping has at most {LARGEST_MAPPING:,} characters; this has more"
            words = Coded(FaultCode.TOO_LONG, sentence, limit=LARGEST_MAPPING)
            self.faults = [Fault((), None, words)]
        return not self.faults

    def part(self, node: Any, path: Path, member: Member) -> Any:
        """A part of the tree with its texts compiled."""
        if isinstance(node, str) and has_expression(node):
            return self._field(node, path, member)
        shape = member.shape
        if words := literal_misfit(shape, node):
            self._fault(path, words)
            shape = Anything()
        if isinstance(node, dict):
            return self._object(node, path, shape)
        if isinstance(node, list):
            return self._list(node, path, shape)
        return node

    def _fault(self, path: Path, words: str) -> None:
        self.faults.append(Fault(path, None, words))

    def _field(self, template: str, path: Path, member: Member) -> Field | None:
        field = field_compile(template, self._scope, path, self.faults)
        if field is None:
            return None
        self.fields.append(field)
        if words := misfit(member.shape, field.type):
            self._fault(path, words)
        known = not isinstance(member.shape, Anything | Scalar)
        if field.may_be_absent and not member.optional and known:
            self._fault(path, absent_words(field.expressions[0]))
        return field

    def _object(self, node: dict[str, Any], path: Path, shape: Shape) -> dict[str, Any]:
        if not isinstance(shape, Record):
            item = Member(shape.item) if isinstance(shape, MapOf) else _ANYTHING
            return {key: self.part(each, (*path, key), item) for key, each in node.items()}
        result = {}
        for key, each in node.items():
            if key not in shape.fields:
                hint = did_you_mean(key, shape.fields)
                self._fault((*path, key), _unknown_input(key, hint))
            result[key] = self.part(each, (*path, key), shape.fields.get(key, _ANYTHING))
        for key, member in shape.fields.items():
            if not member.optional and node.get(key) is None:
                sentence = f"the action needs `{key}`: say what to send"
                self._fault((*path, key), Coded(FaultCode.INPUT_NEEDED, sentence, key=key))
        return result

    def _list(self, node: list[Any], path: Path, shape: Shape) -> list[Any]:
        item = Member(shape.item) if isinstance(shape, ListOf) else _ANYTHING
        return [self.part(each, (*path, index), item) for index, each in enumerate(node)]

    def member_at(self, path: Path, expected: Record | None) -> Member:
        """What the action takes there. A key that it does not know is a fault."""
        member = Member(expected or Anything())
        for index, key in enumerate(path):
            shape = member.shape
            if isinstance(shape, Record):
                if key not in shape.fields:
                    hint = did_you_mean(str(key), shape.fields)
                    self._fault(path[: index + 1], _unknown_input(str(key), hint))
                member = shape.fields.get(str(key), _ANYTHING)
            elif isinstance(shape, ListOf | MapOf):
                member = Member(shape.item)
            else:
                member = _ANYTHING
        return member

    def check_literals(self, tree: Any, model: type[BaseModel] | None) -> None:
        """What is written out is validated as the action would, where no expression is in it."""
        if model is None or not isinstance(tree, dict):
            return
        literal = {
            key: value
            for key, value in tree.items()
            if key in model.model_fields and value is not None and not _is_computed(value)
        }
        known = {fault.path for fault in self.faults}
        try:
            model.model_validate(literal)
        except ValidationError as error:
            for each in error.errors(include_url=False, include_input=False):
                path = tuple(part for part in each["loc"])
                # Without its other fields a model cannot judge itself as a whole.
                if path[:1] and path[0] in literal and path not in known:
                    self._fault(path, refusal_words(each))

    def check_cost(self) -> None:
        """All expressions together."""
        expressions = [each for field in self.fields for each in field.expressions]
        if len(expressions) > MOST_EXPRESSIONS:
            sentence = f"a mapping has at most {MOST_EXPRESSIONS} expressions"
            self._fault((), Coded(FaultCode.TOO_MANY, sentence, most=MOST_EXPRESSIONS))
        elif sum(each.worst_units for each in expressions) > MOST_UNITS:
            sentence = (
                "the expressions together may take too long with lists as long as they may be"
            )
            self._fault((), Coded(FaultCode.TOO_COSTLY, sentence))


def _nested(value: Any, path: Path) -> Any:
    for part in reversed(path):
        value = [value] if isinstance(part, int) else {part: value}
    return value


def _is_computed(value: Any) -> bool:
    if isinstance(value, str):
        return has_expression(value)
    if isinstance(value, dict):
        return any(map(_is_computed, value.values()))
    return isinstance(value, list) and any(map(_is_computed, value))
