"""Compares the roll-ups of the last day with the rows that they count."""

from __future__ import annotations

from datetime import timedelta

from core.delivery.operate import Finding
from core.ids import uuid7_floor
from core.postgres.statements import fetch

COMPARED = timedelta(hours=24)
"""Full hours before the one that runs now."""
_LONGEST_ATTEMPT = timedelta(days=1)

# One statement, so that facts, roll-ups and rows are those of one moment.
_DIFFERENCES = """
WITH bounds AS (
    SELECT greatest(date_trunc('hour', now() - %(compared)s, 'UTC'), (
            SELECT min(start) + interval '1 hour' FROM statistics_rollup WHERE grain = 'hour'
        )) AS since,
        date_trunc('hour', now(), 'UTC') AS until
), happened AS (
    SELECT organization_id, 'accepted' AS happened FROM submissions_submission, bounds
    WHERE id >= %(lately)s AND created_at >= since AND created_at < until
    UNION ALL
    SELECT organization_id, status FROM submissions_submissionstate, bounds
    WHERE finished_at >= since AND finished_at < until
    UNION ALL
    SELECT organization_id, 'needs_attention' FROM submissions_event, bounds
    WHERE kind = 'submission.needs_attention' AND at >= since AND at < until
    UNION ALL
    SELECT organization_id, 'attempt.' || outcome FROM submissions_attempt, bounds
    WHERE started_at >= since - %(longest)s AND ended_at >= since AND ended_at < until
), counted AS (
    SELECT organization_id, happened, count(*) AS rows, 0::bigint AS rolled_up
    FROM happened GROUP BY organization_id, happened
    UNION ALL
    SELECT organization_id, happened, 0, sum(count) FROM statistics_rollup, bounds
    WHERE grain = 'hour' AND start >= since AND start < until
        AND workflow_id IS NULL AND connection_id IS NULL
    GROUP BY organization_id, happened
    UNION ALL
    SELECT organization_id, happened, 0, sum(sign) FROM statistics_fact, bounds
    WHERE at >= since AND at < until GROUP BY organization_id, happened
)
SELECT organization_id::text || ' ' || happened, sum(rows)::bigint, sum(rolled_up)::bigint
FROM counted GROUP BY organization_id, happened HAVING sum(rows) <> sum(rolled_up)
ORDER BY 1 LIMIT 100
"""


def statistics_findings() -> list[Finding]:
    """One finding if the roll-ups count otherwise than the rows of the last full hours.

    Rows that were deleted since are missed, so it looks at nothing older than a retention.
    """
    now = fetch("SELECT now()", {})[0][0]
    rows = fetch(
        _DIFFERENCES,
        {
            "compared": COMPARED,
            "longest": _LONGEST_ATTEMPT,
            "lately": uuid7_floor(now - COMPARED - timedelta(hours=2)),
        },
    )
    wrong = [f"{what}: {there} rows, {rolled_up} rolled up" for what, there, rolled_up in rows]
    return [Finding("the statistics count otherwise than the rows", wrong)] if wrong else []
