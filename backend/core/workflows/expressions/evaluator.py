"""From a checked tree to functions that compute it.

Google's checker has decided what an expression means; this turns each node into a Python function
of a `Run`. Values are plain Python ones, so nothing is converted. Lists grow in linear time, and
everything that grows with the values is counted, see `Run`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from core.workflows.expressions.checked import Tree
from core.workflows.expressions.conversions import CONVERSIONS
from core.workflows.expressions.environment import Environment, Message
from core.workflows.expressions.faults import Failed, Missing
from core.workflows.expressions.functions import COALESCE, FUNCTIONS, call
from core.workflows.expressions.meter import Run
from core.workflows.expressions.moments import PARTS
from core.workflows.expressions.operators import NONE, OPERATORS, Optional, TypeOf, is_key, words
from core.workflows.expressions.texts import FUNCTIONS as STANDARD

Evaluate: TypeAlias = Callable[[Run], Any]

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

    def __init__(self, message: str, node: Any) -> None:
        super().__init__(message)
        self.node = node


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
                raise NotInDialect("this cannot be computed", node)

    def _constant(self, node: Any) -> Evaluate:
        kind = node.const_expr.WhichOneof("kind")
        if kind == "uint64_value":
            raise NotInDialect("there are no unsigned numbers; leave the u out", node)
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
        raise NotInDialect(f"`{name}` is not available in Waybill", node)

    def _select(self, node: Any) -> Evaluate:
        operand, name = self.evaluate(node.select_expr.operand), node.select_expr.field
        message = self._message(node.select_expr.operand)
        if node.select_expr.test_only:
            return _has_typed(operand, name) if message else _has(operand, name)
        if message is None:
            return _read(operand, name)
        return _read_typed(operand, name, optional=message.record.fields[name].optional)

    def _call(self, node: Any) -> Evaluate:
        name, arguments = node.call_expr.function, list(node.call_expr.args)
        if node.call_expr.HasField("target"):
            arguments.insert(0, node.call_expr.target)
        if name == "_?._":
            return self._optional_select(arguments)
        parts = [self.evaluate(each) for each in arguments]
        match name:
            case "_&&_":
                return _either(*parts, decides=False)
            case "_||_":
                return _either(*parts, decides=True)
            case "_?_:_":
                return _choice(*parts)
            case "or" | "orValue":
                return _or(*parts, value=name == "orValue")
            case _ if name == COALESCE:
                return _first(parts)
            case _ if name in FUNCTIONS:
                return _own(name, parts)
            case _ if name in KNOWN:
                return _computed(KNOWN[name], parts, _UNITS.get(name, 0))
        raise NotInDialect(f"`{name.replace('@', '')}` is not available in Waybill", node)

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
            raise NotInDialect("write an object as {'name': value}", node)
        for entry in node.struct_expr.entries:
            if entry.map_key.const_expr.WhichOneof("kind") == "bool_value":
                raise NotInDialect("a key of an object is a text, not true or false", node)
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
            raise NotInDialect("a macro with two variables is not available in Waybill", node)
        if loop.iter_var == "#unused":
            named, body = self.evaluate(loop.accu_init), self._inside(loop.accu_var, loop.result)
            return _bound(loop.accu_var, named, body)
        items, step, name = self.evaluate(loop.iter_range), loop.loop_step.call_expr, loop.iter_var
        units = 1 + sum(size_of(self._tree, each) for each in loop_body(self._tree, node))
        match step.function:
            case "_&&_":
                return _quantified(
                    items, name, self._inside(name, step.args[1]), units, decides=False
                )
            case "_||_":
                return _quantified(
                    items, name, self._inside(name, step.args[1]), units, decides=True
                )
            case "_+_":
                return _mapped(items, name, None, self._item(name, step), units)
            case "_?_:_":
                condition = self._inside(name, step.args[0])
                if self._tree.kind(loop.accu_init) == "const_expr":
                    return _one(items, name, condition, units)
                return _mapped(
                    items, name, condition, self._item(name, step.args[1].call_expr), units
                )
        raise NotInDialect("this loop is not available in Waybill", node)

    def _item(self, name: str, appended: Any) -> Evaluate:
        return self._inside(name, _appended(appended))

    def _inside(self, name: str, node: Any) -> Evaluate:
        """Evaluate where a macro's variable is known."""
        self._bound.append(name)
        try:
            return self.evaluate(node)
        finally:
            self._bound.pop()


