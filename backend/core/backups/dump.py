"""The database through `pg_dump` and `pg_restore`, as a stream."""

from __future__ import annotations

import re
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from core.backups.faults import BackupFault
from core.backups.server import Server
from core.backups.snapshot import Table
from core.backups.streams import PIECE, Readable, Writable

_DUMPING = re.compile(r'dumping contents of table "public\.([^"]+)"')
_FAULT = re.compile(r"error|fatal|hint", re.IGNORECASE)
_TAIL = 5
_OPTIONS = (
    "--format=custom",
    # Level 1 takes a third of the default's processor time for a tenth more room.
    "--compress=gzip:1",
    "--no-owner",
    "--no-privileges",
    "--no-publications",
    "--no-subscriptions",
    "--lock-wait-timeout=60s",
    "--verbose",
)


class _Listener(threading.Thread):
    """Reads what a program says on its way: tables for the progress, its last lines for faults."""

    def __init__(self, process: subprocess.Popen[bytes], heard: Callable[[str], None]) -> None:
        super().__init__(daemon=True)
        self._process = process
        self._heard = heard
        self.last: deque[str] = deque(maxlen=_TAIL)
        self.start()

    def run(self) -> None:
        if self._process.stderr is None:
            return
        with self._process.stderr as said:
            for raw in said:
                line = raw.decode(errors="replace").strip()
                if _FAULT.search(line):
                    self.last.append(line)
                self._heard(line)

    def said(self) -> str:
        self.join(5)
        return " ".join(self.last)


@contextmanager
def dump_opened(
    program: Path, server: Server, snapshot: str, reached: Callable[[str], None]
) -> Iterator[Readable]:
    """The dump of this snapshot, to be read to its end. Raises BackupFault when it broke off.

    ``reached``: is told each table whose rows come now.
    """
    address, environment = server.for_program()

    def heard(line: str) -> None:
        match = _DUMPING.search(line)
        if match:
            reached(match[1])

    command = [str(program), *_OPTIONS, f"--snapshot={snapshot}", f"--dbname={address}"]
    with _running(command, environment, stdout=subprocess.PIPE) as process:
        listener = _Listener(process, heard)
        if process.stdout is None:
            raise BackupFault("pg_dump has no output.")
        yield process.stdout
        if process.wait() != 0:
            raise BackupFault(f"pg_dump ended with {process.returncode}: {listener.said()}")


@contextmanager
def restore_opened(program: Path, server: Server) -> Iterator[Writable]:
    """Takes a dump into an empty database. Raises BackupFault when that fails."""
    address, environment = server.for_program()
    options = ["--no-owner", "--no-privileges", "--exit-on-error"]
    command = [str(program), *options, f"--dbname={address}"]
    with _running(command, environment, stdin=subprocess.PIPE) as process:
        listener = _Listener(process, lambda _: None)
        if process.stdin is None:
            raise BackupFault("pg_restore takes no input.")
        # When it has failed, nobody reads any more, and its exit code says so below.
        with suppress(BrokenPipeError):
            yield process.stdin
            process.stdin.close()
        if process.wait() != 0:
            raise BackupFault(f"pg_restore ended with {process.returncode}: {listener.said()}")


@contextmanager
def _running(
    command: Sequence[str],
    environment: dict[str, str],
    *,
    stdin: int = subprocess.DEVNULL,
    stdout: int = subprocess.DEVNULL,
) -> Iterator[subprocess.Popen[bytes]]:
    """A program that ends with the block, however that ends."""
    process = subprocess.Popen(  # noqa: S603  # PostgreSQL's own program
        command,
        env=environment,
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        bufsize=PIECE,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()


class Reached:
    """How far a dump is, by the sizes of the tables that it has begun."""

    def __init__(self, tables: Sequence[Table], told: Callable[[float], None]) -> None:
        self._sizes = {table.name: table.size for table in tables}
        self._whole = sum(self._sizes.values()) or 1
        self._done = 0
        self._now = 0
        self._told = told

    def __call__(self, table: str) -> None:
        self._done += self._now
        self._now = self._sizes.get(table, 0)
        self._told(self._done / self._whole)
