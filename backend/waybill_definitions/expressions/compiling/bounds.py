"""What an expression takes at worst, by what is declared of lists, before it is published."""

from __future__ import annotations

from typing import Any

from waybill_definitions.expressions.checker import (
    Environment,
    ListOf,
    Shape,
    Tree,
    children,
    loop_body,
)

_UNKNOWN = 1
"""Items of a list of unknown length: it is counted when the expression is computed."""


class Bounds:
    """Worst cases of one checked expression."""

    def __init__(self, tree: Tree, environment: Environment) -> None:
        self._tree = tree
        self._environment = environment

    def units(self, node: Any) -> int:
        """As `Run` counts them, at least."""
        if self._tree.kind(node) != "comprehension_expr":
            return 1 + sum(map(self.units, children(self._tree, node)))
        loop = node.comprehension_expr
        through = self.units(loop.iter_range)
        if loop.iter_var == "#unused":
            return through + self.units(loop.accu_init) + self.units(loop.result)
        body = sum(map(self.units, loop_body(self._tree, node)))
        return through + self.length(loop.iter_range) * (1 + body)

    def length(self, node: Any) -> int:
        """How many items there are at most; 1 where nothing is known."""
        match self._tree.kind(node):
            case "list_expr":
                return max(len(node.list_expr.elements), 1)
            case "select_expr":
                shape = self._shape(node)
                return shape.most if isinstance(shape, ListOf) else _UNKNOWN
            case "comprehension_expr":
                return self.length(node.comprehension_expr.iter_range)
            case "call_expr" if node.call_expr.function == "_+_":
                return sum(map(self.length, node.call_expr.args))
            case "call_expr" if node.call_expr.function == "_?_:_":
                return max(map(self.length, node.call_expr.args[1:]))
            case _:
                return _UNKNOWN

    def _shape(self, node: Any) -> Shape | None:
        found = self._tree.type_of(node.select_expr.operand)
        message = self._environment.messages.get(found.message_type) if found is not None else None
        member = message.record.fields.get(node.select_expr.field) if message else None
        return member.shape if member else None
