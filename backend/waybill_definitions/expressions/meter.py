"""What one computation may take: counted, so that it is the same on every machine.

A unit is about what one node of an expression takes, well below a microsecond. Everything that
grows with the values is paid for before it is done: items that are visited, characters that are
copied.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from waybill_definitions.expressions.faults import TooMuch

MOST_UNITS: Final = 60_000
"""For all expressions of one mapping together, and for one expression."""
LARGEST_RESULT: Final = 256 * 1024
"""Characters of one computed value, and of a whole computed input."""
LARGEST_TEXT: Final = LARGEST_RESULT
_CHARACTERS = 5  # 2**5 characters are copied for one unit
_ITEMS = 2  # 2**2 items of a list are copied for one unit

_TOO_MUCH = "it takes too long with values of this size; shorten the lists or texts that it reads"


class Run:
    """One computation over one context."""

    __slots__ = ("context", "left", "names")

    def __init__(self, context: Mapping[str, Any], units: int = MOST_UNITS) -> None:
        self.context = context
        self.names: dict[str, Any] = {}
        """The variables of ``map``, ``filter`` and their like."""
        self.left = units

    def spend(self, units: int) -> None:
        """Raises TooMuch."""
        self.left -= units
        if self.left < 0:
            raise TooMuch(_TOO_MUCH)

    def spend_characters(self, count: int) -> None:
        """Before a text of this length is read or made. Raises TooMuch."""
        if count > LARGEST_TEXT:
            raise TooMuch(f"a text would have more than {LARGEST_TEXT:,} characters")
        self.spend(count >> _CHARACTERS)

    def spend_items(self, count: int) -> None:
        """Before a list of this length is copied. Raises TooMuch."""
        self.spend(count >> _ITEMS)

    def spend_value(self, value: Any) -> None:
        """Before something reads the whole of a value, however deep it is. Raises TooMuch."""
        kind = type(value)
        if kind is str or kind is bytes:
            self.spend_characters(len(value))
        elif kind is list or kind is dict:
            self._spend_deep(value)

    def _spend_deep(self, value: Any) -> None:
        """One that contains the same list twice is as large as if it were copied."""
        rest = [value]
        while rest:
            each = rest.pop()
            kind = type(each)
            if kind is str or kind is bytes:
                self.left -= len(each) >> _CHARACTERS
            elif kind is list:
                self.spend(len(each))
                rest.extend(each)
            elif kind is dict:
                self.spend(len(each) * 2)
                rest.extend(each)
                rest.extend(each.values())
        self.spend(0)
