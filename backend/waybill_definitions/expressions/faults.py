"""What can be wrong with an expression, found before it is published or while it is computed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waybill_definitions.document import Path, Place, path_words


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that must be corrected before a mapping can be published.

    ``path``: the value in the mapping, empty for a text of its own. ``within``: the place in that
    value's text; None where the whole value is meant.
    """

    path: Path
    within: Place | None
    message: str

    def __str__(self) -> str:
        where = path_words(self.path)
        if self.within is not None:
            where += f" ({self.within.line}:{self.within.column})"
        return f"{where}: {self.message}" if where else self.message


class MappingRefused(Exception):
    """Expressions that cannot be published. ``faults``: all of them, in the mapping's order."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(map(str, faults)))
        self.faults = tuple(faults)


class MappingFailed(Exception):
    """An expression could not be computed from these values; the message names its place.

    ``path``: the value in the mapping, as in `Fault`. ``reads``: what the expression reads, where
    it is known which of several it was.
    """

    def __init__(
        self,
        message: str,
        path: Path = (),
        reads: frozenset[tuple[str, ...]] = frozenset(),
    ) -> None:
        super().__init__(message)
        self.path = path
        self.reads = reads


class Failed(Exception):
    """An evaluation that went wrong; ``||`` and ``&&`` may still have an answer."""


class Missing(Failed):
    """Something that an expression reads is not there."""


class TooMuch(Exception):
    """An evaluation that would take too long or too much memory. Nothing catches it on the way."""
