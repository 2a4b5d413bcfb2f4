"""Refuses JSON that parses but that PostgreSQL or Python cannot store.

Every body is checked once, before other code sees it. Refused are: deep nesting (Python's parser
fails near 1,000 levels), NUL and lone surrogates (PostgreSQL stores neither), numbers that are not
finite, and repeated names in an object (readers differ on which one counts).
"""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

from api.errors.problems import BadRequest
from core.errors import FieldError, Unprocessable

_Path = tuple[str | int, ...]

_MAX_NAME_CHARS = 60


class _Twice(ValueError):
    """A repeated name, in printable form."""


def check_json(raw: bytes, *, max_depth: int) -> None:
    """Raise BadRequest when ``raw`` is not JSON, Unprocessable when a value cannot be stored."""
    try:
        document = _DECODER.decode(raw.decode())
    except RecursionError:
        raise _too_deep(max_depth) from None
    except UnicodeDecodeError:
        raise BadRequest("The body is not UTF-8.") from None
    except _Twice as error:
        raise BadRequest(
            f"The body gives the name “{error}” twice in one object.", code="duplicate_name"
        ) from None
    except json.JSONDecodeError as error:
        raise BadRequest(
            f"The body is not JSON: {error.msg} at line {error.lineno}, column {error.colno}."
        ) from None
    except ValueError as error:
        raise BadRequest(f"The body is not JSON: {error}.") from None
    if b"\\u" in raw or not _is_plain(document, max_depth):
        _walk(document, max_depth)


def _is_plain(document: Any, max_depth: int) -> bool:
    """Whether the body is certainly valid. Checks level by level, without recording paths.

    Texts need no check: without an escape they contain no NUL and no half of a surrogate pair.
    """
    level = [document]
    for _ in range(max_depth + 1):
        below: list[Any] = []
        for value in level:
            kind = type(value)
            if kind is dict:
                below += value.values()
            elif kind is list:
                below += value
            elif kind is float and not math.isfinite(value):
                return False
        if not below:
            return True
        level = below
    return False


def _walk(document: Any, max_depth: int) -> None:
    todo: list[tuple[Any, _Path]] = [(document, ())]
    while todo:
        value, path = todo.pop()
        if isinstance(value, dict | list):
            if len(path) >= max_depth:
                raise _too_deep(max_depth)
            items = value.items() if isinstance(value, dict) else enumerate(value)
            for key, child in items:
                if isinstance(key, str):
                    _check_text(key, path)
                if isinstance(child, dict | list | str | float):
                    todo.append((child, (*path, key)))
        elif isinstance(value, str):
            _check_text(value, path)
        elif isinstance(value, float) and not math.isfinite(value):
            raise _refused(path, "This number is too large.")


def _check_text(text: str, path: _Path) -> None:
    if text.isascii() and "\0" not in text:
        return
    if "\0" in text:
        raise _refused(path, "Text must not contain the NUL character.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise _refused(path, "Text contains half of a surrogate pair.") from None


def _not_a_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise _Twice(_repeated(pairs))
    return members


def _repeated(pairs: list[tuple[str, Any]]) -> str:
    seen: set[str] = set()
    for name, _ in pairs:
        if name in seen:
            return name[:_MAX_NAME_CHARS].encode(errors="replace").decode().replace("\0", "?")
        seen.add(name)
    return ""


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_not_a_number)
"""Made once: it reads a small body in two thirds of the time of `json.loads`."""


def _too_deep(max_depth: int) -> BadRequest:
    return BadRequest(f"The body is nested more than {max_depth} levels deep.", code="too_deep")


def _refused(path: _Path, message: str) -> Unprocessable:
    field = ".".join(str(part) for part in path) or "body"
    return Unprocessable(
        "Some of the input was refused; see errors.", errors=[FieldError(field, message)]
    )
