"""Where a text stands in a document, and where a place in its value is written there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from waybill_definitions.document.faults import Place

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_ANCHOR = re.compile(r"&\S+\s+")
_SIGNS = {
    "'": re.compile("''|.", re.DOTALL),
    '"': re.compile(
        r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\(?:x..|u.{4}|U.{8}|\r\n|.)|.", re.DOTALL
    ),
}
_SIGN = re.compile(".", re.DOTALL)
_CODE_DIGITS = {"x": 2, "u": 4, "U": 8}
_BLANK_ESCAPES = frozenset("\r\n\t ntvfrN_LP")


@dataclass(frozen=True, slots=True)
class Span:
    """A scalar in the document's text, from ``start`` up to ``end``, in characters.

    ``style``: one of ``|>'"``; None when it is written without quotes.
    """

    place: Place
    start: int
    end: int
    style: str | None

    def inside(self, text: str, value: str, within: Place) -> Place:
        """Where in the document's text stands what is ``within`` the value.

        Lines may be folded and indented there, so the signs that are no blanks are counted: of
        these there are as many in front of the place as in the value.
        """
        lines = value.split("\n")
        before = "\n".join([*lines[: within.line - 1], lines[within.line - 1][: within.column - 1]])
        count = sum(not sign.isspace() for sign in before)
        for index, blank in self._signs(text):
            if not blank and count == 0:
                return self._place(text, index)
            count -= not blank
        return self.place

    def _signs(self, text: str) -> Iterator[tuple[int, bool]]:
        """Where each sign of the value is written, and whether it is a blank."""
        at = self.start
        if anchor := _ANCHOR.match(text, at):
            at = anchor.end()
        if self.style in ("|", ">"):
            header = _BREAK.search(text, at)
            at = header.end() if header else self.end
        elif self.style:
            at += 1
        for sign in _SIGNS.get(self.style or "", _SIGN).finditer(text, at, self.end):
            yield sign.start(), _is_blank(sign[0])

    def _place(self, text: str, index: int) -> Place:
        breaks = list(_BREAK.finditer(text, self.start, index))
        if not breaks:
            return Place(self.place.line, self.place.column + index - self.start)
        return Place(self.place.line + len(breaks), index - breaks[-1].end() + 1)


def _is_blank(sign: str) -> bool:
    if not sign.startswith("\\") or len(sign) == 1:
        return sign.isspace()
    if digits := _CODE_DIGITS.get(sign[1]):
        return chr(int(sign[2 : 2 + digits], 16)).isspace()
    return sign[1] in _BLANK_ESCAPES
