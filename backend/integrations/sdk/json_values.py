"""JSON that came from elsewhere, as values that can be written again and stored.

PostgreSQL's jsonb holds no NUL, no half surrogate and no infinite number; Python writes no integer
of more than 4,300 digits and walks no tree of any depth. What cannot be kept is replaced by a mark,
and all the rest stays as it is. Of two fields with one name the last counts.
"""

import json
import math
import re
from decimal import Decimal
from typing import Any

MAX_DEPTH = 64
TOO_DEEP = "[nested too deeply]"
NO_NUMBER = "[not a number]"
TOO_LONG = "[a number too long to keep]"
MARKS = frozenset({TOO_DEEP, NO_NUMBER, TOO_LONG})
_MOST_DIGITS = 4300
_MOST_BITS = 14_000
"""Every integer below has fewer digits."""
_EXACT = 2.0**53
"""Below, a float differs from what was written by less than anybody counts."""

_USUAL = (b'{"', b'[{"', b'["')
"""What JSON in UTF-8 without a byte-order mark begins with: here nothing is to be found out."""

_ODD = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[{]|[\]}]', re.DOTALL)


def parse(body: bytes) -> tuple[bool, Any]:
    """Whether the body is JSON, and what it says, storable.

    A byte-order mark is passed over, and what is no UTF-8 is replaced.
    """
    written = _decoded(body)
    try:
        value = _value(written)
    except (ValueError, RecursionError):
        return False, None
    odd = "\\u" in written and _ODD.search(written) is not None
    if odd or "\x00" in written or _is_deep(written, value):
        return True, storable(value)
    return True, value


def storable(value: Any, depth: int = 0) -> Any:
    """The same value without what cannot be stored."""
    match value:
        case str():
            return text(value)
        case bool() | None:
            return value
        case int():
            return value if value.bit_length() < _MOST_BITS else TOO_LONG
        case float():
            return value if math.isfinite(value) else NO_NUMBER
        case dict() | list() | tuple() if depth >= MAX_DEPTH:
            return TOO_DEEP
        case dict():
            return {text(str(name)): storable(item, depth + 1) for name, item in value.items()}
        case list() | tuple():
            return [storable(item, depth + 1) for item in value]
        case _:
            return text(str(value))


def text(value: str) -> str:
    """The text with a mark in the place of each NUL and each half surrogate."""
    if value.isascii() and "\x00" not in value:
        return value
    clean = value.replace("\x00", "\N{REPLACEMENT CHARACTER}")
    return clean.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _value(written: str) -> Any:
    """Raises ValueError for what is no JSON."""
    try:
        value, end = _FAST.raw_decode(written)
        return value if end == len(written) else _FAST.decode(written)
    except json.JSONDecodeError:
        if not written[:1].isspace():
            raise
    except (RecursionError, ValueError):  # ValueError: an integer of too many digits
        return _SLOW.decode(_cut(written))
    return _value(written.lstrip())


def _decoded(body: bytes) -> str:
    if body.startswith(_USUAL):
        return body.decode("utf-8", "replace")
    return body.decode(json.detect_encoding(body), "replace")


def _is_deep(written: str, value: Any) -> bool:
    if written.count("{") + written.count("[") <= MAX_DEPTH:
        return False
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if type(outer) is dict else outer)
            if type(inner) is dict or type(inner) is list
        ]
        if not level:
            return False
    return True


def _cut(written: str) -> str:
    """The JSON with a mark instead of whatever is nested too deeply to be read."""
    kept: list[str] = []
    depth = begin = 0
    for token in _TOKEN.finditer(written):
        match written[token.start()]:
            case "[" | "{":
                if depth == MAX_DEPTH:
                    kept += (written[begin : token.start()], f'"{TOO_DEEP}"')
                depth += 1
            case "]" | "}":
                depth -= 1
                if depth == MAX_DEPTH:
                    begin = token.end()
    if depth <= MAX_DEPTH:
        kept.append(written[begin:])
    return "".join(kept)


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) < _MOST_DIGITS else TOO_LONG


def _float(digits: str) -> float | str:
    """The number; its own text where a float would lose whole ones of it."""
    number = float(digits)
    if -_EXACT < number < _EXACT:
        return number
    if not math.isfinite(number):
        return NO_NUMBER
    return number if Decimal(repr(number)) == Decimal(digits) else digits


def _no_number(_: str) -> str:
    return NO_NUMBER


_FAST = json.JSONDecoder(parse_float=_float, parse_constant=_no_number, strict=False)
_SLOW = json.JSONDecoder(
    parse_float=_float, parse_constant=_no_number, parse_int=_integer, strict=False
)
