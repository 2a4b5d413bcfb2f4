"""When credentials stop working, as far as they say so themselves."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

_LONGEST_TOKEN = 20_000
_NO_CLAIM = (ValueError, TypeError, KeyError, OverflowError, OSError, RecursionError)
"""What reading a text as a token raises where it is none."""


def credentials_end(credentials: dict[str, Any]) -> datetime | None:
    """The earliest end of the tokens among them (the claim `exp` of a JWT, RFC 7519); None where
    none has one. Nobody checks a signature here: it is what the token says of itself."""
    ends = [end for text in _texts(credentials) if (end := _end(text)) is not None]
    return min(ends, default=None)


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from _texts(each)
        case list():
            for each in value:
                yield from _texts(each)


def _end(text: str) -> datetime | None:
    parts = text.strip().split(".")
    if len(parts) != 3 or len(text) > _LONGEST_TOKEN:
        return None
    try:
        padded = parts[1] + "=" * (-len(parts[1]) % 4)
        claims = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        return datetime.fromtimestamp(claims["exp"], UTC)
    except _NO_CLAIM:
        return None
