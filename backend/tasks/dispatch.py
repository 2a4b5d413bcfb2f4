"""The dispatcher: turns commits and due times into wake-ups on the broker.

LISTEN makes it fast, polling makes it reliable. Any number may run. One leads, by a
PostgreSQL advisory lock that ends with its session. It publishes only names of queues,
so a wake-up lost with Redis costs one polling interval.
"""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import psycopg
import structlog
from celery import Celery
from django.conf import settings
from django.db import DatabaseError, connection
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from core.audit.chain_append import audit_seal
from core.callbacks.claim import callbacks_due
from core.delivery.claim import due_queues
from core.delivery.operate import heartbeat_note
from core.liveness import alive_note
from core.metrics import leader_note
from core.postgres.tenancy import every_organization
from core.submissions.state import CHANNEL, notice_read
from core.tracing import Kind, TraceContext, span
from core.workflows.models import Queue
from tasks.alerts import deliver_alerts, evaluate_alerts
from tasks.callbacks import wake_callbacks
from tasks.deliver import wake
from tasks.queues import CALLBACKS, delivery_queue

log = structlog.get_logger(__name__)

_LEADER_LOCK = 0x57617962  # "Wayb": names the lock among all advisory locks of this database


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Seconds. The first notification wakes at once; ``coalesce``: then gather this long.

    ``attention``: the longest reaction time to a stop request. ``seal``: the interval between
    looks for audit entries to chain; ``messages``: for messages about alerts.
    """

    coalesce: float = 0.004
    poll: float = 1.0
    attention: float = 0.5
    seal: float = 1.0
    messages: float = 1.0
    stand_by: float = 2.0
    heartbeat: float = 10.0


class Dispatcher:
    """``backlog``: with this many waiting wake-ups in a queue, another would be useless."""

    def __init__(self, app: Celery, rhythm: Rhythm | None = None, backlog: int = 4) -> None:
        self.app = app
        self.rhythm = rhythm or Rhythm()
        self.backlog = backlog
        self.stopping = threading.Event()
        self._notified_at = 0.0

    def run(self) -> None:
        """Lead or stand by until `stopping` is set. Survives the loss of either server."""
        with every_organization("work may be due for any of them"):
            self._run()

    def _run(self) -> None:
        while not self.stopping.is_set():
            alive_note()
            try:
                self._lead_or_stand_by()
            except (DatabaseError, psycopg.Error) as error:
                log.warning("dispatcher lost the database", error=type(error).__name__)
                connection.close()
                self.stopping.wait(self.rhythm.stand_by)

    def _lead_or_stand_by(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [_LEADER_LOCK])
            leads = cursor.fetchone() == (True,)
        leader_note(leads)
        if not leads:
            self.stopping.wait(self.rhythm.stand_by)
            return
        log.info("dispatcher leads")
        with connection.cursor() as cursor:
            cursor.execute(f"LISTEN {CHANNEL}")
        ended = threading.Event()
        threads = [
            threading.Thread(target=_repeat, args=(ended, *work), name=work[0])
            for work in (
                ("alerts", evaluate_alerts, settings.WAYBILL_ALERT_SECONDS),
                ("alert messages", functools.partial(deliver_alerts, ended), self.rhythm.messages),
                ("audit", audit_seal, self.rhythm.seal),
            )
        ]
        for thread in threads:
            thread.start()
        try:
            self._lead()
        finally:
            leader_note(False)
            ended.set()
            connection.close()
            for thread in threads:
                thread.join()

    def _lead(self) -> None:
        poll_at = heartbeat_at = time.monotonic()
        while not self.stopping.is_set():
            until_poll = max(0.0, poll_at - time.monotonic())
            due = self._listen(min(until_poll, self.rhythm.attention))
            now = time.monotonic()
            if now >= poll_at:
                alive_note()
                due |= dict.fromkeys(due_queues() - due.keys(), "")
                if callbacks_due():
                    self._wake(CALLBACKS, wake_callbacks)
                poll_at = now + self.rhythm.poll
            if now >= heartbeat_at:
                heartbeat_note(name="dispatcher")
                heartbeat_at = now + self.rhythm.heartbeat
            for queue in sorted(due.keys() & set(Queue.values)):
                with span(
                    "wake-up",
                    Kind.PRODUCER,
                    parent=TraceContext.parse(due[queue]),
                    attributes={"waybill.queue": queue},
                ):
                    self._wake(delivery_queue(queue), functools.partial(wake, queue))

    def _listen(self, seconds: float) -> dict[str, str]:
        """The queues with notified work, each with the trace of a commit or nothing.

        After a quiet time the first notification counts at once. Otherwise notifications are
        gathered: a busy intake costs one wake-up per interval.
        """
        session = connection.connection
        heard = [notice.payload for notice in session.notifies(timeout=seconds, stop_after=1)]
        now = time.monotonic()
        if heard and now - self._notified_at < self.rhythm.coalesce:
            heard += [notice.payload for notice in session.notifies(timeout=self.rhythm.coalesce)]
        if heard:
            self._notified_at = time.monotonic()
        due: dict[str, str] = {}
        for queue, trace in map(notice_read, heard):
            due[queue] = due.get(queue) or trace
        return due

    def _wake(self, queue: str, publish: Callable[[], None]) -> None:
        try:
            if self._waiting(queue) < self.backlog:
                publish()
        except (OperationalError, RedisError, OSError) as error:
            log.warning("broker not reachable", queue=queue, error=type(error).__name__)

    def _waiting(self, queue: str) -> int:
        with self.app.pool.acquire(block=True) as broker:
            return int(broker.default_channel.client.llen(queue))


def _repeat(ended: threading.Event, name: str, work: Callable[[], object], seconds: float) -> None:
    """Runs on its own thread next to the leader's loop: work that must not need the broker, work
    that waits for a hanging broker, and slow work."""
    while not ended.wait(seconds):
        try:
            work()
        except (DatabaseError, psycopg.Error) as error:
            log.warning("work threads the dispatcher failed", task=name, error=type(error).__name__)
            connection.close()
        except Exception:
            # A defect of one look must not be the last look.
            log.exception("work beside the dispatcher broke", task=name)
    connection.close()
