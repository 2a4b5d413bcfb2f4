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
    """Only files that a running process has read: no tests, and no editor's temporary ones."""

    def __call__(self, change: Change, path: str) -> bool:
        """Whether a change of this file counts."""
        inside = Path(path)
        if inside.suffix not in READ_WHILE_RUNNING or NOT_RUN & set(inside.parts):
            return False
        return super().__call__(change, path)


def changes(folder: Path = BACKEND) -> Iterator[list[Path]]:
    """The files of each save, relative to the folder. Empty every half second without one."""
    for found in watch(
        folder,
        watch_filter=RunFiles(),
        rust_timeout=ATTENTION_MILLISECONDS,
        yield_on_timeout=True,
    ):
        yield sorted({Path(path).relative_to(folder.resolve()) for _, path in found})
