"""What went wrong on a connection lately, in words, the same things together."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.accounts.models import Organization
from core.postgres.statements import fetch
from core.workflows.models import Queue

DAYS = 7
MOST_READ = 1_000
"""Of steps that wait, that failed, and that are unknown, each. More is told as "at least"."""
_MOST_TOLD = 20

# Each part goes along an index of its own: runs_due, runs_failed, runs_unknown. Sentences that
# differ in numbers and in what they quote are the same error.
_ERRORS = """
WITH waiting AS (
    SELECT submission_id, status, error_kind, error_message, claimed_at AS at
    FROM (SELECT * FROM submissions_steprun
        WHERE organization_id = %(organization)s AND queue = ANY(%(queues)s)
            AND connection_id = %(connection)s AND status IN ('ready', 'waiting')
        ORDER BY next_attempt_at LIMIT %(most)s) AS due
    WHERE error_kind <> '' AND claimed_at > now() - make_interval(days => %(days)s)
), failed AS (
    SELECT submission_id, status, error_kind, error_message, finished_at AS at
    FROM submissions_steprun
    WHERE organization_id = %(organization)s AND connection_id = %(connection)s
        AND status = 'failed' AND finished_at > now() - make_interval(days => %(days)s)
    ORDER BY finished_at DESC LIMIT %(most)s
), unknown AS (
    SELECT submission_id, status, error_kind, error_message, claimed_at AS at
    FROM submissions_steprun
    WHERE organization_id = %(organization)s AND connection_id = %(connection)s
        AND status = 'unknown' AND claimed_at > now() - make_interval(days => %(days)s)
    ORDER BY claimed_at DESC LIMIT %(most)s
), found AS (
    SELECT * FROM waiting UNION ALL SELECT * FROM failed UNION ALL SELECT * FROM unknown
), told AS (
    SELECT CASE status WHEN 'ready' THEN 'waiting' ELSE status END AS status, error_kind,
        regexp_replace(left(error_message, 300), %(varying)s, '#', 'g') AS shape,
        count(*) AS count, max(at) AS at,
        (array_agg(error_message ORDER BY at DESC))[1] AS message,
        (array_agg(submission_id ORDER BY at DESC))[1] AS submission_id
    FROM found GROUP BY 1, 2, 3
)
SELECT told.status, told.error_kind, told.message, told.count, told.at, told.submission_id,
    submission.reference
FROM told JOIN submissions_submission AS submission ON submission.id = told.submission_id
ORDER BY told.at DESC LIMIT %(told)s
"""
_VARYING = r'"[^"]*"|“[^”]*”|[0-9]+'


class ErrorOutcome(StrEnum):
    """What became of the steps so far."""

    WAITING = "waiting"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RecentError:
    """``message``, ``submission_id``, ``reference``: of the latest."""

    status: ErrorOutcome
    kind: str
    message: str
    count: int
    at: datetime
    submission_id: uuid.UUID
    reference: str


def recent_errors(*, organization: Organization, connection_id: uuid.UUID) -> list[RecentError]:
    """Of the last seven days, the latest first; what succeeded in the end is not among them."""
    rows = fetch(
        _ERRORS,
        {
            "organization": organization.pk,
            "connection": connection_id,
            "queues": Queue.values,
            "days": DAYS,
            "most": MOST_READ,
            "told": _MOST_TOLD,
            "varying": _VARYING,
        },
    )
    return [RecentError(ErrorOutcome(status), *row) for status, *row in rows]
