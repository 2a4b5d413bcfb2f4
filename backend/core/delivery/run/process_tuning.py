"""Interpreter settings for a delivery process."""

from __future__ import annotations

import functools
import gc
import sys

_SWITCH_SECONDS = 0.0005


@functools.cache
def process_tune() -> None:
    """Freeze long-lived objects and collect garbage less often: full collections took a tenth of a
    busy worker's time. Shorten the thread switch interval: everything waits for the database
    thread, and it should not wait 5 ms for the interpreter each time."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    sys.setswitchinterval(_SWITCH_SECONDS)
