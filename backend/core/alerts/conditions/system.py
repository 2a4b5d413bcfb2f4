"""What concerns the whole system: workers, ledger, broker, months, disks, backups."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta

import redis
from django.conf import settings
from django.db.models.functions import Now

from core.alerts.conditions.condition import Condition
from core.alerts.models import AlertKind
from core.delivery.models import Heartbeat, LedgerCheck
from core.delivery.operate import heartbeats_missing
from core.submissions.expire import months_missing
from core.workflows.models import Queue

BACKUP = "backup"
"""The heartbeat that a backup leaves, of Waybill's own or told by `manage.py note_backup`."""
BACKUP_FAILED = "backup.failed"
"""The heartbeat that one of Waybill's own leaves when it fails."""
_PROBE_SECONDS = 2.0


def system_conditions() -> Iterator[Condition]:
    """Problems that no organization can be blamed for."""
    yield from _workers()
    yield from _ledger()
    yield from _broker()
    yield from _months()
    yield from _disks()
    yield from _backup()


def _workers() -> Iterator[Condition]:
    queues = [f"deliver.{queue}" for queue in Queue.values]
    for name in heartbeats_missing([*queues, "callbacks", "maintenance"]):
        yield Condition(AlertKind.NO_WORKER, name, {"queue": name})


def _ledger() -> Iterator[Condition]:
    latest = LedgerCheck.objects.order_by("-at").first()
    if latest is not None and latest.findings:
        facts = {"finding": latest.findings[0]}
        yield Condition(AlertKind.LEDGER, "ledger", facts, count=len(latest.findings))


def _broker() -> Iterator[Condition]:
    client = redis.Redis.from_url(
        settings.CELERY_BROKER_URL,
        socket_timeout=_PROBE_SECONDS,
        socket_connect_timeout=_PROBE_SECONDS,
    )
    try:
        client.set("waybill:probe", "1", ex=60)
    except redis.RedisError as error:
        yield Condition(AlertKind.BROKER, "broker", {"error": type(error).__name__})
    finally:
        client.close()


def _months() -> Iterator[Condition]:
    for table in months_missing():
        yield Condition(AlertKind.PARTITIONS, table, {"table": table})


def _disks() -> Iterator[Condition]:
    for path in settings.WAYBILL_ALERT_DISKS:
        try:
            usage = shutil.disk_usage(path)
        except OSError:
            continue
        percent = 100 * (usage.total - usage.free) // usage.total
        if percent >= settings.WAYBILL_ALERT_DISK_PERCENT:
            yield Condition(AlertKind.DISK, str(path)[-200:], {"path": path, "percent": percent})


def _backup() -> Iterator[Condition]:
    """One failed after the last that succeeded, or that is too old.

    Only where backups are told of: nobody has one before the first.
    """
    seen = {row.name: row.seen_at for row in Heartbeat.objects.filter(name__startswith=BACKUP)}
    last, failed = seen.get(BACKUP), seen.get(BACKUP_FAILED)
    oldest = Now() - timedelta(hours=settings.WAYBILL_ALERT_BACKUP_HOURS)
    too_old = Heartbeat.objects.filter(name=BACKUP, seen_at__lt=oldest).exists()
    if too_old or (failed is not None and (last is None or last < failed)):
        yield Condition(AlertKind.BACKUP, BACKUP, {"since": last.isoformat() if last else "-"})
