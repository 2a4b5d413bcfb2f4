"""One stack per home: the kernel releases the lock when its process ends."""

from __future__ import annotations

import fcntl
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from dev.layout import Home


class Held(Exception):
    """Another process, `pid`, has this home's lock."""

    def __init__(self, pid: int) -> None:
        super().__init__(pid)
        self.pid = pid


@contextmanager
def lock(home: Home) -> Iterator[None]:
    """Hold the home's lock. Raises Held when it is taken."""
    descriptor = os.open(home.lock_file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Held(int(home.lock_file.read_text() or 0)) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(descriptor)


def holder(home: Home) -> int | None:
    """The process that holds the lock, if any."""
    if not home.lock_file.is_file():
        return None
    try:
        with lock(home):
            return None
    except Held as held:
        return held.pid


def stop_holder(home: Home, timeout: float = 60.0) -> bool:
    """Ask the holder to stop and wait for it. False if there was none, or it did not stop."""
    pid = holder(home)
    if not pid:
        return False
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + timeout
    while time.monotonic() < deadline:
        if holder(home) is None:
            return True
        time.sleep(0.2)
    return False
