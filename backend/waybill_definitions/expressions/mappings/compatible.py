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
from waybill_definitions.text.coded import Coded, FaultCode

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


def misfit(shape: Shape, found: CelType) -> Coded | None:
    """Why a computed value does not fit; None if it does."""
    if found.name == "optional":
        found = found.items[0] if found.items else CelType("dyn")
    # Nothing leaves its key out; whether that may be is judged apart.
    if isinstance(shape, Anything) or found.name in {"dyn", "null"}:
        return None
    if isinstance(shape, Number) and shape.decimal and found.name == "string":
        return None
    if found.name not in _FITTING[type(shape)]:
        needed = _WORDS[type(shape)]
        return Coded(
            FaultCode.INPUT_MISFIT,
            f"this gives {found.words}, but {needed} is needed{_hint(shape, found)}",
            needed=_needed(shape),
        )
    if isinstance(shape, ListOf) and found.items and (words := misfit(shape.item, found.items[0])):
        return Coded(words.code, f"in a list: {words}", **words.params)
    return None


def _needed(shape: Shape) -> str:
    """For words in another language: `text`, `integer`."""
    return type(shape).__name__.lower()


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


def literal_misfit(shape: Shape, value: Any) -> Coded | None:
    """Why a value that is written out does not fit; None if it does."""
    if isinstance(shape, Anything) or value is None:
        return None
    if isinstance(shape, Number) and shape.decimal and isinstance(value, str):
        return None
    kinds = _LITERALS[type(shape)]
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        sentence = f"{_WORDS[type(shape)]} is needed here"
        return Coded(FaultCode.INPUT_WRONG_KIND, sentence, needed=_needed(shape))
    longest = shape.max_length if isinstance(shape, Text) else None
    if longest is not None and len(str(value)) > longest:
        sentence = f"at most {longest:,} characters are possible here"
        return Coded(FaultCode.TOO_LONG, sentence, limit=longest)
    return None
