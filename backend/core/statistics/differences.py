"""Compares the roll-ups of the last day with the rows that they count."""

from __future__ import annotations

from datetime import timedelta

from core.delivery.operate import Finding
from core.postgres.statements import fetch
from core.statistics.rows import HAPPENED, between

COMPARED = timedelta(hours=24)
"""Full hours before the one that runs now."""

_BOUNDS = """
SELECT greatest(date_trunc('hour', now() - %(compared)s, 'UTC'), (
        SELECT min(start) + interval '1 hour' FROM statistics_rollup WHERE grain = 'hour')),
    date_trunc('hour', now(), 'UTC')
"""

# One statement, so that facts, roll-ups and rows are those of one moment.
_DIFFERENCES = f"""
WITH counted AS (
    SELECT organization_id, happened, count(*) AS rows, 0::bigint AS rolled_up
    FROM ({HAPPENED}) AS happened GROUP BY organization_id, happened
    UNION ALL
    SELECT organization_id, happened, 0, sum(count) FROM statistics_rollup
    WHERE grain = 'hour' AND start >= %(since)s AND start < %(until)s
        AND workflow_id IS NULL AND connection_id IS NULL
    GROUP BY organization_id, happened
    UNION ALL
    SELECT organization_id, happened, 0, sum(sign) FROM statistics_fact
    WHERE at >= %(since)s AND at < %(until)s GROUP BY organization_id, happened
)
SELECT organization_id::text || ' ' || happened, sum(rows)::bigint, sum(rolled_up)::bigint
FROM counted GROUP BY organization_id, happened HAVING sum(rows) <> sum(rolled_up)
ORDER BY 1 LIMIT 100
"""  # noqa: S608  # of the constants above


def statistics_findings() -> list[Finding]:
    """One finding if the roll-ups count otherwise than the rows of the last full hours.

    Rows that were deleted since are missed, so it looks at nothing older than a retention.
    """
    since, until = fetch(_BOUNDS, {"compared": COMPARED})[0]
    rows = fetch(_DIFFERENCES, between(since, until))
    wrong = [f"{what}: {there} rows, {rolled_up} rolled up" for what, there, rolled_up in rows]
    return [Finding("the statistics count otherwise than the rows", wrong)] if wrong else []
