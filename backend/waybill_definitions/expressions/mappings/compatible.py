"""Whether what an expression gives is what an action takes."""

from __future__ import annotations

from typing import Any, Final

from waybill_definitions.expressions.checker import (
    Anything,
    Boolean,
    CelType,
    Integer,
    ListOf,
    MapOf,
    Number,
    Record,
    Scalar,
    Shape,
    Text,
)

_WORDS: Final[dict[type, str]] = {
    Text: "a text",
    Integer: "a whole number",
    Number: "a number",
    Boolean: "true or false",
    Scalar: "a text, a number, or true or false",
    ListOf: "a list",
    MapOf: "an object",
    Record: "an object",
}
_FITTING: Final[dict[type, set[str]]] = {
    Text: {"string", "timestamp", "duration"},
    Integer: {"int"},
    Number: {"int", "double"},
    Boolean: {"bool"},
    Scalar: {"string", "int", "double", "bool", "timestamp", "duration"},
    ListOf: {"list"},
    MapOf: {"map", "message"},
    Record: {"map", "message"},
}


def misfit(shape: Shape, found: CelType) -> str:
    """Why a computed value does not fit, or an empty text."""
    if found.name == "optional":
        found = found.items[0] if found.items else CelType("dyn")
    # Nothing leaves its key out; whether that may be is judged apart.
    if isinstance(shape, Anything) or found.name in {"dyn", "null"}:
        return ""
    if isinstance(shape, Number) and shape.decimal and found.name == "string":
        return ""
    if found.name not in _FITTING[type(shape)]:
        return f"this gives {found.words}, but {_WORDS[type(shape)]} is needed{_hint(shape, found)}"
    if isinstance(shape, ListOf) and found.items and (words := misfit(shape.item, found.items[0])):
        return f"in a list: {words}"
    return ""


def _hint(shape: Shape, found: CelType) -> str:
    if isinstance(shape, Text) and found.name in {"int", "double", "bool"}:
        return "; write string(…) around it"
    if isinstance(shape, Integer) and found.name in {"string", "double"}:
        return "; write int(…) around it"
    if isinstance(shape, Number) and found.name == "string":
        return "; write double(…) around it"
    if isinstance(shape, Boolean):
        return "; compare it with something, as in x == 'yes'"
    return ""


_LITERALS: Final[dict[type, tuple[type, ...]]] = {
    Text: (str,),
    Integer: (int,),
    Number: (int, float),
    Boolean: (bool,),
    Scalar: (str, int, float, bool),
    ListOf: (list,),
    MapOf: (dict,),
    Record: (dict,),
}


def literal_misfit(shape: Shape, value: Any) -> str:
    """Why a value that is written out does not fit, or an empty text."""
    if isinstance(shape, Anything) or value is None:
        return ""
    if isinstance(shape, Number) and shape.decimal and isinstance(value, str):
        return ""
    kinds = _LITERALS[type(shape)]
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        return f"{_WORDS[type(shape)]} is needed here"
    longest = shape.max_length if isinstance(shape, Text) else None
    if longest is not None and len(str(value)) > longest:
        return f"at most {longest:,} characters are possible here"
    return ""
