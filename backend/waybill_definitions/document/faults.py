"""What is wrong with a definition, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the document's text. Both count from 1."""

    line: int
    column: int


def place_at(text: str, index: int) -> Place:
    """The place of the character with this index."""
    before = text[:index]
    return Place(before.count("\n") + 1, index - before.rfind("\n"))


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
        return path_words(self.path)


def path_words(path: Path) -> str:
    """A path as people write it: `steps.order.with.lines[0]`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


class DefinitionRefused(Exception):
    """The document is no valid definition. ``faults``: everything that is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(f"{fault.at}: {fault.message}" for fault in faults))
        self.faults = tuple(faults)


def document_refuse(message: str, place: Place | None = None) -> NoReturn:
    """Raise DefinitionRefused for a document of which nothing can be read."""
    raise DefinitionRefused([Fault((), message, place=place)])
