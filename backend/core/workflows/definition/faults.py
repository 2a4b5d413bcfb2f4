"""What is wrong with a definition, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the document's text. Both count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """``path``: where in the definition, such as `("steps", "order", "with", "party")`.

    ``within``: the place in the text at ``path`` where it is wrong. ``place``: in the document.
    """

    path: Path
    message: str
    within: Place | None = None
    place: Place | None = None

    @property
    def at(self) -> str:
        """The path as people write it: `steps.order.with.lines[0]`."""
        text = ""
        for part in self.path:
            text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
        return text


class DefinitionRefused(Exception):
    """The document is no valid definition. ``faults``: everything that is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(f"{fault.at}: {fault.message}" for fault in faults))
        self.faults = tuple(faults)
