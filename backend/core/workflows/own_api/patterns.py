"""A text that matches a pattern, for examples."""

from __future__ import annotations

from random import Random

from rstr import Rstr

from waybill_definitions.document import pattern_compile

_TRIES = 200


def text_matching(pattern: str, least: int, most: int) -> str:
    """A text that matches, with so many characters; the same one each time.

    The first that matches at all where none of that length is found.
    """
    makes, matches = Rstr(Random(pattern)), pattern_compile(pattern)  # noqa: S311  # no secret
    found = ""
    for _ in range(_TRIES):
        text = makes.xeger(pattern).strip()
        if matches.fullmatch(text):
            found = text
            if least <= len(text) <= most:
                break
    return found
