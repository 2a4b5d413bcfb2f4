"""One process of this user at a time."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import IO

from waybill.cli.profiles.private_files import private_path


@contextmanager
def one_at_a_time(name: str) -> Iterator[None]:
    """While the block runs, other processes wait for their blocks of this name.

    The system lets them in when the process ends, however it ends.
    """
    path = private_path(f"{name}.lock")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("a+") as file:
        _lock(file)
        try:
            yield
        finally:
            _unlock(file)


def credential_lock(profile: str) -> AbstractContextManager[None]:
    """For the block that replaces the credential of a profile, after what it asks a server."""
    return one_at_a_time(f"profile-{profile}")


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        while True:
            file.seek(0)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:  # somebody else has it
                time.sleep(0.1)
            else:
                return

    def _unlock(file: IO[str]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _unlock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
