"""Writing outcomes in batches, each only where the fence is still ours."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from core.delivery.outcomes import Outcome
from core.submissions.status import (
    lock_submissions,
    refresh_statuses,
    skip_dependants,
    unlock_dependants,
)
from core.submissions.wakeups import notify_due

_OUTCOMES = """
jsonb_to_recordset(%(outcomes)s::jsonb) AS o(
    id uuid, fence bigint, status text, attempt text, retry_in double precision, in_doubt boolean,
    output jsonb, record text, record_url text, error_kind text, message text,
    request jsonb, response jsonb)
"""

_END_ATTEMPTS = f"""
UPDATE submissions_attempt AS a
SET outcome = o.attempt, ended_at = clock_timestamp(), error_kind = o.error_kind,
    message = o.message, request = o.request, response = o.response
FROM {_OUTCOMES}
WHERE a.step_run_id = o.id AND a.fence = o.fence
"""  # noqa: S608  # built from the constant above

_SETTLE_RUNS = f"""
UPDATE submissions_steprun AS r
SET status = o.status, lease_until = NULL, in_doubt = o.in_doubt, output = o.output,
    next_attempt_at = now() + make_interval(secs => o.retry_in),
    record = o.record, record_url = o.record_url,
    error_kind = o.error_kind, error_message = o.message,
    finished_at = CASE WHEN o.status IN ('waiting', 'unknown') THEN NULL ELSE now() END
FROM {_OUTCOMES}
WHERE r.id = o.id AND r.fence = o.fence AND r.status = 'sending'
RETURNING r.id, r.submission_id, r.step_id, r.status
"""  # noqa: S608  # built from the constant above


@dataclass(frozen=True, slots=True)
class Settled:
    """``stale`` outcomes came too late: another fence holds the run, nothing was written there."""

    submission_ids: frozenset[uuid.UUID]
    unlocked_queues: frozenset[str]
    stale: int


def settle(
    *,
    outcomes: Sequence[Outcome],
    submission_ids: Iterable[uuid.UUID],
    own_queue: str | None = None,
) -> Settled:
    """Write outcomes, release dependants and refresh the submissions' statuses, all or nothing.

    The caller claims from ``own_queue`` next, so nobody is woken for what is released there.
    """
    touched = sorted(set(submission_ids))
    parameters = {"outcomes": json.dumps([_row(outcome) for outcome in outcomes])}
    with transaction.atomic(), connection.cursor() as cursor:
        lock_submissions(touched)
        cursor.execute(_END_ATTEMPTS, parameters)
        cursor.execute(_SETTLE_RUNS, parameters)
        written = cursor.fetchall()
        succeeded = [(row[1], row[2]) for row in written if row[3] == "succeeded"]
        failed = [row[1] for row in written if row[3] == "failed"]
        queues = unlock_dependants(succeeded)
        skip_dependants(failed)
        refresh_statuses(touched)
        notify_due(queues - {own_queue})
    return Settled(frozenset(touched), frozenset(queues), stale=len(outcomes) - len(written))


def _row(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": str(outcome.step_run_id),
        "fence": outcome.fence,
        "status": outcome.status,
        "attempt": outcome.attempt,
        "retry_in": outcome.retry_in,
        "in_doubt": outcome.in_doubt,
        "output": outcome.output,
        "record": outcome.record[:200],
        "record_url": outcome.record_url[:500],
        "error_kind": outcome.error_kind,
        "message": outcome.message,
        "request": outcome.request,
        "response": outcome.response,
    }
