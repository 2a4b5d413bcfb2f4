"""Ctrl-C in work that may stop only between its parts."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_TOLD = b"\nStopping after this one. Ctrl-C again ends at once.\n"


class Stop:
    """``wanted``: somebody pressed Ctrl-C."""

    wanted = False


@contextmanager
def stop_between() -> Iterator[Stop]:
    """In the block, the first Ctrl-C only asks to stop; the second raises KeyboardInterrupt.

    The block looks at ``wanted`` between its parts.
    """
    stop = Stop()

    def asked(signal_number: int, frame: FrameType | None) -> None:
        if stop.wanted:
            signal.default_int_handler(signal_number, frame)
        stop.wanted = True
        # Not by print: it may be what is interrupted.
        os.write(sys.stderr.fileno(), _TOLD)

    before = signal.signal(signal.SIGINT, asked)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
