"""Adds facts up: takes them from their table and counts them in each grain, all or nothing."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from core.postgres.statements import fetch
from core.statistics.models import Grain, RollUp

KEPT = {Grain.MINUTE: timedelta(days=2), Grain.HOUR: timedelta(days=120)}
"""Days are kept for ever."""
FACTS_AT_ONCE = 20_000

_ONE_AT_A_TIME = "SELECT pg_try_advisory_xact_lock(hashtext('waybill.statistics'))"
_LOCK = "SELECT pg_advisory_xact_lock(hashtext('waybill.statistics'))"

# A submission or a run that was deleted meanwhile still counts for its organization.
PLACED = """
    SELECT fact.organization_id, submission.workflow_id, run.connection_id, fact.at, fact.happened,
        fact.sign, waybill_statistics_bin(coalesce(
            fact.seconds, extract(epoch FROM fact.at - submission.created_at))) AS bin
    FROM {facts} AS fact
    LEFT JOIN submissions_steprun AS run ON run.id = fact.step_run_id
    LEFT JOIN submissions_submission AS submission
        ON submission.id = coalesce(fact.submission_id, run.submission_id)
"""

COUNTED = """
    SELECT organization_id, grain, date_trunc(grain, at, 'UTC') AS start, workflow_id,
        connection_id, happened, bin, sum(sign) AS count
    FROM placed CROSS JOIN unnest(%(grains)s::text[]) AS grain
    GROUP BY organization_id, grain, start, happened, bin,
        GROUPING SETS ((workflow_id, connection_id), (workflow_id), (connection_id), ())
    HAVING sum(sign) <> 0
        AND (workflow_id IS NOT NULL OR grouping(workflow_id) = 1)
        AND (connection_id IS NOT NULL OR grouping(connection_id) = 1)
"""

ADDED = """
    INSERT INTO statistics_rollup
        (organization_id, grain, start, workflow_id, connection_id, happened, count, bins)
    SELECT organization_id, grain, start, workflow_id, connection_id, happened, sum(count),
        jsonb_object_agg(bin, count)
    FROM counted GROUP BY organization_id, grain, start, workflow_id, connection_id, happened
    ON CONFLICT (organization_id, grain, workflow_id, connection_id, start, happened)
        DO UPDATE SET count = statistics_rollup.count + excluded.count,
            bins = waybill_bins_add(statistics_rollup.bins, excluded.bins)
"""

_ROLL_UP = f"""
WITH taken AS (
    DELETE FROM statistics_fact WHERE id IN (
        SELECT id FROM statistics_fact ORDER BY id LIMIT {FACTS_AT_ONCE})
    RETURNING *
), placed AS ({PLACED.format(facts="taken")}), counted AS ({COUNTED}), added AS ({ADDED})
SELECT count(*) FROM taken
"""  # noqa: S608  # of the constants above


def roll_up() -> int:
    """Roll up what happened. Returns how many facts; 0 when another process is at it."""
    total = 0
    while True:
        taken = _once()
        total += taken
        if taken < FACTS_AT_ONCE:
            return total


@transaction.atomic
def _once() -> int:
    if not fetch(_ONE_AT_A_TIME, {})[0][0]:
        return 0
    return int(fetch(_ROLL_UP, {"grains": Grain.values})[0][0])


def lock_roll_ups() -> None:
    """Keep other processes from rolling up until the transaction ends."""
    fetch(_LOCK, {})


def roll_ups_expire() -> int:
    """Delete minutes and hours that are too old. Returns how many rows."""
    rows = RollUp.objects.across_organizations("all keep them equally long")
    deleted = 0
    now = fetch("SELECT now()", {})[0][0]
    for grain, kept in KEPT.items():
        deleted += rows.filter(grain=grain, start__lt=now - kept).delete()[0]
    return deleted
