"""A command in a terminal of a certain size, as a person sees it."""

from __future__ import annotations

import os
import pty
import subprocess
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path

_SECONDS = 60.0


def in_terminal(
    words: list[str | Path],
    environment: Mapping[str, str],
    *,
    columns: int = 80,
    watch: Callable[[str], str | None] | None = None,
) -> tuple[int, str]:
    """Exit code, and all that stood on the screen.

    ``watch``: is shown the screen as it grows, until it gives a text, which is then typed.
    """
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    process = subprocess.Popen(
        words,
        env={**environment, "TERM": "xterm-256color"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    screen, deadline = "", time.monotonic() + _SECONDS
    while time.monotonic() < deadline:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not piece:
            break
        screen += piece.decode(errors="replace")
        if watch is not None and (typed := watch(screen)) is not None:
            os.write(ours, typed.encode())
            watch = None
    os.close(ours)
    return process.wait(_SECONDS), screen
