"""Finds connections that have due work in a queue and an open gate."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db import connection

from core.workflows.models import Queue

# A skip scan: PostgreSQL reads one index entry per connection, for any number of runs.
_PENDING = """
WITH RECURSIVE pending AS (
    (SELECT run.connection_id, run.next_attempt_at FROM submissions_steprun AS run
     WHERE run.queue = %(queue)s AND run.status IN ('ready', 'waiting')
     ORDER BY run.connection_id, run.next_attempt_at LIMIT 1)
    UNION ALL
    SELECT following.* FROM pending, LATERAL (
        SELECT run.connection_id, run.next_attempt_at FROM submissions_steprun AS run
        WHERE run.queue = %(queue)s AND run.status IN ('ready', 'waiting')
            AND run.connection_id > pending.connection_id
        ORDER BY run.connection_id, run.next_attempt_at LIMIT 1
    ) AS following
)
SELECT pending.connection_id, account.max_in_flight, account.rate_per_second, account.rate_burst,
       gate.connection_id IS NULL AS gateless
FROM pending JOIN connections_connection AS account ON account.id = pending.connection_id
LEFT JOIN delivery_gate AS gate ON gate.connection_id = pending.connection_id
WHERE pending.next_attempt_at <= now() AND gate.paused_at IS NULL
    AND (gate.cooling_until IS NULL OR gate.cooling_until <= now())
    AND (gate.breaker_until IS NULL OR gate.breaker_until <= now())
"""

_GATES = """
INSERT INTO delivery_gate (connection_id, organization_id, pause_reason, pause_message, throttled,
                           failures, opened)
SELECT id, organization_id, '', '', 0, 0, 0 FROM connections_connection WHERE id = ANY (%s)
ON CONFLICT DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class ConnectionQueue:
    """A connection with due work. ``rate_per_second``: None means no limit."""

    connection_id: uuid.UUID
    max_in_flight: int
    rate_per_second: float | None
    rate_burst: int


def connection_queues_due(*, queue: str) -> list[ConnectionQueue]:
    """The connections of a queue that have due work and an open gate, by id.

    A connection without a gate gets one, because a claim needs it.
    """
    with connection.cursor() as cursor:
        cursor.execute(_PENDING, {"queue": queue})
        rows = cursor.fetchall()
        gateless = [row[0] for row in rows if row[4]]
        if gateless:
            cursor.execute(_GATES, [gateless])
    return [ConnectionQueue(*row[:4]) for row in rows]


def due_queues() -> set[str]:
    """The delivery queues with claimable work. Closed gates do not count."""
    return {queue for queue in Queue.values if connection_queues_due(queue=queue)}
