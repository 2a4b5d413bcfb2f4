"""Text with ``${{ expression }}`` in it, as GitHub Actions writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from waybill_definitions.text.coded import Coded, FaultCode

OPENING: Final = "${{"
CLOSING: Final = "}}"

# Texts of an expression, in which }} ends nothing; comments; braces of objects.
_TOKEN = re.compile(
    r"""(?P<skip>[rR]?(?:\"{3}.*?\"{3}|'{3}.*?'{3})(?<![rR])"""
    r"""|[rR](?:"[^"\r\n]*"|'[^'\r\n]*')"""
    r"""|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|//[^\r\n]*)"""
    r"""|(?P<brace>[{}])""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a template. ``start``: where ``text`` begins in the template, in characters."""

    text: str
    start: int
    is_expression: bool


UNCLOSED: Final = Coded(FaultCode.UNCLOSED, "this ${{ has no }} that closes it")


class Unclosed(ValueError):
    """A ``${{`` without ``}}``. ``start``: where it stands."""

    def __init__(self, start: int) -> None:
        super().__init__(UNCLOSED)
        self.start = start


def template_parts(template: str) -> list[Part]:
    """The literal and computed pieces in their order; empty literals are left out. Raises Unclosed.

    To write ``${{`` itself: ``${{ '${{' }}``.
    """
    parts: list[Part] = []
    at = 0
    while (opening := template.find(OPENING, at)) >= 0:
        if opening > at:
            parts.append(Part(template[at:opening], at, False))
        start = opening + len(OPENING)
        end = _closing(template, start)
        if end is None:
            raise Unclosed(opening)
        written = template[start:end]
        parts.append(Part(written.strip(), start + len(written) - len(written.lstrip()), True))
        at = end + len(CLOSING)
    if at < len(template) or not parts:
        parts.append(Part(template[at:], at, False))
    return parts


def _closing(template: str, start: int) -> int | None:
    depth = 0
    for token in _TOKEN.finditer(template, start):
        if token["brace"] == "{":
            depth += 1
        elif token["brace"] == "}":
            if depth == 0:
                return token.start() if template.startswith(CLOSING, token.start()) else None
            depth -= 1
    # A quote that is never closed hides the end; the checker's words about it are the better ones.
    end = template.find(CLOSING, start)
    return end if end >= 0 else None
