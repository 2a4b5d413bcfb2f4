"""Reads everything at most every few seconds; one slow or failing part costs only itself."""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

import redis
import structlog
from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection, transaction
from prometheus_client import Metric
from prometheus_client.metrics_core import GaugeMetricFamily

from core.postgres.tenancy import database_owner, every_organization
from core.readings.backlog import callbacks, due_steps, steps_in_hand
from core.readings.connections import connections
from core.readings.health import disk, heartbeats, ledger, partitions
from core.readings.servers import broker, database

log = structlog.get_logger(__name__)

_LONGEST_SECONDS = 6.0
"""Parts that have not begun by then are left out, so that a scrape ends in time."""

_Scope = Callable[[], AbstractContextManager[None]]


def _of_all() -> AbstractContextManager[None]:
    return every_organization("operators watch all of them together")


def _of_server() -> AbstractContextManager[None]:
    return database_owner("the server shows a session its own login's others")


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    read: Callable[[], Iterable[Metric]]
    scope: _Scope | None = _of_all
    """None: it needs no database."""


class Readings:
    """``queues``: the names of the queues in Redis."""

    def __init__(self, queues: Iterable[str]) -> None:
        names = list(queues)
        self._parts = (
            _Part("due_steps", due_steps),
            _Part("steps_in_hand", steps_in_hand),
            _Part("callbacks", callbacks),
            _Part("connections", connections),
            _Part("heartbeats", functools.partial(heartbeats, names)),
            _Part("ledger", ledger),
            _Part("partitions", partitions),
            _Part("database", database, _of_server),
            _Part("redis", functools.partial(broker, names), None),
            _Part("disk", disk, None),
        )
        self._lock = threading.Lock()
        self._read: list[Metric] = []
        self._read_at = float("-inf")

    def collect(self) -> list[Metric]:
        """What was read within the last few seconds, or a new reading. Never raises for a server
        that is away: `waybill_reading_ok` is 0 for the parts that are missing."""
        with self._lock:
            if time.monotonic() - self._read_at > settings.WAYBILL_METRICS_CACHE_SECONDS:
                self._read = list(self._read_parts())
                self._read_at = time.monotonic()
            return self._read

    def _read_parts(self) -> Iterator[Metric]:
        went_well = GaugeMetricFamily(
            "waybill_reading_ok", "Whether a part could be read.", labels=["part"]
        )
        took = GaugeMetricFamily(
            "waybill_reading_seconds", "How long reading a part took.", labels=["part"]
        )
        began = time.monotonic()
        try:
            for part in self._parts:
                started = time.monotonic()
                metrics = _read(part) if started - began < _LONGEST_SECONDS else None
                yield from metrics or ()
                went_well.add_metric([part.name], int(metrics is not None))
                took.add_metric([part.name], time.monotonic() - started)
        finally:
            # A scrape has a thread of its own, which ends with it.
            connection.close()
        yield from (went_well, took)


def _read(part: _Part) -> list[Metric] | None:
    """None if it could not be read."""
    try:
        if part.scope is None:
            return list(part.read())
        with part.scope(), transaction.atomic(), connection.cursor() as cursor:
            limit = int(settings.WAYBILL_METRICS_STATEMENT_SECONDS * 1000)
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(limit)])
            return list(part.read())
    except (DatabaseError, InterfaceError, redis.RedisError, OSError) as error:
        log.warning(
            "a part of the metrics cannot be read", task=part.name, error=type(error).__name__
        )
        return None
