"""What the plainest expressions come to without CEL: literals, and paths such as `input.email`.

Mappings are mostly made of these, and turning a submission into CEL's values costs more than all
else about a mapping. What is not sure to be the same in CEL is left to it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

UNSURE: Final = object()
"""CEL has to tell: a missing field, a whole object or list, a number that CEL does not know."""
Shortcut = Callable[[Mapping[str, Any]], Any]

_LITERAL = re.compile(r"'[^'\\\r\n]*'|\"[^\"\\\r\n]*\"")
_PATH = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+", re.ASCII)
_LARGEST_INTEGER = 2**63 - 1


def shortcut(expression: str) -> Shortcut | None:
    """A function of the context that gives the expression's value, or `UNSURE`; None for most."""
    if _LITERAL.fullmatch(expression):
        text = expression[1:-1]
        return lambda _: text
    if _PATH.fullmatch(expression):
        names = tuple(expression.split("."))
        return lambda context: _at(context, names)
    return None


def _at(context: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    value: Any = context
    for name in names:
        if not isinstance(value, dict) or name not in value:
            return UNSURE
        value = value[name]
    return value if _is_plain(value) else UNSURE


def _is_plain(value: Any) -> bool:
    if isinstance(value, str):
        return value.isascii() or _is_unicode(value)
    if isinstance(value, bool | None):
        return True
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and abs(value) <= _LARGEST_INTEGER


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
