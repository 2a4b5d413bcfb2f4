from __future__ import annotations

from django.db import connection

from core.workflows.models import Queue

_DUE = """
SELECT name FROM unnest(%s::text[]) AS known(name)
WHERE EXISTS (
    SELECT FROM submissions_steprun AS run
    WHERE run.queue = known.name
      AND run.status IN ('ready', 'waiting') AND run.next_attempt_at <= now()
)
"""


def due_queues() -> set[str]:
    """The queues with at least one due step run: one index probe each."""
    with connection.cursor() as cursor:
        cursor.execute(_DUE, [list(Queue.values)])
        return {row[0] for row in cursor.fetchall()}
