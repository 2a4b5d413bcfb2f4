"""How far a backup or a restore is, told now and then."""

from __future__ import annotations

import time
from collections.abc import Callable

Tell = Callable[[str], None]
"""Shows one line in place of the last."""


class Progress:
    """Tells of one part at a time: what it is, how much went through, and how far that is."""

    def __init__(self, tell: Tell, *, every: float) -> None:
        self._tell = tell
        self._every = every
        self._next = 0.0
        self._part = ""
        self._bytes = 0
        self._share: float | None = None

    def begin(self, part: str) -> None:
        """Go on to another part, and say so."""
        self._part, self._bytes, self._share, self._next = part, 0, None, 0.0
        self._show()

    def add(self, count: int) -> None:
        """So many bytes more went through."""
        self._bytes += count
        self._show()

    def reached(self, share: float) -> None:
        """How far the part is, from 0 to 1."""
        self._share = share

    def _show(self) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + self._every
        percent = "" if self._share is None else f" ({100 * min(self._share, 1):.0f} %)"
        volume = f": {size_words(self._bytes)}{percent}" if self._bytes else ""
        self._tell(f"{self._part}{volume}")


def silent() -> Progress:
    """Tells nobody."""
    return Progress(lambda _: None, every=3600)


def size_words(count: float) -> str:
    """A number of bytes for people: `1.4 GiB`."""
    for unit in ("B", "KiB", "MiB", "GiB"):
        if count < 1024:
            return f"{count:.0f} {unit}" if unit == "B" else f"{count:.1f} {unit}"
        count /= 1024
    return f"{count:.1f} TiB"
