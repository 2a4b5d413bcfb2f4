"""What flows through a backup, in pieces: memory does not grow with the database."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

PIECE = 256 * 1024


class Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class Writable(Protocol):
    def write(self, data: bytes, /) -> object: ...


class Hashed:
    """Writes on to a sink, and knows the size and the SHA-256 of what went through."""

    def __init__(self, sink: Writable | None, counted: Callable[[int], None]) -> None:
        self._sink = sink
        self._counted = counted
        self._digest = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        if self._sink is not None:
            self._sink.write(data)
        self._digest.update(data)
        self.size += len(data)
        self._counted(len(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back here."""

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


class Pieces:
    """What an iterator makes, to be read as from a file."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = b""

    def read(self, size: int = -1) -> bytes:
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._left = piece
        end = len(self._left) if size < 0 else size
        taken, self._left = self._left[:end], self._left[end:]
        return taken


def copy(source: Readable, sink: Writable) -> None:
    """All of it, piece by piece."""
    while piece := source.read(PIECE):
        sink.write(piece)


@contextmanager
def piped(write: Callable[[Writable], None]) -> Iterator[Readable]:
    """What ``write`` writes, to be read. Its error is raised when the block ends well."""
    reading, writing = os.pipe()
    errors: list[BaseException] = []

    def work() -> None:
        # A reader who has seen enough closes its end: that is no error of the writer.
        with suppress(BrokenPipeError), os.fdopen(writing, "wb") as sink:
            try:
                write(sink)
            except BrokenPipeError:
                raise
            except BaseException as error:  # it is raised in the other thread
                errors.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        with os.fdopen(reading, "rb") as source:
            yield source
    except Exception:
        thread.join()
        if errors:
            raise errors[0] from None
        raise
    thread.join()
    if errors:
        raise errors[0]
