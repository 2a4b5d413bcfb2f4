"""Backups in a directory. One is renamed into place when it is complete."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from core.backups.faults import BackupFault, reading_explained, writing_explained
from core.backups.manifest import NAME
from core.backups.streams import Readable, Writable

_UNFINISHED = ".partial"


class DiskPlace:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.where = str(folder)

    def begin(self, name: str) -> DiskWriting:
        with reading_explained(self.where):
            if (self._folder / name).exists():
                raise BackupFault(f"{self._folder / name} exists already. Run it again.")
        return DiskWriting(self._folder, name)

    def names(self) -> list[str]:
        with reading_explained(self.where):
            if not self._folder.is_dir():
                return []
            return sorted(path.parent.name for path in self._folder.glob(f"[!.]*/{NAME}"))

    def remove(self, name: str) -> None:
        """Renamed first: what is left of a removal that broke off is no backup."""
        dying = self._folder / f".{name}{_UNFINISHED}"
        with writing_explained(self.where):
            (self._folder / name).rename(dying)
            shutil.rmtree(dying)

    def clear(self, mine: Callable[[str], bool]) -> None:
        for left in self._folder.glob(f".*{_UNFINISHED}"):
            if mine(left.name.removeprefix(".").removesuffix(_UNFINISHED)):
                shutil.rmtree(left, ignore_errors=True)


class DiskWriting:
    def __init__(self, folder: Path, name: str) -> None:
        self._final = folder / name
        self._hidden = folder / f".{name}{_UNFINISHED}"
        with writing_explained(str(folder)):
            folder.mkdir(parents=True, exist_ok=True)
            self._hidden.mkdir(mode=0o700)

    @contextmanager
    def part(self, name: str) -> Iterator[Writable]:
        where = str(self._final.parent)
        with writing_explained(where):
            handle = os.open(self._hidden / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            file = os.fdopen(handle, "wb")
        try:
            yield _Writer(file, where)
            with writing_explained(where):
                file.flush()
                os.fsync(file.fileno())
        finally:
            with writing_explained(where):
                file.close()

    def finish(self, manifest: bytes) -> str:
        with self.part(NAME) as file:
            file.write(manifest)
        with writing_explained(str(self._final.parent)):
            _sync(self._hidden)
            self._hidden.rename(self._final)
            _sync(self._final.parent)
        return str(self._final)

    def abandon(self) -> None:
        shutil.rmtree(self._hidden, ignore_errors=True)


class DiskOpened:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.where = str(folder)

    def manifest(self) -> bytes:
        path = self._folder / NAME
        with reading_explained(str(path)):
            if not path.is_file():
                raise BackupFault(f"{self._folder} is no backup: it has no {NAME}.{self._hint()}")
            return path.read_bytes()

    @contextmanager
    def part(self, name: str) -> Iterator[Readable]:
        path = self._folder / name
        with reading_explained(str(path)):
            if not path.is_file():
                raise BackupFault(f"The backup is damaged: {path} is missing.")
            file = path.open("rb")
        with file:
            yield _Reader(file, str(path))

    def _hint(self) -> str:
        inside = DiskPlace(self._folder).names()
        return f" It holds {len(inside)} of them; the newest is {inside[-1]}." if inside else ""


class _Reader:
    """A file whose errors are explained."""

    def __init__(self, file: IO[bytes], where: str) -> None:
        self._file = file
        self._where = where

    def read(self, size: int = -1) -> bytes:
        with reading_explained(self._where):
            return self._file.read(size)


class _Writer:
    """A file whose errors are explained."""

    def __init__(self, file: IO[bytes], where: str) -> None:
        self._file = file
        self._where = where

    def write(self, data: bytes) -> int:
        with writing_explained(self._where):
            return self._file.write(data)


def _sync(folder: Path) -> None:
    """Make names in a folder last through a crash."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