def size_of(tree: Tree, node: Any) -> int:
    """How many nodes there are, this one included."""
    return 1 + sum(size_of(tree, each) for each in children(tree, node))


def loop_body(tree: Tree, node: Any) -> list[Any]:
    """What a macro computes for each item."""
    loop = node.comprehension_expr
    step = loop.loop_step.call_expr
    match step.function:
        case "_&&_" | "_||_":
            return [step.args[1]]
        case "_+_":
            return [_appended(step)]
        case "_?_:_" if tree.kind(loop.accu_init) == "list_expr":
            return [step.args[0], _appended(step.args[1].call_expr)]
        case "_?_:_":
            return [step.args[0]]
        case _:
            return [loop.loop_step]


def _appended(addition: Any) -> Any:
    """The item in ``@result + [item]``."""
    return addition.args[1].list_expr.elements[0]


def children(tree: Tree, node: Any) -> list[Any]:
    """The nodes directly below."""
    match tree.kind(node):
        case "select_expr":
            return [node.select_expr.operand]
        case "call_expr":
            target = [node.call_expr.target] if node.call_expr.HasField("target") else []
            return [*target, *node.call_expr.args]
        case "list_expr":
            return list(node.list_expr.elements)
        case "struct_expr":
            return [
                part for each in node.struct_expr.entries for part in (each.map_key, each.value)
            ]
        case "comprehension_expr":
            loop = node.comprehension_expr
            return [loop.iter_range, loop.accu_init, loop.loop_step, loop.result]
        case _:
            return []


def _read(operand: Evaluate, name: str) -> Evaluate:
    def read(run: Run) -> Any:
        value = operand(run)
        if type(value) is Optional:
            return Optional(read_of(value.value)) if value.has and _has_key(value, name) else NONE
        return read_of(value)

    def read_of(value: Any) -> Any:
        if type(value) is dict:
            if name in value:
                return value[name]
            raise Missing(f"there is no `{name}`")
        if value is None:
            raise Missing(f"there is no `{name}`, since what it would be in is empty")
        raise Failed(f"there is no `{name}` in {words(value)}")

    return read


def _has_key(optional: Optional, name: str) -> bool:
    return type(optional.value) is not dict or name in optional.value


def _read_typed(operand: Evaluate, name: str, *, optional: bool) -> Evaluate:
    def read(run: Run) -> Any:
        value = operand(run)
        if type(value) is Optional:
            if not value.has or value.value.get(name) is None:
                return NONE
            return Optional(value.value[name])
        if value is None:
            return None
        found = value.get(name) if type(value) is dict else None
        if found is None and not optional:
            raise Missing(f"there is no `{name}`")
        return found

    return read


def _has(operand: Evaluate, name: str) -> Evaluate:
    def has(run: Run) -> bool:
        value = operand(run)
        if type(value) is Optional:
            return bool(value.has and type(value.value) is dict and name in value.value)
        if type(value) is not dict:
            raise Failed(f"has(…) looks for `{name}` in {words(value)}")
        return name in value

    return has


def _has_typed(operand: Evaluate, name: str) -> Evaluate:
    def has(run: Run) -> bool:
        value = operand(run)
        if type(value) is Optional:
            value = value.value
        return bool(type(value) is dict and value.get(name) is not None)

    return has


