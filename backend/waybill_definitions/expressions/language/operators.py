"""The operators of the language over Python values, as the CEL definition has them.

https://github.com/google/cel-spec/blob/master/doc/langdef.md. Integers have 64 bits; there is no
unsigned one. ``bool`` is never a number here, though Python says so.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from typing import Any, Final

from waybill_definitions.expressions.faults import Failed, Missing
from waybill_definitions.expressions.meter import Run

LARGEST: Final = 2**63 - 1
SMALLEST: Final = -(2**63)
_LONGEST: Final = dt.timedelta(seconds=315_576_000_000)
"""As protobuf has it: about 10,000 years."""


class Optional:
    """A value of type optional: one that may be there."""

    __slots__ = ("has", "value")

    def __init__(self, value: Any, *, has: bool = True) -> None:
        self.value = value
        self.has = has


NONE: Final = Optional(None, has=False)


class TypeOf:
    """What ``type(x)`` gives: it is only good for comparing."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


_TYPE_NAMES: Final[dict[type, str]] = {
    bool: "bool",
    int: "int",
    float: "double",
    str: "string",
    bytes: "bytes",
    list: "list",
    dict: "map",
    type(None): "null_type",
    dt.datetime: "google.protobuf.Timestamp",
    dt.timedelta: "google.protobuf.Duration",
    TypeOf: "type",
    Optional: "optional_type",
}
_WORDS: Final = {
    "int": "a whole number",
    "double": "a number with a fraction",
    "string": "a text",
    "list": "a list",
    "map": "an object",
    "null_type": "nothing (null)",
    "bool": "true or false",
    "google.protobuf.Timestamp": "a point in time",
    "google.protobuf.Duration": "a duration",
    "optional_type": "an optional value",
}


def type_of(value: Any) -> TypeOf:
    """Its type in the language."""
    return TypeOf(_TYPE_NAMES[type(value)])


def words(value: Any) -> str:
    """What kind of thing it is, for messages; never the value itself, which may be private."""
    name = _TYPE_NAMES.get(type(value), "something")
    return _WORDS.get(name, name)


def checked(number: int) -> int:
    """An integer that has 64 bits. Raises Failed."""
    if SMALLEST <= number <= LARGEST:
        return number
    raise Failed("a whole number became too large; at most 64 bits are possible")


def _unfit(operator: str, *values: Any) -> Failed:
    return Failed(f"`{operator}` cannot be used with {' and '.join(map(words, values))}")


def add(run: Run, left: Any, right: Any) -> Any:
    kind = type(left)
    if kind is type(right):
        if kind is str or kind is bytes:
            run.spend_characters(len(left) + len(right))
            return left + right
        if kind is int:
            return checked(left + right)
        if kind is float:
            return left + right
        if kind is list:
            run.spend_items(len(left) + len(right))
            return left + right
        if kind is dt.timedelta:
            return _in_range(lambda: left + right)
    elif {kind, type(right)} == {dt.datetime, dt.timedelta}:
        return _in_range(lambda: left + right)
    raise _unfit("+", left, right)


def subtract(_: Run, left: Any, right: Any) -> Any:
    kinds = (type(left), type(right))
    if kinds == (int, int):
        return checked(left - right)
    if kinds == (float, float):
        return left - right
    if kinds in {
        (dt.datetime, dt.datetime),
        (dt.datetime, dt.timedelta),
        (dt.timedelta, dt.timedelta),
    }:
        return _in_range(lambda: left - right)
    raise _unfit("-", left, right)


def _in_range(compute: Callable[[], Any]) -> Any:
    try:
        result = compute()
    except OverflowError:
        result = None
    if result is None or (type(result) is dt.timedelta and abs(result) > _LONGEST):
        raise Failed("a point in time or a duration is out of range")
    return result


def multiply(_: Run, left: Any, right: Any) -> Any:
    if type(left) is int and type(right) is int:
        return checked(left * right)
    if type(left) is float and type(right) is float:
        return left * right
    raise _unfit("*", left, right)


def divide(_: Run, left: Any, right: Any) -> Any:
    if type(left) is int and type(right) is int:
        if right == 0:
            raise Failed("a number is divided by zero")
        quotient = abs(left) // abs(right)
        return checked(quotient if (left < 0) == (right < 0) else -quotient)
    if type(left) is float and type(right) is float:
        if right == 0:
            sign = math.copysign(1.0, left) * math.copysign(1.0, right)
            return math.nan if left == 0 or math.isnan(left) else sign * math.inf
        return left / right
    raise _unfit("/", left, right)


