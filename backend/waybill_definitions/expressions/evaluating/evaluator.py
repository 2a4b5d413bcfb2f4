"""From a checked tree to functions that compute it.

Google's checker has decided what an expression means; this turns each node into a Python function
of a `Run`. Values are plain Python ones, so nothing is converted. Lists grow in linear time, and
everything that grows with the values is counted, see `Run`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from waybill_definitions.expressions.checker import (
    Environment,
    Message,
    Tree,
    appended,
    loop_body,
    size_of,
)
from waybill_definitions.expressions.evaluating.nodes import (
    Evaluate,
    bound_of,
    choice_of,
    computed_of,
    either_of,
    exactly_one_of,
    first_of,
    has_of,
    has_typed_of,
    mapped_of,
    or_else_of,
    own_of,
    quantified_of,
    read_of,
    read_typed_of,
)
from waybill_definitions.expressions.faults import Failed
from waybill_definitions.expressions.language import (
    COALESCE,
    CONVERSIONS,
    FUNCTIONS,
    NONE,
    OPERATORS,
    PARTS,
    STANDARD,
    Optional,
    TypeOf,
    is_key,
    words,
)
from waybill_definitions.expressions.meter import Run
from waybill_definitions.text.coded import Coded, FaultCode

KNOWN: Final[dict[str, Any]] = {**OPERATORS, **CONVERSIONS, **STANDARD, **PARTS}
"""What CEL and its extensions define, by the name that the checker gives it."""
# What a call takes beyond a node's one unit.
_UNITS: Final = {
    "timestamp": 30,
    "duration": 200,
    "string": 8,
    "double": 8,
    "int": 4,
} | dict.fromkeys(PARTS, 20)
_TYPE_NAMES: Final = {
    *("bool", "bytes", "double", "int", "list", "map", "string", "null_type", "type"),
    "optional_type",
    *("google.protobuf.Timestamp", "google.protobuf.Duration"),
}


class NotInDialect(Exception):
    """A part of CEL that Waybill does not have. ``node``: where it is used."""

    def __init__(self, message: Coded, node: Any) -> None:
        super().__init__(message)
        self.message = message
        self.node = node


def _refused(sentence: str) -> Coded:
    """Of what no expression has that the checker lets through today."""
    return Coded(FaultCode.EXPRESSION_REFUSED, sentence, detail=sentence)


_NOT_COMPUTABLE: Final = _refused("this cannot be computed")
_TWO_VARIABLES: Final = _refused("a macro with two variables is not available in Waybill")
_LOOP: Final = _refused("this loop is not available in Waybill")
_UNSIGNED: Final = Coded(
    FaultCode.UNSIGNED_NUMBER, "there are no unsigned numbers; leave the u out"
)
_OBJECT_FORM: Final = Coded(FaultCode.OBJECT_FORM, "write an object as {'name': value}")
_OBJECT_KEY: Final = Coded(FaultCode.OBJECT_KEY, "a key of an object is a text, not true or false")


def _not_available(name: str) -> Coded:
    sentence = f"`{name}` is not available in Waybill"
    return Coded(FaultCode.NOT_AVAILABLE, sentence, name=name)


class Evaluator:
    """Makes the function of one checked expression.

    ``tables``: the values of the scope's tables, which are known beforehand.
    """

    def __init__(self, tree: Tree, environment: Environment, tables: Mapping[str, Any]) -> None:
        self._tree = tree
        self._environment = environment
        self._tables = tables
        self._bound: list[str] = []
        """The variables of the macros around what is being read."""

    def evaluate(self, node: Any) -> Evaluate:
        """Raises NotInDialect."""
        match self._tree.kind(node):
            case "const_expr":
                return self._constant(node)
            case "ident_expr":
                return self._identifier(node)
            case "select_expr":
                return self._select(node)
            case "call_expr":
                return self._call(node)
            case "list_expr":
                return self._list(node.list_expr)
            case "struct_expr":
                return self._object(node)
            case "comprehension_expr":
                return self._comprehension(node)
            case _:
                raise NotInDialect(_NOT_COMPUTABLE, node)

    def _constant(self, node: Any) -> Evaluate:
        kind = node.const_expr.WhichOneof("kind")
        if kind == "uint64_value":
            raise NotInDialect(_UNSIGNED, node)
        value = None if kind == "null_value" else getattr(node.const_expr, kind)
        return lambda _: value

    def _identifier(self, node: Any) -> Evaluate:
        name = self._tree.name_of(node) or node.ident_expr.name
        if name in self._environment.variables and name not in self._bound:
            if name == "tables":
                tables = self._tables
                return lambda _: tables
            return lambda run: run.context[name]
        if name in self._bound:
            return lambda run: run.names[name]
        if name in _TYPE_NAMES:
            type_of = TypeOf(name)
            return lambda _: type_of
        raise NotInDialect(_not_available(name), node)

    def _select(self, node: Any) -> Evaluate:
        operand, name = self.evaluate(node.select_expr.operand), node.select_expr.field
        message = self._message(node.select_expr.operand)
        if node.select_expr.test_only:
            return has_typed_of(operand, name) if message else has_of(operand, name)
        if message is None:
            return read_of(operand, name)
        return read_typed_of(operand, name, optional=message.record.fields[name].optional)

    def _call(self, node: Any) -> Evaluate:
        name, arguments = node.call_expr.function, list(node.call_expr.args)
        if node.call_expr.HasField("target"):
            arguments.insert(0, node.call_expr.target)
        if name == "_?._":
            return self._optional_select(arguments)
        parts = [self.evaluate(each) for each in arguments]
        match name:
            case "_&&_":
                return either_of(*parts, decides=False)
            case "_||_":
                return either_of(*parts, decides=True)
            case "_?_:_":
                return choice_of(*parts)
            case "or" | "orValue":
                return or_else_of(*parts, value=name == "orValue")
            case _ if name == COALESCE:
                return first_of(parts)
            case _ if name in FUNCTIONS:
                return own_of(name, parts)
            case _ if name in KNOWN:
                return computed_of(KNOWN[name], parts, _UNITS.get(name, 0))
        raise NotInDialect(_not_available(name.replace("@", "")), node)

    def _optional_select(self, arguments: list[Any]) -> Evaluate:
        operand, name = self.evaluate(arguments[0]), arguments[1].const_expr.string_value
        typed = self._message(arguments[0]) is not None

        def select(run: Run) -> Optional:
            value = operand(run)
            if type(value) is Optional:
                if not value.has:
                    return NONE
                value = value.value
            if type(value) is dict:
                there = value.get(name) is not None if typed else name in value
                return Optional(value[name]) if there else NONE
            if value is None and typed:
                return NONE
            raise Failed(f"there is no `{name}` in {words(value)}")

        return select

    def _message(self, node: Any) -> Message | None:
        """The record that a node gives, if it gives one."""
        found = self._tree.type_of(node)
        if found is not None and found.abstract_type.parameter_types:
            found = found.abstract_type.parameter_types[0]
        return self._environment.messages.get(found.message_type) if found is not None else None

    def _list(self, created: Any) -> Evaluate:
        items = [self.evaluate(each) for each in created.elements]
        if not created.optional_indices:
            return lambda run: [each(run) for each in items]
        optional = set(created.optional_indices)

        def some(run: Run) -> list[Any]:
            result = []
            for number, each in enumerate(items):
                value = each(run)
                if number not in optional:
                    result.append(value)
                elif value.has:
                    result.append(value.value)
            return result

        return some

    def _object(self, node: Any) -> Evaluate:
        if node.struct_expr.message_name:
            raise NotInDialect(_OBJECT_FORM, node)
        for entry in node.struct_expr.entries:
            if entry.map_key.const_expr.WhichOneof("kind") == "bool_value":
                raise NotInDialect(_OBJECT_KEY, node)
        entries = [
            (self.evaluate(entry.map_key), self.evaluate(entry.value), entry.optional_entry)
            for entry in node.struct_expr.entries
        ]

        def make(run: Run) -> dict[Any, Any]:
            result: dict[Any, Any] = {}
            for key_of, value_of, optional in entries:
                key, value = key_of(run), value_of(run)
                if not is_key(key) or type(key) is float:
                    raise Failed(f"a key of an object is a text, not {words(key)}")
                if key in result:
                    raise Failed("an object has the same key twice")
                if not optional:
                    result[key] = value
                elif value.has:
                    result[key] = value.value
            return result

        return make

    def _comprehension(self, node: Any) -> Evaluate:
        """The macros by what they expand to; there is no other way to write a loop."""
        loop = node.comprehension_expr
        if loop.iter_var2:
            raise NotInDialect(_TWO_VARIABLES, node)
        if loop.iter_var == "#unused":
            named, body = self.evaluate(loop.accu_init), self._inside(loop.accu_var, loop.result)
            return bound_of(loop.accu_var, named, body)
        items, step, name = self.evaluate(loop.iter_range), loop.loop_step.call_expr, loop.iter_var
        units = 1 + sum(size_of(self._tree, each) for each in loop_body(self._tree, node))
        match step.function:
            case "_&&_":
                return quantified_of(
                    items, name, self._inside(name, step.args[1]), units, decides=False
                )
            case "_||_":
                return quantified_of(
                    items, name, self._inside(name, step.args[1]), units, decides=True
                )
            case "_+_":
                return mapped_of(items, name, None, self._item(name, step), units)
            case "_?_:_":
                condition = self._inside(name, step.args[0])
                if self._tree.kind(loop.accu_init) == "const_expr":
                    return exactly_one_of(items, name, condition, units)
                return mapped_of(
                    items, name, condition, self._item(name, step.args[1].call_expr), units
                )
        raise NotInDialect(_LOOP, node)

    def _item(self, name: str, addition: Any) -> Evaluate:
        return self._inside(name, appended(addition))

    def _inside(self, name: str, node: Any) -> Evaluate:
        """Evaluate where a macro's variable is known."""
        self._bound.append(name)
        try:
            return self.evaluate(node)
        finally:
            self._bound.pop()
