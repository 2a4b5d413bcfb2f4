"""The doorbell between a commit and the dispatcher: PostgreSQL NOTIFY, right after the commit.

Not inside it: a transaction that notifies commits under a lock of the whole cluster, so
that every commit would wait for the one before it to reach the disk, one at a time.
A ring lost between the two costs only the dispatcher's polling interval; the work is in
the table.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction

CHANNEL = "waybill_due"


def notify_due(queues: Iterable[str]) -> None:
    """Say, once the current transaction has committed, that these queues have due work."""
    names = sorted(set(queues))
    if names:
        transaction.on_commit(lambda: _ring(names), robust=True)


def _ring(queues: list[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, unnest(%s::text[]))", [CHANNEL, queues])
