"""Edits of the backend, as they are saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

from dev.layout import BACKEND

ATTENTION_MILLISECONDS = 500
READ_WHILE_RUNNING = frozenset({".py", ".html", ".txt", ".json", ".yaml", ".yml"})
NOT_RUN = frozenset({"tests", "testing", "requirements"})


class RunFiles(DefaultFilter):
    """Only files that a running process has read: no tests, no tool's notes, no editor's copies."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder.resolve()

    def __call__(self, change: Change, path: str) -> bool:
        """Whether a change of this file counts."""
        inside = Path(path).relative_to(self._folder)
        if inside.suffix not in READ_WHILE_RUNNING or NOT_RUN & set(inside.parts):
            return False
        hidden = any(part.startswith(".") for part in inside.parts)
        return not hidden and super().__call__(change, path)


def changes(folder: Path = BACKEND) -> Iterator[list[Path]]:
    """The files of each save, relative to the folder. Empty every half second without one.

    Ends when a signal interrupts it.
    """
    for found in watch(
        folder,
        watch_filter=RunFiles(folder),
        rust_timeout=ATTENTION_MILLISECONDS,
        yield_on_timeout=True,
        raise_interrupt=False,
    ):
        yield sorted({Path(path).relative_to(folder.resolve()) for _, path in found})
