"""JSON pointers (RFC 6901)."""

import re
from typing import Any

from integrations.sdk import json_values

_INDEX = re.compile("[0-9]{1,9}")


def at(body: Any, pointer: str) -> Any:
    """What the pointer leads to, None if that is nothing."""
    for name in _names(pointer):
        if isinstance(body, dict):
            body = body.get(name)
        elif isinstance(body, list) and _INDEX.fullmatch(name) and int(name) < len(body):
            body = body[int(name)]
        else:
            return None
    return body


def pick(body: Any, pointer: str | None) -> str | None:
    """The text or number that the pointer leads to, None if there is none.

    A number is exactly what was written: `json_values` keeps what a float would change as text.
    """
    found = None if pointer is None else at(body, pointer)
    is_value = isinstance(found, str | int | float) and not isinstance(found, bool)
    written = str(found).strip() if is_value else ""
    return written if written and written not in json_values.MARKS else None


def put(body: dict[str, Any], pointer: str, value: str) -> dict[str, Any] | None:
    """A copy of the object with the value at the pointer, which leads through objects only.

    None when something else stands in the way or in the place.
    """
    name, *rest = _names(pointer)
    there = body.get(name)
    if not rest:
        return {**body, name: value} if there in (None, value) else None
    if not isinstance(there, dict | None):
        return None
    inner = put(there or {}, "/" + "/".join(map(_escaped, rest)), value)
    return None if inner is None else {**body, name: inner}


def _names(pointer: str) -> list[str]:
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
