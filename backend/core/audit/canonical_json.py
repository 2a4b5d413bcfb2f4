"""JSON that comes back from PostgreSQL as it went in, so that a signature over it holds."""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import Enum
from typing import Any

_ODD = dict.fromkeys([0, *range(0xD800, 0xE000)], "\N{REPLACEMENT CHARACTER}")


def plain(value: Any) -> Any:
    """Numbers, text, lists and dicts of it; everything else becomes text.

    jsonb keeps numbers as decimals: a float without a fraction comes back as an integer.
    """
    match value:
        case Enum():
            return plain(value.value)
        case None | bool() | int():
            return value
        case float():
            if not math.isfinite(value):
                return str(value)
            return int(value) if value.is_integer() else value
        case Mapping():
            return {plain_text(str(name)): plain(item) for name, item in value.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(item) for item in value]
        case _:
            return plain_text(str(value))


def plain_text(text: str) -> str:
    """Without what PostgreSQL cannot keep."""
    return text.translate(_ODD)
