"""Uploaded files as one stream, a tar, and back."""

from __future__ import annotations

import hashlib
import os
import re
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Self

from django.conf import settings
from django.core.files import File
from django.core.files.storage import Storage, storages

from core.backups.faults import BackupFault
from core.backups.server import Session
from core.backups.snapshot import StoredFile
from core.backups.streams import PIECE, Readable

_BLOCK = 512
_NAME = re.compile(r"[0-9a-f-]{36}/[0-9a-f]{32}")
_KNOWN = "SELECT size, sha256 FROM submissions_upload WHERE stored_as = %s"


class FileStream:
    """Makes the tar. ``taken``: how many files are in it; ``missing``: names of those that are not.

    A file whose content is shorter or another than what was taken in counts as missing, too.
    """

    def __init__(self, files: Iterable[StoredFile]) -> None:
        self._files = files
        self._storage = _storage()
        self.taken = 0
        self.missing: list[str] = []

    def pieces(self) -> Iterator[bytes]:
        """The tar, in pieces."""
        for file in self._files:
            content = self._opened(file)
            if content is None:
                self.missing.append(file.stored_as)
                continue
            with content:
                yield from self._member(file, content)
            self.taken += 1
        yield b"\0" * 2 * _BLOCK

    def _opened(self, file: StoredFile) -> IO[bytes] | None:
        if self._storage is None:
            return None
        try:
            content: IO[bytes] = self._storage.open(file.stored_as)
        except FileNotFoundError:
            return None
        return content

    def _member(self, file: StoredFile, content: IO[bytes]) -> Iterator[bytes]:
        told = tarfile.TarInfo(file.stored_as)
        told.size = file.size
        told.mode = 0o600
        yield told.tobuf(tarfile.PAX_FORMAT)
        digest, left = hashlib.sha256(), file.size
        while left and (piece := content.read(min(PIECE, left))):
            digest.update(piece)
            left -= len(piece)
            yield piece
        if digest.hexdigest() != file.sha256:
            self.missing.append(file.stored_as)
        yield b"\0" * (left + -file.size % _BLOCK)


def files_lost(session: Session, names: list[str]) -> list[str]:
    """Those that the database still names: the others were removed while the backup ran."""
    rows = session.execute(
        "SELECT stored_as FROM submissions_upload WHERE stored_as = ANY (%s) ORDER BY 1", [names]
    )
    return [name for (name,) in rows]


def files_read(stream: Readable, session: Session, take: Callable[[str, IO[bytes]], None]) -> int:
    """Read the tar, compare every file with its row, and hand it on. How many there were.

    Raises BackupFault for a file that no row names, or whose content is another.
    """
    count = 0
    with tarfile.open(fileobj=stream, mode="r|") as tar:  # type: ignore[call-overload]
        for member in tar:
            row = session.execute(_KNOWN, [member.name]).fetchone()
            if row is None or not _NAME.fullmatch(member.name):
                raise BackupFault(f"The backup holds a file that nobody names: {member.name!r}.")
            content = tar.extractfile(member)
            with tempfile.SpooledTemporaryFile(max_size=16 * 1024 * 1024) as held:
                digest = hashlib.sha256()
                while content and (piece := content.read(PIECE)):
                    digest.update(piece)
                    held.write(piece)
                if digest.hexdigest() == row[1]:
                    held.seek(0)
                    take(member.name, held)
                    count += 1
    return count


class FilesPutBack:
    """Puts files into the storage, and takes them away again if the restore fails before `keep`."""

    def __init__(self) -> None:
        self._storage = _storage()
        self._made: IO[str] = tempfile.TemporaryFile("w+")  # noqa: SIM115  # closed with the block
        self._stay = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with self._made:
            if kind is not None and not self._stay and self._storage is not None:
                self._made.seek(0)
                for line in self._made:
                    self._storage.delete(line.strip())

    def keep(self) -> None:
        """From here on a database in use names the files: whatever fails now, they stay."""
        self._stay = True

    def put(self, name: str, content: IO[bytes]) -> None:
        """A file that is there already stays if its content is the same; another is replaced.

        A failed restore does not take that back: the database names this content, not the other.
        """
        if self._storage is None:
            raise BackupFault(
                "The backup holds uploaded files, but no place for them is set here. Set"
                " WAYBILL_UPLOADS_DIR or WAYBILL_UPLOADS_S3_BUCKET."
            )
        if self._storage.exists(name):
            if _is_same(self._storage, name, content):
                return
            self._storage.delete(name)
        else:
            self._made.write(f"{name}\n")
            self._made.flush()
        self._storage.save(name, File(content))


def _is_same(storage: Storage, name: str, content: IO[bytes]) -> bool:
    size = content.seek(0, os.SEEK_END)
    content.seek(0)
    if storage.size(name) != size:
        return False
    with storage.open(name) as there:
        same = _digest(there) == _digest(content)
    content.seek(0)
    return same


def _digest(content: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while piece := content.read(PIECE):
        digest.update(piece)
    return digest.hexdigest()


def files_compare(_: str, __: IO[bytes]) -> None:
    """Only look at a file: `files_read` has compared it."""


def files_can_be_kept() -> bool:
    """Whether this installation has a place for uploaded files."""
    return "uploads" in settings.STORAGES


def _storage() -> Storage | None:
    return storages["uploads"] if files_can_be_kept() else None
