"""Tells the dispatcher about due work: PostgreSQL NOTIFY, right after the commit.

Not inside the transaction: one that notifies commits under a lock of the whole cluster. Every
commit would then wait for the one before it to reach the disk.
A process notifies at once when the queue was quiet. Notifications that follow within
`QUIET_SECONDS` go out together at the end of that time, from a thread of their own. So a busy
process sends a hundred a second, whatever it commits. A lost notification costs only the
dispatcher's polling interval: the work is in the table.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Sequence

import structlog
from django.db import connection, transaction

from core.postgres.statements import fetch_prepared
from core.tracing import trace_current

log = structlog.get_logger(__name__)

CHANNEL = "waybill_due"
QUIET_SECONDS = 0.01
_IDLE_SECONDS = 5.0
_BEFORE_TRACE = ":"
_NOTIFY = "SELECT pg_notify(%(channel)s, unnest(%(queues)s::text[]))"


def notify_due(queues: Iterable[str]) -> None:
    """Say, once the current transaction has committed, that these queues have due work."""
    names = frozenset(queues)
    if names:
        current = trace_current()
        trace = current.header if current else ""
        transaction.on_commit(lambda: _notifier.notify(names, trace), robust=True)


def notice_read(payload: str) -> tuple[str, str]:
    """The queue of a notification, and the `traceparent` of what made it due; empty without."""
    queue, _, trace = payload.partition(_BEFORE_TRACE)
    return queue, trace


class CoalescingNotifier:
    """Calls ``send`` with queue names: the first at once, those close behind it together.

    ``rest``: called in the notifier's own thread after some seconds without work.
    """

    def __init__(
        self,
        send: Callable[[Sequence[str]], None],
        rest: Callable[[], None],
        quiet_seconds: float = QUIET_SECONDS,
    ) -> None:
        self._send = send
        self._rest = rest
        self._quiet_seconds = quiet_seconds
        self.reset()

    def reset(self) -> None:
        """As new: after a fork there is no thread, and another process may hold the lock."""
        self._lock = threading.Lock()
        self._asked = threading.Event()
        self._waiting: dict[str, str] = {}
        self._quiet_at: dict[str, float] = {}
        self._thread: threading.Thread | None = None

    def notify(self, names: Iterable[str], trace: str = "") -> None:
        """Send quiet queues from this thread at once; the others soon from the notifier's.

        One that stands for several commits tells the trace of the first that has one.
        """
        now = time.monotonic()
        with self._lock:
            quiet = [name for name in names if now >= self._quiet_at.get(name, 0.0)]
            self._quiet_at |= dict.fromkeys(quiet, now + self._quiet_seconds)
            later = set(names).difference(quiet)
            if later:
                for name in later:
                    self._waiting[name] = self._waiting.get(name) or trace
                self._begin()
        if quiet:
            self._send([_payload(name, trace) for name in sorted(quiet)])

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._follow, name="due-notifier", daemon=True)
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
                waiting, self._waiting = self._waiting, {}
                names = sorted(waiting)
                until = time.monotonic() + self._quiet_seconds
                self._quiet_at |= dict.fromkeys(names, until)
            try:
                self._send([_payload(name, waiting[name]) for name in names])
            except Exception:
                # The thread outlives a database that is away; polling covers what was not sent.
                log.exception("due notification failed")
                self._rest()


def _payload(queue: str, trace: str) -> str:
    return f"{queue}{_BEFORE_TRACE}{trace}" if trace else queue


def _publish(queues: Sequence[str]) -> None:
    fetch_prepared(_NOTIFY, {"channel": CHANNEL, "queues": "{" + ",".join(queues) + "}"})


_notifier = CoalescingNotifier(_publish, lambda: connection.close())
os.register_at_fork(after_in_child=_notifier.reset)
