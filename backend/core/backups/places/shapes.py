"""What a place can do. A backup in it is a folder of parts with a manifest, or is not there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from core.backups.streams import Readable, Writable


class Writing(Protocol):
    """A backup that is being written. Nobody takes it for one until `finish`."""

    def part(self, name: str) -> AbstractContextManager[Writable]:
        """A new part, complete when the block ends."""

    def finish(self, manifest: bytes) -> str:
        """Put it in place. Returns where it is."""

    def abandon(self) -> None:
        """Remove what was written."""


class Opened(Protocol):
    """A backup to be read. ``where``: for people."""

    where: str

    def manifest(self) -> bytes:
        """Raises BackupFault if there is none."""

    def part(self, name: str) -> AbstractContextManager[Readable]:
        """A part from its beginning. Raises BackupFault if it is not there."""


class Place(Protocol):
    """A directory or a prefix of a bucket that holds backups. ``where``: for people."""

    where: str

    def begin(self, name: str) -> Writing:
        """Begin a backup of this name. Raises BackupFault if there is one."""

    def names(self) -> list[str]:
        """The names of the finished ones, sorted."""

    def remove(self, name: str) -> None:
        """Remove a backup."""

    def clear(self, mine: Callable[[str], bool]) -> None:
        """Remove what broken-off backups left whose names are mine."""
