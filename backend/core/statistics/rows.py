"""What happened in a time, as the rows themselves say it: what facts and roll-ups have to equal."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from core.ids import uuid7_floor

_LONGEST_ATTEMPT = timedelta(days=1)
_LONGEST_ACCEPTANCE = timedelta(hours=1)

HAPPENED = """
    SELECT organization_id, id AS submission_id, NULL::uuid AS step_run_id, created_at AS at,
        'accepted' AS happened, NULL::double precision AS seconds, 1 AS sign
    FROM submissions_submission
    WHERE id >= %(lately)s AND created_at >= %(since)s AND created_at < %(until)s
    UNION ALL
    SELECT organization_id, submission_id, NULL, finished_at, status, NULL, 1
    FROM submissions_submissionstate WHERE finished_at >= %(since)s AND finished_at < %(until)s
    UNION ALL
    SELECT organization_id, submission_id, NULL, at, 'needs_attention', NULL, 1
    FROM submissions_event
    WHERE kind = 'submission.needs_attention' AND at >= %(since)s AND at < %(until)s
    UNION ALL
    SELECT organization_id, NULL, step_run_id, ended_at, 'attempt.' || outcome,
        extract(epoch FROM ended_at - started_at), 1
    FROM submissions_attempt
    WHERE started_at >= %(since)s - %(longest)s
        AND ended_at >= %(since)s AND ended_at < %(until)s
"""
"""The columns of a fact. Rows that were deleted since are missed."""


def between(since: datetime, until: datetime) -> dict[str, Any]:
    """The parameters of `HAPPENED`: from ``since`` (included) to ``until`` (excluded)."""
    return {
        "since": since,
        "until": until,
        "longest": _LONGEST_ATTEMPT,
        "lately": uuid7_floor(since - _LONGEST_ACCEPTANCE),
    }
