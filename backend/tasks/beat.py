"""The scheduler that beat runs: the schedule in PostgreSQL, and never two of a tick in a queue.

Ticks that nobody takes must not pile up. Celery's `expires` would see to that by comparing the
clock of beat's machine with the worker's: a worker whose clock is fast drops every tick, as it
comes. So ticks never expire. Instead beat leaves one out while the one before it waits.
"""

from __future__ import annotations

import json
from typing import Any

import structlog
from celery.beat import ScheduleEntry
from django.db import DatabaseError, InterfaceError
from django_celery_beat.schedulers import DatabaseScheduler

from core.liveness import alive_note

log = structlog.get_logger(__name__)

# Newest first. A queue is never so long that the tick before lies deeper and matters: others than
# ticks are a few wake-ups.
_LOOKED_AT = 200


class TickScheduler(DatabaseScheduler):
    def tick(self, *args: Any, **kwargs: Any) -> float:
        """Publish what is due. Seconds until the next look."""
        alive_note()
        seconds: float = super().tick(*args, **kwargs)
        return seconds

    def apply_async(
        self, entry: ScheduleEntry, producer: Any = None, advance: bool = True, **kwargs: Any
    ) -> Any:
        """Publish the tick, unless the one before it still waits to be taken.

        It carries no `expires`, whatever the row of the schedule says.
        """
        entry.options.pop("expires", None)
        queue = self._queue(entry)
        if self._waits(entry, queue):
            if advance:
                self.reserve(entry)
            log.info("tick left out: the one before it waits", task=entry.name, queue=queue)
            return None
        return super().apply_async(entry, producer=producer, advance=advance, **kwargs)

    def all_as_schedule(self) -> dict[str, Any]:
        """The schedule as PostgreSQL has it, or as it had it while PostgreSQL is away.

        Beat reads it again every five minutes. Raises Django's database errors on its first look.
        """
        try:
            entries: dict[str, Any] = super().all_as_schedule()
        except (DatabaseError, InterfaceError) as error:
            former: dict[str, Any] | None = self._schedule
            if former is None:
                raise
            log.warning("schedule not read: the former one goes on", error=type(error).__name__)
            return former
        return {name: entry for name, entry in entries.items() if self._is_ours(entry)}

    def _is_ours(self, entry: ScheduleEntry) -> bool:
        """Not what a later release has put into the schedule, before somebody went back to this
        one: no worker of ours knows that task."""
        return entry.task in self.app.tasks

    def _queue(self, entry: ScheduleEntry) -> str:
        options = self.app.amqp.router.route(dict(entry.options), entry.task)
        queue = options.get("queue")
        return str(getattr(queue, "name", queue) or self.app.conf.task_default_queue)

    def _waits(self, entry: ScheduleEntry, queue: str) -> bool:
        with self.app.pool.acquire(block=True) as broker:
            waiting = broker.default_channel.client.lrange(queue, 0, _LOOKED_AT - 1)
        return entry.name in {
            json.loads(message)["headers"].get("periodic_task_name") for message in waiting
        }
