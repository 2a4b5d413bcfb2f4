"""How long attempts and events are kept: whole months are dropped, the rest goes in batches."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import structlog
from django.db import connection
from django.db.models import Max

from core.accounts.models import Organization
from core.postgres.partitions import (
    Partition,
    Partitioned,
    partition_drop,
    partitions_ensure,
    partitions_list,
)

log = structlog.get_logger(__name__)

ATTEMPTS = Partitioned("submissions_attempt", "started_at")
EVENTS = Partitioned("submissions_event", "at")
_BATCH = 10_000

# An open step keeps the evidence of its attempts, however old.
_OPEN_SINCE = """
SELECT min(claimed_at) FROM submissions_steprun WHERE status IN ('unknown', 'waiting', 'sending')
"""

_DELETE = {
    ATTEMPTS: """
        DELETE FROM submissions_attempt WHERE (step_run_id, fence, started_at) IN (
            SELECT old.step_run_id, old.fence, old.started_at FROM submissions_attempt AS old
            JOIN submissions_steprun AS run ON run.id = old.step_run_id
            WHERE old.organization_id = %(organization)s AND old.started_at < %(before)s
                AND run.status NOT IN ('unknown', 'waiting', 'sending')
            LIMIT %(batch)s)
    """,
    EVENTS: """
        DELETE FROM submissions_event WHERE (submission_id, id) IN (
            SELECT old.submission_id, old.id FROM submissions_event AS old
            JOIN submissions_submissionstate AS state USING (submission_id)
            WHERE old.organization_id = %(organization)s AND old.at < %(before)s
                AND state.finished_at IS NOT NULL
            LIMIT %(batch)s) AND at < %(before)s
    """,
}


def partitions_prepare() -> list[str]:
    """Make the coming months; the names of the new partitions."""
    return partitions_ensure(ATTEMPTS) + partitions_ensure(EVENTS)


def months_missing(*, now: datetime | None = None) -> list[str]:
    """The tables that have no partition for the month after this one."""
    today = now or datetime.now(UTC)
    coming = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return [
        kind.table
        for kind in (ATTEMPTS, EVENTS)
        if not any(month.begins <= coming < month.ends for month in partitions_list(kind))
    ]


def history_expire(*, now: datetime | None = None) -> tuple[list[str], int]:
    """Drop months that no organization keeps, and delete a batch of what single ones do not.

    Returns the names of the dropped partitions and the number of deleted rows.
    """
    today = now or datetime.now(UTC)
    longest = Organization.objects.aggregate(days=Max("retention_days"))["days"]
    if longest is None:
        return [], 0
    dropped = [
        name for kind in (ATTEMPTS, EVENTS) for name in _drop(kind, today - timedelta(longest))
    ]
    deleted = 0
    for organization in Organization.objects.filter(retention_days__lt=longest):
        before = today - timedelta(days=organization.retention_days)
        for statement in _DELETE.values():
            with connection.cursor() as cursor:
                cursor.execute(
                    statement,
                    {"organization": organization.pk, "before": before, "batch": _BATCH},
                )
                deleted += cursor.rowcount
    return dropped, deleted


def _drop(kind: Partitioned, before: datetime) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_OPEN_SINCE)
        (open_since,) = cursor.fetchone()

    def over(partition: Partition) -> bool:
        return partition.ends <= before and (open_since is None or partition.ends <= open_since)

    old = [partition for partition in partitions_list(kind) if over(partition)]
    for partition in old:
        partition_drop(kind, partition)
        log.info("partition dropped", partition=partition.name)
    return [partition.name for partition in old]
