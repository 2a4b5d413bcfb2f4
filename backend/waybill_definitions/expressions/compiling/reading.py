"""What an expression reads, and whether it reads something that may be absent.

Decided once: where a whole value is computed, an absent answer leaves its key out. Inside a larger
expression or a text it must be guarded: ``has(x) ? … : …``, ``has(x) && …``, ``coalesce(x, y)``,
``x == null``, ``x.?y.orValue(z)``. That is found here, before anything is published, by going
through the checked tree with what is known to be there on each way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from waybill_definitions.expressions.checker import (
    Anything,
    Environment,
    Member,
    Record,
    Tree,
    children,
)
from waybill_definitions.expressions.language import COALESCE

Reads: TypeAlias = frozenset[tuple[str, ...]]
_Known: TypeAlias = frozenset[tuple[str, ...]]
_NOTHING: _Known = frozenset()


@dataclass(frozen=True, slots=True)
class Unguarded:
    """A read of what may be absent. ``name``: as it is written."""

    node: Any
    name: str
    of_step: bool


@dataclass(slots=True)
class Reading:
    """``may_be_absent``: whether the whole expression may have no value."""

    tree: Tree
    environment: Environment
    reads: set[tuple[str, ...]] = field(default_factory=set)
    unguarded: list[Unguarded] = field(default_factory=list)
    may_be_absent: bool = False

    @classmethod
    def of(cls, tree: Tree, environment: Environment) -> Reading:
        """Go through a whole expression."""
        reading = cls(tree, environment)
        reading.may_be_absent = reading._visit(tree.root, _NOTHING, absent=True)
        return reading

    def _visit(self, node: Any, known: _Known, *, absent: bool = False) -> bool:
        """Note what is read below. ``absent``: whether nothing is fine here too.

        The answer is whether there may be nothing.
        """
        match self.tree.kind(node):
            case "const_expr":
                return bool(node.const_expr.WhichOneof("kind") == "null_value")
            case "ident_expr" | "select_expr":
                return self._visit_path(node, known, absent=absent)
            case "call_expr":
                return self._visit_call(node, known, absent=absent)
            case "comprehension_expr":
                return self._visit_loop(node, known, absent=absent)
            case _:
                for each in children(self.tree, node):
                    self._visit(each, known)
                return False

    def _visit_path(self, node: Any, known: _Known, *, absent: bool) -> bool:
        if self.tree.kind(node) == "ident_expr":
            self._note(self.path(node))
            return False
        select = node.select_expr
        path = self.path(node)
        if path is not None:
            self._note(path)
        elif self.tree.kind(select.operand) != "ident_expr":
            self._visit(select.operand, known)
        if select.test_only:
            return False
        missing = [each for each in self._optional_selects(node) if self.path(each) not in known]
        if missing and not absent:
            self.unguarded.append(self._described(missing[0]))
        return bool(missing)

    def _optional_selects(self, node: Any) -> Iterator[Any]:
        """The selections on the way to a node, from the left, of members that may be absent."""
        if self.tree.kind(node) == "call_expr" and node.call_expr.function == "_[_]":
            yield from self._optional_selects(node.call_expr.args[0])
        if self.tree.kind(node) != "select_expr":
            return
        yield from self._optional_selects(node.select_expr.operand)
        member = self._member(node)
        # Of unknown JSON nothing is known beforehand: that something is missing there is found when
        # the expression is computed.
        if member is None or isinstance(member.shape, Anything):
            return
        if member.optional and not node.select_expr.test_only:
            yield node

    def optional_on_the_way(self) -> list[tuple[str, ...]]:
        """If the whole expression is a path: what on the way may be absent."""
        if self.path(self.tree.root) is None:
            return []
        found = (self.path(each) for each in self._optional_selects(self.tree.root))
        return [path for path in found if path is not None]

    def _member(self, node: Any) -> Member | None:
        found = self.tree.type_of(node.select_expr.operand)
        message = self.environment.messages.get(found.message_type) if found is not None else None
        return message.record.fields.get(node.select_expr.field) if message else None

    def _described(self, node: Any) -> Unguarded:
        path = self.path(node) or ("…", node.select_expr.field)
        return Unguarded(node, ".".join(path), of_step=path[0] == "steps" and len(path) == 2)

    def path(self, node: Any) -> tuple[str, ...] | None:
        """The names of ``a.b.c``; None for anything else."""
        kind = self.tree.kind(node)
        if kind == "ident_expr":
            return (node.ident_expr.name,)
        if kind == "select_expr":
            before = self.path(node.select_expr.operand)
            return (*before, node.select_expr.field) if before else None
        if kind == "call_expr" and node.call_expr.function == "_?._":
            before = self.path(node.call_expr.args[0])
            return (*before, node.call_expr.args[1].const_expr.string_value) if before else None
        if kind == "call_expr" and node.call_expr.function == "_[_]":
            before, key = self.path(node.call_expr.args[0]), node.call_expr.args[1]
            match key.const_expr.WhichOneof("kind") if before else None:
                case "string_value":
                    return (*(before or ()), key.const_expr.string_value)
                case "int64_value":
                    return (*(before or ()), str(key.const_expr.int64_value))
        return None

    def _note(self, path: tuple[str, ...] | None) -> None:
        if path is not None and path[0] in self.environment.variables:
            self.reads.add(path)

    def _visit_call(self, node: Any, known: _Known, *, absent: bool) -> bool:
        function, arguments = node.call_expr.function, list(node.call_expr.args)
        if node.call_expr.HasField("target"):
            arguments.insert(0, node.call_expr.target)
        match function:
            case "_&&_" | "_||_":
                self._visit(arguments[0], known)
                there = self._there_if(arguments[0], holds=function == "_&&_")
                self._visit(arguments[1], known | there)
            case "_?_:_":
                return self._visit_choice(arguments, known, absent=absent)
            case "_==_" | "_!=_" | "optional.ofNonZeroValue":
                self._visit_all(arguments, known, absent=True)
            case "_?._" if self.path(node) is not None:
                self._note(self.path(node))
            case "_?._" | "_[?_]":
                self._visit(arguments[0], known, absent=True)
                self._visit(arguments[1], known)
            case _ if function == COALESCE:
                self._visit_all(arguments[:-1], known, absent=True)
                return self._visit(arguments[-1], known, absent=absent)
            case _:
                self._note(self.path(node))
                self._visit_all(arguments, known)
        found = self.tree.type_of(node)
        return found is not None and found.abstract_type.name == "optional_type"

    def _visit_all(self, nodes: list[Any], known: _Known, *, absent: bool = False) -> None:
        for each in nodes:
            self._visit(each, known, absent=absent)

    def _visit_choice(self, parts: list[Any], known: _Known, *, absent: bool) -> bool:
        condition, then, otherwise = parts
        self._visit(condition, known)
        there, not_there = (self._there_if(condition, holds=holds) for holds in (True, False))
        first = self._visit(then, known | there, absent=absent)
        return self._visit(otherwise, known | not_there, absent=absent) or first

    def _visit_loop(self, node: Any, known: _Known, *, absent: bool) -> bool:
        loop = node.comprehension_expr
        if loop.iter_var == "#unused":
            self._visit(loop.accu_init, known)
            known = frozenset(path for path in known if path[0] != loop.accu_var)
            return self._visit(loop.result, known, absent=absent)
        self._visit(loop.iter_range, known)
        known = frozenset(path for path in known if path[0] != loop.iter_var)
        self._visit(loop.loop_step, known)
        return False

    def _there_if(self, condition: Any, *, holds: bool) -> _Known:
        """The paths that are there when a condition holds, or when it does not."""
        kind = self.tree.kind(condition)
        if kind == "select_expr" and condition.select_expr.test_only:
            return _prefixes(self.path(condition)) if holds else _NOTHING
        if kind != "call_expr":
            return _NOTHING
        arguments = list(condition.call_expr.args)
        match condition.call_expr.function:
            case "!_":
                return self._there_if(arguments[0], holds=not holds)
            case "_&&_" | "_||_" as function:
                left, right = (self._there_if(each, holds=holds) for each in arguments)
                return left | right if (function == "_&&_") is holds else left & right
            case "_!=_" | "_==_" as function:
                return self._there_if_equal(arguments, equal=(function == "_==_") is holds)
        return _NOTHING

    def _there_if_equal(self, sides: list[Any], *, equal: bool) -> _Known:
        """``x != null`` says that x is there, and so does ``x == 'AT'``."""
        for side, other in (sides, sides[::-1]):
            path = self.path(side)
            if path is None or self.tree.kind(other) != "const_expr":
                continue
            is_null = other.const_expr.WhichOneof("kind") == "null_value"
            if is_null is not equal:
                return _prefixes(path)
        return _NOTHING


def _prefixes(path: tuple[str, ...] | None) -> _Known:
    return frozenset(path[:length] for length in range(1, len(path) + 1)) if path else _NOTHING


def sensitive_of(reads: Reads, variables: dict[str, Record | None]) -> Reads:
    """The sensitive answers that these reads show; of a whole record, each sensitive one in it."""
    return frozenset(found for path in reads for found in _sensitive(path, variables))


def _sensitive(
    path: tuple[str, ...], variables: dict[str, Record | None]
) -> Iterator[tuple[str, ...]]:
    shape: Any = variables.get(path[0])
    for length, name in enumerate(path[1:], start=2):
        member = shape.fields.get(name) if isinstance(shape, Record) else None
        if member is None:
            return
        if member.sensitive:
            yield path[:length]
            return
        shape = member.shape
    yield from _below(path, shape)


def _below(path: tuple[str, ...], shape: Any) -> Iterator[tuple[str, ...]]:
    shape = getattr(shape, "item", shape)
    if isinstance(shape, Record):
        for name, member in shape.fields.items():
            if member.sensitive:
                yield (*path, name)
            else:
                yield from _below((*path, name), member.shape)
