"""The doorbell between a commit and the dispatcher: PostgreSQL NOTIFY, right after the commit.

Not inside it: a transaction that notifies commits under a lock of the whole cluster, so
that every commit would wait for the one before it to reach the disk, one at a time.
A process rings a queue at once when it was quiet, and what follows within `QUIET_SECONDS` together
at their end, from a thread of its own: so a busy one rings a hundred times a second, whatever it
commits. A ring lost in between costs only the dispatcher's polling interval; the work is in the
table.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Sequence

import structlog
from django.db import connection, transaction

from core.kit.statements import fetch_prepared

log = structlog.get_logger(__name__)

CHANNEL = "waybill_due"
QUIET_SECONDS = 0.01
_IDLE_SECONDS = 5.0
_RING = "SELECT pg_notify(%(channel)s, unnest(%(queues)s::text[]))"


def notify_due(queues: Iterable[str]) -> None:
    """Say, once the current transaction has committed, that these queues have due work."""
    names = frozenset(queues)
    if names:
        transaction.on_commit(lambda: _bell.ring(names), robust=True)


class Bell:
    """Calls ``ring`` with the names of queues: the first at once, those close behind it together.

    ``rest``: called in the bell's own thread once nothing has been asked for some seconds.
    """

    def __init__(
        self,
        ring: Callable[[Sequence[str]], None],
        rest: Callable[[], None],
        quiet_seconds: float = QUIET_SECONDS,
    ) -> None:
        self._ring = ring
        self._rest = rest
        self._quiet_seconds = quiet_seconds
        self.reset()

    def reset(self) -> None:
        """As new: after a fork there is no thread, and another process may hold the lock."""
        self._lock = threading.Lock()
        self._asked = threading.Event()
        self._waiting: set[str] = set()
        self._rung_at: dict[str, float] = {}
        self._thread: threading.Thread | None = None

    def ring(self, names: Iterable[str]) -> None:
        """Ring those that were quiet in this thread; the others ring soon in the bell's."""
        now = time.monotonic()
        with self._lock:
            quiet = [name for name in names if now >= self._rung_at.get(name, 0.0)]
            self._rung_at |= dict.fromkeys(quiet, now + self._quiet_seconds)
            later = set(names).difference(quiet)
            if later:
                self._waiting |= later
                self._begin()
        if quiet:
            self._ring(sorted(quiet))

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._follow, name="bell", daemon=True)
            self._thread.start()
        self._asked.set()

    def _follow(self) -> None:
        while True:
            if not self._asked.wait(_IDLE_SECONDS):
                self._rest()
                self._asked.wait()
            time.sleep(self._quiet_seconds)
            with self._lock:
                self._asked.clear()
                names, self._waiting = sorted(self._waiting), set()
                until = time.monotonic() + self._quiet_seconds
                self._rung_at |= dict.fromkeys(names, until)
            try:
                self._ring(names)
            except Exception:
                # The thread outlives a database that is away; the poll covers what was not rung.
                log.exception("ring failed")
                self._rest()


def _notify(queues: Sequence[str]) -> None:
    fetch_prepared(_RING, {"channel": CHANNEL, "queues": "{" + ",".join(queues) + "}"})


_bell = Bell(_notify, lambda: connection.close())
os.register_at_fork(after_in_child=_bell.reset)
