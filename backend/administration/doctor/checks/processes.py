"""Processes, by the signs of life that they leave in the database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.db.models import Max
from django.db.models.functions import Now
from django_celery_beat.models import PeriodicTask

from administration.doctor.findings import Finding, failed, ok
from core.delivery.operate import FRESH_FOR, heartbeats_seen

_BEAT_WRITES_WITHIN = timedelta(minutes=5)


def process_findings() -> Iterator[Finding]:
    """The dispatcher, a worker of each queue, and beat, whose ticks the workers answer."""
    queues = list(settings.CELERY_TASK_QUEUES)
    ages = heartbeats_seen(["dispatcher", *queues])
    leads = _alive(ages["dispatcher"])
    yield (
        ok("dispatcher", f"leads, {_seen(ages['dispatcher'])}")
        if leads
        else failed(
            "dispatcher",
            f"none leads ({_seen(ages['dispatcher'])}), so new work waits for nobody to wake it",
            "Start `manage.py dispatch`, and see its log.",
        )
    )
    beats = any(_alive(ages[queue]) for queue in queues) or _beat_wrote()
    yield (
        ok("beat", "its ticks arrive")
        if beats
        else failed(
            "beat", "no tick arrived lately", "Start beat, and see its log; then look again."
        )
    )
    for queue in queues:
        part = f"worker {queue}"
        if _alive(ages[queue]):
            yield ok(part, _seen(ages[queue]))
        else:
            yield failed(
                part,
                f"{_seen(ages[queue])}, so nothing of this queue is done",
                f"Start a worker with --queues={queue}; if one runs, see its log."
                if beats
                else "Start beat first: without its ticks nobody can tell.",
            )


def _alive(age: timedelta | None) -> bool:
    return age is not None and age <= FRESH_FOR


def _seen(age: timedelta | None) -> str:
    return "never seen" if age is None else f"seen {max(0, age.total_seconds()):.0f} s ago"


def _beat_wrote() -> bool:
    """Beat notes the last run of each tick every few minutes, with or without a worker."""
    latest = PeriodicTask.objects.filter(last_run_at__gt=Now() - _BEAT_WRITES_WITHIN)
    return latest.aggregate(latest=Max("last_run_at"))["latest"] is not None
