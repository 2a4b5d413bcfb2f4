"""What a process that delivers asks of the interpreter."""

from __future__ import annotations

import functools
import gc
import sys

_SWITCH_SECONDS = 0.0005


@functools.cache
def process_tune() -> None:
    """Spare the collector what lives as long as the process, and let it come less often: walking
    everything for every few hundred tasks took a tenth of a busy worker's time. The database's
    thread, which everything waits for, need not wait 5 ms for the interpreter each time."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    sys.setswitchinterval(_SWITCH_SECONDS)