def _either(left: Evaluate, right: Evaluate, *, decides: bool) -> Evaluate:
    """``&&`` and ``||``: one side that decides is enough, whatever becomes of the other."""

    def either(run: Run) -> bool:
        try:
            first = left(run)
        except Failed:
            if right(run) is decides:
                return bool(decides)
            raise
        if first is decides:
            return bool(decides)
        second = _decided(right(run))
        return second if second is decides else _decided(first)

    return either


def _choice(condition: Evaluate, then: Evaluate, otherwise: Evaluate) -> Evaluate:
    def choice(run: Run) -> Any:
        return then(run) if _decided(condition(run)) else otherwise(run)

    return choice


def _or(optional: Evaluate, otherwise: Evaluate, *, value: bool) -> Evaluate:
    def choose(run: Run) -> Any:
        found = optional(run)
        if type(found) is not Optional:
            raise Failed("`orValue` comes after an optional value, such as input.?phone")
        if not found.has:
            return otherwise(run)
        return found.value if value else found

    return choose


def _first(parts: list[Evaluate]) -> Evaluate:
    *tried, last = parts

    def first(run: Run) -> Any:
        for each in tried:
            try:
                value = each(run)
            except Missing:
                continue
            if value is not None:
                return value
        return last(run)

    return first


def _own(name: str, parts: list[Evaluate]) -> Evaluate:
    function = FUNCTIONS[name]
    return lambda run: call(function, run, *[part(run) for part in parts])


def _computed(function: Callable[..., Any], parts: list[Evaluate], units: int) -> Evaluate:
    if units:
        return _paid(function, parts, units)
    if len(parts) == 1:
        (only,) = parts
        return lambda run: function(run, only(run))
    if len(parts) == 2:
        left, right = parts
        return lambda run: function(run, left(run), right(run))
    return lambda run: function(run, *[part(run) for part in parts])


def _paid(function: Callable[..., Any], parts: list[Evaluate], units: int) -> Evaluate:
    def paid(run: Run) -> Any:
        run.spend(units)
        return function(run, *[part(run) for part in parts])

    return paid


def _bound(name: str, named: Evaluate, body: Evaluate) -> Evaluate:
    def bound(run: Run) -> Any:
        hidden = run.names.get(name)
        run.names[name] = named(run)
        try:
            return body(run)
        finally:
            run.names[name] = hidden

    return bound


def _decided(value: Any) -> bool:
    if type(value) is bool:
        return value
    raise Failed(f"a condition is true or false, not {words(value)}")


def _items(value: Any) -> list[Any]:
    """What a macro goes through: a list, or the keys of an object."""
    if type(value) is list:
        return value
    if type(value) is dict:
        return list(value)
    raise Failed(f"one cannot go through {words(value)} like through a list")


def _mapped(
    items: Evaluate, name: str, condition: Evaluate | None, item: Evaluate, units: int
) -> Evaluate:
    def mapped(run: Run) -> list[Any]:
        result = []
        through, names = _items(items(run)), run.names
        hidden = names.get(name)
        try:
            for names[name] in through:
                run.spend(units)
                if condition is None or _decided(condition(run)):
                    result.append(item(run))
        finally:
            names[name] = hidden
        return result

    return mapped


def _quantified(
    items: Evaluate, name: str, condition: Evaluate, units: int, *, decides: bool
) -> Evaluate:
    """``all`` and ``exists``: one item that decides is enough, whatever becomes of the others."""

    def quantified(run: Run) -> bool:
        through, names = _items(items(run)), run.names
        hidden = names.get(name)
        failure: Failed | None = None
        try:
            for names[name] in through:
                run.spend(units)
                try:
                    if _decided(condition(run)) is decides:
                        return decides
                except Failed as error:
                    failure = failure or error
        finally:
            names[name] = hidden
        if failure is not None:
            raise failure
        return not decides

    return quantified


def _one(items: Evaluate, name: str, condition: Evaluate, units: int) -> Evaluate:
    chosen = _mapped(items, name, condition, lambda _: None, units)
    return lambda run: len(chosen(run)) == 1
