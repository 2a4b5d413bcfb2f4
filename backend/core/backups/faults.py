"""What stops a backup or a restore, in a sentence that says what to do."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class BackupFault(Exception):
    """Nothing was changed, or what was begun has been removed."""


class BackupRunning(BackupFault):
    """Another backup of the same database is not finished yet."""


@contextmanager
def writing_explained(where: str) -> Iterator[None]:
    """Turn errors of the disk into sentences. Raises BackupFault.

    Around our own calls alone: the errors of whoever gets the data are theirs.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise BackupFault(
                f"There is no room left at {where}. What was written of this backup has been"
                " removed. Make room, or choose another place with --to, and run it again."
            ) from error
        raise BackupFault(f"{where} cannot be written: {error.strerror or error}.") from error


@contextmanager
def reading_explained(where: str) -> Iterator[None]:
    """Turn errors of the disk into sentences. Raises BackupFault.

    Around our own calls alone: the errors of whoever gets the data are theirs.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise BackupFault(f"{where} cannot be read: {error.strerror or error}.") from error
