"""Lets one side write what the other side reads."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from core.backups.streams import Readable, Writable


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
