"""Evaluates the simplest expressions without CEL: literals, paths such as `input.email`, and
texts joined from these with `+`.

Most mappings consist of these, and converting a submission to CEL's values is the most expensive
part of a mapping. If the result might differ from CEL's, CEL evaluates it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

UNSURE: Final = object()
"""CEL must decide: a missing field, a whole object or list, a number unknown to CEL."""
Shortcut = Callable[[Mapping[str, Any]], Any]

_A_LITERAL = r"'[^'\\\r\n]*'|\"[^\"\\\r\n]*\""
_A_PATH = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+"
_LITERAL = re.compile(_A_LITERAL)
_PATH = re.compile(_A_PATH, re.ASCII)
_TERM = re.compile(f"{_A_LITERAL}|{_A_PATH}", re.ASCII)
_SUM = re.compile(rf"(?:{_TERM.pattern})(?: *\+ *(?:{_TERM.pattern}))+", re.ASCII)
_LARGEST_INTEGER = 2**63 - 1


def shortcut(expression: str) -> Shortcut | None:
    """A function from the context to the value or `UNSURE`; None for most expressions."""
    if _LITERAL.fullmatch(expression):
        text = expression[1:-1]
        return lambda _: text
    if _PATH.fullmatch(expression):
        names = tuple(expression.split("."))
        return lambda context: _at(context, names)
    if _SUM.fullmatch(expression):
        terms = [found for term in _TERM.findall(expression) if (found := shortcut(term))]
        return lambda context: _joined(context, terms)
    return None


def _joined(context: Mapping[str, Any], terms: list[Shortcut]) -> Any:
    """Join texts only; CEL decides other meanings of `+`."""
    texts = [term(context) for term in terms]
    return "".join(texts) if all(isinstance(text, str) for text in texts) else UNSURE


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
