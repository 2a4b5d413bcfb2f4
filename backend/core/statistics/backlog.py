"""What waits to be sent, counted as far as a person can tell numbers apart."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.ids import uuid7_floor
from core.postgres.statements import fetch
from core.postgres.tenancy import Identified
from core.workflows.models import Queue

MOST_COUNTED = 10_000
"""Of a queue and a connection. More is told as "more than"."""

_BACKLOG = """
SELECT account.id, queue, due.count, due.oldest
FROM connections_connection AS account
CROSS JOIN unnest(%(queues)s::text[]) AS queue
CROSS JOIN LATERAL (
    SELECT count(*) AS count, min(next_attempt_at) AS oldest FROM (
        SELECT next_attempt_at FROM submissions_steprun
        WHERE queue = queue.queue AND connection_id = account.id
            AND status IN ('ready', 'waiting') AND next_attempt_at <= now()
        ORDER BY next_attempt_at LIMIT %(most)s + 1) AS first
) AS due
WHERE account.organization_id = %(organization)s AND due.count > 0
    AND (%(only)s::uuid[] IS NULL OR account.id = ANY(%(only)s::uuid[]))
ORDER BY due.oldest
"""

_NEEDS = """
SELECT
    (SELECT count(*) FROM (
        SELECT FROM submissions_submissionstate
        WHERE organization_id = %(organization)s AND status = 'needs_attention'
        LIMIT %(most)s + 1) AS unknown),
    (SELECT count(*) FROM (
        SELECT FROM submissions_submissionstate AS state
        WHERE organization_id = %(organization)s AND status = 'failed'
            AND submission_id >= %(lately)s
            AND NOT EXISTS (SELECT FROM submissions_submission AS later
                WHERE later.resumed_from_id = state.submission_id)
        LIMIT %(most)s + 1) AS failed),
    (SELECT count(*) FROM delivery_gate
        WHERE organization_id = %(organization)s AND paused_at IS NOT NULL),
    (SELECT count(*) FROM delivery_gate
        WHERE organization_id = %(organization)s AND paused_at IS NULL
            AND breaker_until IS NOT NULL)
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Due steps of a connection in a queue. ``count`` stops one above `MOST_COUNTED`."""

    connection_id: uuid.UUID
    queue: str
    count: int
    oldest_due_at: datetime


@dataclass(frozen=True, slots=True)
class NeedsPerson:
    """What only a person can end. The first two stop counting one above `MOST_COUNTED`.

    ``failed``: submissions of the last thirty days that failed and that nobody took up again.
    """

    unknown: int
    failed: int
    paused_connections: int
    open_breakers: int


def backlog(
    organization: Identified, *, only: Collection[uuid.UUID] | None = None
) -> list[Waiting]:
    """Where steps are due, those that wait longest first. ``only``: on these connections."""
    rows = fetch(
        _BACKLOG,
        {
            "organization": organization.pk,
            "queues": Queue.values,
            "most": MOST_COUNTED,
            "only": None if only is None else list(only),
        },
    )
    return [Waiting(*row) for row in rows]


def needs_person(organization: Identified) -> NeedsPerson:
    """What waits for a person now."""
    now = fetch("SELECT now()", {})[0][0]
    rows = fetch(
        _NEEDS,
        {
            "organization": organization.pk,
            "lately": uuid7_floor(now - timedelta(days=30)),
            "most": MOST_COUNTED,
        },
    )
    return NeedsPerson(*rows[0])
