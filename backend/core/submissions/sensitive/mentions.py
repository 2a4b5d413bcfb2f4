"""Where the values of one person are in what is kept about a submission."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

ERASED = "[erased]"
_SHORTEST = 3
"""Shorter values, such as country codes, would be found everywhere by chance."""


class Mentions:
    """Finds a value as itself, not as part of a longer address or word.

    ``inside_from``: so many characters and more are found inside of longer words too, for texts
    that are known to be about the person: rather too much is erased there.
    """

    def __init__(self, values: Iterable[str], *, inside_from: int = sys.maxsize) -> None:
        known = {value.strip().casefold() for value in values}
        longest = sorted((v for v in known if len(v) >= _SHORTEST), key=len, reverse=True)
        alone = "|".join(re.escape(value) for value in longest if len(value) < inside_from)
        inside = [re.escape(value) for value in longest if len(value) >= inside_from]
        bounded = [rf"(?<![\w.+%'-])(?:{alone})(?![\w-]|\.\w|@)"] if alone else []
        self._pattern = re.compile("|".join([*inside, *bounded]) or r"(?!)", re.IGNORECASE)

    def among(self, value: Any) -> bool:
        """Whether one is anywhere in a JSON value or a text."""
        return any(self._pattern.search(text) for text in texts(value))

    def without(self, value: Any) -> Any:
        """The same JSON value or text with `ERASED` in their place."""
        match value:
            case str():
                return self._pattern.sub(ERASED, value)
            case dict():
                return {self.without(str(k)): self.without(item) for k, item in value.items()}
            case list():
                return [self.without(item) for item in value]
            case _:
                return value


def texts(value: Any) -> Iterator[str]:
    """Every text in a JSON value, names of members too."""
    match value:
        case str():
            yield value
        case dict():
            for name, item in value.items():
                yield str(name)
                yield from texts(item)
        case list():
            for item in value:
                yield from texts(item)
        case _:
            return


def values_in(value: Any) -> Iterator[str]:
    """Every value in a JSON value as text, without the names of members."""
    match value:
        case dict():
            for item in value.values():
                yield from values_in(item)
        case list():
            for item in value:
                yield from values_in(item)
        case None | bool():
            return
        case _:
            yield str(value)
