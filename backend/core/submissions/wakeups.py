"""The doorbell between a commit and the dispatcher: PostgreSQL NOTIFY, sent by the commit itself.

A lost ring costs only the dispatcher's polling interval; the work is in the table.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

CHANNEL = "waybill_due"


def notify_due(queues: Iterable[str], *, using: BaseDatabaseWrapper) -> None:
    """Say, when the current transaction commits, that these queues have due work."""
    with using.cursor() as cursor:
        for queue in sorted(set(queues)):
            cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, queue])
