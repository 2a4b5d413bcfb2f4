"""When the next backup is due, and how the last one ended."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings

from core.alerts.conditions.system import BACKUP, BACKUP_FAILED
from core.delivery.operate import heartbeat_note, heartbeats_seen

_BEGUN = "backup.begun"
_AGAIN_AFTER = timedelta(hours=1)
"""After one that failed, or that ended without a word."""


def backup_due() -> bool:
    """Whether it is time for a backup by itself; if so, it counts as begun.

    Safe to ask twice, and in two places at once: a second backup is refused.
    """
    if not settings.WAYBILL_BACKUP_TO:
        return False
    seen = heartbeats_seen([_BEGUN, BACKUP])
    begun, succeeded = seen[_BEGUN], seen[BACKUP]
    every = timedelta(hours=settings.WAYBILL_BACKUP_HOURS)
    if begun is not None and begun < every:
        # A backup that began and succeeded was noted after its beginning.
        went_well = succeeded is not None and succeeded <= begun
        if went_well or begun < min(_AGAIN_AFTER, every):
            return False
    heartbeat_note(name=_BEGUN)
    return True


def backup_succeeded() -> None:
    """Note it: the alert about backups counts from here."""
    heartbeat_note(name=BACKUP)


def backup_failed() -> None:
    """Note it: the alert about backups opens."""
    heartbeat_note(name=BACKUP_FAILED)
