"""JSON that came from elsewhere, as values that can be written again and stored.

PostgreSQL's jsonb holds no NUL, no half surrogate and no infinite number; Python writes no integer
of more than 4,300 digits and walks no tree of any depth. What cannot be kept is replaced by a mark,
and all the rest stays as it is.
"""

import json
import math
import re
from typing import Any

MAX_DEPTH = 64
TOO_DEEP = "[nested too deeply]"
NO_NUMBER = "[not a number]"
TOO_LONG = "[a number too long to keep]"
_MAX_DIGITS = 1000

_ODD = re.compile(rb"\\u0000|\\u[dD][89a-fA-F]|NaN|Infinity|[0-9][eE]|[0-9]{300}")
"""Only where one of these is, numbers or texts can be odd."""
_BRACKETS = re.compile(rb"[\[{]")


def parse(body: bytes) -> tuple[bool, Any]:
    """Whether the body is JSON, and what it says, storable.

    A byte-order mark is passed over, and what is no UTF-8 is replaced.
    """
    try:
        value = _DECODER.decode(_decoded(body))
    except (ValueError, RecursionError):
        return False, None
    if len(_BRACKETS.findall(body)) <= MAX_DEPTH and not _ODD.search(body):
        return True, value
    return True, storable(value)


def storable(value: Any, depth: int = 0) -> Any:
    """The same value without what cannot be stored."""
    match value:
        case str():
            return text(value)
        case bool() | None:
            return value
        case int():
            return value if value.bit_length() < _MAX_DIGITS * 4 else TOO_LONG
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


def _decoded(body: bytes) -> str:
    encoding = json.detect_encoding(body)
    try:
        return str(body, encoding)
    except UnicodeDecodeError:
        return str(body, encoding, "replace")


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) <= _MAX_DIGITS else TOO_LONG


_DECODER = json.JSONDecoder(parse_int=_number)
