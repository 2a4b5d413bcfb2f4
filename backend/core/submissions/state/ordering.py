"""One in flight per ordering key: an earlier run of the same key holds the later ones back.

A run whose key is taken begins `behind`, as if it depended on one more step; when the run at the
head of the line ends, the next one is released. Both sides hold the key's advisory lock, and take
it before they change any run.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import timedelta

from django.db import connection

from core.postgres.statements import fetch

Line = tuple[uuid.UUID, str]
"""A connection and an ordering key."""

_LOCK = """
SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM (
    SELECT DISTINCT connection_id::text || '/' || ordering_key AS key
    FROM unnest(%s::uuid[], %s::text[]) AS line(connection_id, ordering_key) ORDER BY key
) AS sorted
"""

_LINES_OF = """
SELECT DISTINCT connection_id, ordering_key FROM submissions_steprun
WHERE submission_id = ANY (%s) AND ordering_key IS NOT NULL
    AND status NOT IN ('cancelled', 'failed', 'skipped', 'succeeded')
"""

_RELEASE = """
UPDATE submissions_steprun AS run
SET behind = false, waiting_for = run.waiting_for - 1,
    status = CASE run.waiting_for WHEN 1 THEN 'ready' ELSE run.status END,
    next_attempt_at = CASE run.waiting_for WHEN 1 THEN GREATEST(now(), run.next_attempt_at)
                                           ELSE run.next_attempt_at END,
    deadline_at = CASE run.waiting_for WHEN 1 THEN now() + %(within)s ELSE run.deadline_at END
FROM (
    SELECT line.connection_id, line.ordering_key, (
        SELECT following.id FROM submissions_steprun AS following
        WHERE following.connection_id = line.connection_id
            AND following.ordering_key = line.ordering_key
            AND following.status NOT IN ('cancelled', 'failed', 'skipped', 'succeeded')
        ORDER BY following.id LIMIT 1
    ) AS id
    FROM unnest(%(connections)s::uuid[], %(keys)s::text[]) AS line(connection_id, ordering_key)
) AS head
WHERE run.id = head.id AND run.behind AND run.status = 'blocked'
RETURNING run.queue, run.connection_id, run.status
"""


_ROUNDS = 3
"""A head may be skipped by another transaction meanwhile; then the one after it is next."""


def ordering_lock(lines: Iterable[Line]) -> None:
    """Hold these lines until the transaction ends, taking them in an order all callers share."""
    pairs = sorted(set(lines))
    if pairs:
        with connection.cursor() as cursor:
            cursor.execute(_LOCK, [[pair[0] for pair in pairs], [pair[1] for pair in pairs]])


def ordering_lines(submission_ids: Iterable[uuid.UUID]) -> list[Line]:
    """The lines in which open runs of these submissions stand."""
    with connection.cursor() as cursor:
        cursor.execute(_LINES_OF, [list(submission_ids)])
        lines: list[Line] = cursor.fetchall()
    return lines


def ordering_release(lines: Iterable[Line], *, within: timedelta) -> list[tuple[str, uuid.UUID]]:
    """Release the next run of each line whose head has ended; queue and connection of the due ones.

    The lines' locks are held by the caller. ``within``: how long a released run has from now.
    """
    pairs = sorted(set(lines))
    due: list[tuple[str, uuid.UUID]] = []
    for _ in range(_ROUNDS):
        released = _release(pairs, within) if pairs else []
        due += [(queue, account) for queue, account, status in released if status == "ready"]
        if len(released) == len(pairs):
            break
    return due


def _release(pairs: list[Line], within: timedelta) -> list[tuple[str, uuid.UUID, str]]:
    connections, keys = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return fetch(_RELEASE, {"connections": connections, "keys": keys, "within": within})
