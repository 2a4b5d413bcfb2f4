"""Taking due step runs: lease, fence and attempt row in one statement, before any network."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, fields
from typing import Any

from django.db import connection

LEASE_GRACE_SECONDS = 30
"""Past an attempt's own timeout before its lease may be taken away."""

_CLAIM = """
WITH due AS (
    SELECT id FROM submissions_steprun
    WHERE queue = %(queue)s AND status IN ('ready', 'waiting') AND next_attempt_at <= now()
    ORDER BY next_attempt_at
    LIMIT %(limit)s
    FOR UPDATE SKIP LOCKED
), taken AS (
    UPDATE submissions_steprun AS run
    SET status = 'sending', fence = run.fence + 1, tries = run.tries + 1, next_attempt_at = NULL,
        claimed_at = clock_timestamp(), first_sent_at = COALESCE(run.first_sent_at, now()),
        lease_until = now() + make_interval(secs => step.timeout_seconds + %(grace)s)
    FROM due, workflows_step AS step
    WHERE run.id = due.id AND step.id = run.step_id
    RETURNING run.id, run.organization_id, run.submission_id, run.step_id, run.position,
              run.fence, run.tries, run.claimed_at, run.in_doubt, cardinality(step.depends_on) > 0 AS chained
), noted AS (
    INSERT INTO submissions_attempt
        (id, organization_id, step_run_id, number, fence, worker, outcome, started_at,
         error_kind, message)
    SELECT gen_random_uuid(), organization_id, id, tries, fence, %(worker)s, 'sending',
           claimed_at, '', ''
    FROM taken
)
SELECT taken.id, taken.submission_id, taken.step_id, taken.fence, taken.tries, taken.in_doubt,
       submission.reference, taken.position, submission.data,
       CASE WHEN taken.chained THEN (
           SELECT jsonb_object_agg(step.key, done.output)
           FROM submissions_steprun AS done JOIN workflows_step AS step ON step.id = done.step_id
           WHERE done.submission_id = taken.submission_id AND done.status = 'succeeded'
       ) END
FROM taken JOIN submissions_submission AS submission ON submission.id = taken.submission_id
"""


@dataclass(frozen=True, slots=True)
class Claim:
    """A step run that is ours until its lease ends, with what its mapping needs."""

    step_run_id: uuid.UUID
    submission_id: uuid.UUID
    step_id: uuid.UUID
    fence: int
    tries: int
    in_doubt: bool
    submission_reference: str
    position: int
    data: dict[str, Any]
    outputs: dict[str, Any]

    @property
    def reference(self) -> str:
        return f"{self.submission_reference}-{self.position}"


_COLUMNS = tuple(field.name for field in fields(Claim))


def claim_due(*, queue: str, limit: int, worker: str) -> list[Claim]:
    """Claim up to ``limit`` due step runs of a queue, oldest due first, by its clock."""
    parameters: dict[str, str | int] = {
        "queue": queue,
        "limit": limit,
        "worker": worker,
        "grace": LEASE_GRACE_SECONDS,
    }
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, parameters)
        return [_claim(row) for row in cursor.fetchall()]


def _claim(row: tuple[Any, ...]) -> Claim:
    """The columns come in the order of `Claim`'s fields."""
    values = dict(zip(_COLUMNS, row, strict=True))
    values["data"], values["outputs"] = _json(values["data"]), _json(values["outputs"]) or {}
    return Claim(**values)


def _json(value: Any) -> Any:
    """Django leaves jsonb as text on its raw cursors."""
    return json.loads(value) if isinstance(value, str) else value