def remainder(_: Run, left: Any, right: Any) -> Any:
    """It has the sign of the left side."""
    if type(left) is int and type(right) is int:
        if right == 0:
            raise Failed("a number is divided by zero")
        return int(math.copysign(1, left)) * (abs(left) % abs(right))
    raise _unfit("%", left, right)


def negate(_: Run, value: Any) -> Any:
    if type(value) is int:
        return checked(-value)
    if type(value) is float:
        return -value
    raise _unfit("-", value)


def is_not(_: Run, value: Any) -> bool:
    if type(value) is bool:
        return not value
    raise _unfit("!", value)


def equal(run: Run, left: Any, right: Any) -> bool:
    """Of any two values. 1 == 1.0; true is no number; NaN equals nothing."""
    kind = type(left)
    if kind is str:
        return type(right) is str and left == right
    if kind is list or kind is dict:
        if type(right) is not kind:
            return False
        run.spend_value(left)
        run.spend_value(right)
    return _equal(left, right)


def _equal(left: Any, right: Any) -> bool:
    kind, other = type(left), type(right)
    if kind is list and other is list:
        return len(left) == len(right) and all(map(_equal, left, right))
    if kind is dict and other is dict:
        return len(left) == len(right) and all(
            key in right and _equal(value, right[key]) for key, value in left.items()
        )
    if kind is Optional and other is Optional:
        return left.has == right.has and _equal(left.value, right.value)
    if kind is TypeOf and other is TypeOf:
        return bool(left.name == right.name)
    if kind is not other and {kind, other} != {int, float}:
        return False
    return bool(left == right)


def differ(run: Run, left: Any, right: Any) -> bool:
    return not equal(run, left, right)


_ORDERED: Final = {int, float, str, bytes, bool, dt.datetime, dt.timedelta}


def _ordered(operator: str, left: Any, right: Any) -> tuple[Any, Any]:
    """Two values that have an order; a whole number beside one with a fraction becomes such one."""
    kind, other = type(left), type(right)
    if kind is other and kind in _ORDERED:
        return left, right
    if {kind, other} == {int, float}:
        return float(left), float(right)
    raise _unfit(operator, left, right)


def less(_: Run, left: Any, right: Any) -> bool:
    left, right = _ordered("<", left, right)
    return bool(left < right)


def less_or_equal(_: Run, left: Any, right: Any) -> bool:
    left, right = _ordered("<=", left, right)
    return bool(left <= right)


def greater(_: Run, left: Any, right: Any) -> bool:
    left, right = _ordered(">", left, right)
    return bool(left > right)


def greater_or_equal(_: Run, left: Any, right: Any) -> bool:
    left, right = _ordered(">=", left, right)
    return bool(left >= right)


def contained(run: Run, item: Any, container: Any) -> bool:
    if type(container) is dict:
        return is_key(item) and item in container
    if type(container) is list:
        run.spend(len(container))
        return any(equal(run, item, each) for each in container)
    raise _unfit("in", item, container)


def is_key(value: Any) -> bool:
    """Whether an object can have it as a key. true and 1 would be the same key in Python."""
    return type(value) in {str, int, float}


def index(run: Run, container: Any, key: Any) -> Any:
    """An item of a list, from 0, or what an object has under a key. Raises Missing."""
    if type(container) is Optional:
        return index_optional(run, container, key)
    if type(container) is list:
        if type(key) is float and key.is_integer():
            key = int(key)
        if type(key) is not int:
            raise _unfit("[…]", container, key)
        if 0 <= key < len(container):
            return container[key]
        raise Missing(f"a list has {len(container)} items, so there is none with the index {key}")
    if type(container) is dict:
        if is_key(key) and key in container:
            return container[key]
        raise Missing("an object has nothing under the key that was looked up")
    raise _unfit("[…]", container, key)


def index_optional(run: Run, container: Any, key: Any) -> Optional:
    """``x[?key]``"""
    if type(container) is Optional:
        if not container.has:
            return NONE
        container = container.value
    if container is None:
        return NONE
    try:
        return Optional(index(run, container, key))
    except Missing:
        return NONE


OPERATORS: Final = {
    "_+_": add,
    "_-_": subtract,
    "_*_": multiply,
    "_/_": divide,
    "_%_": remainder,
    "-_": negate,
    "!_": is_not,
    "_==_": equal,
    "_!=_": differ,
    "_<_": less,
    "_<=_": less_or_equal,
    "_>_": greater,
    "_>=_": greater_or_equal,
    "@in": contained,
    "_[_]": index,
    "_[?_]": index_optional,
}
