"""Writing an accepted submission: one statement, so one round trip and one flush to the disk."""

from __future__ import annotations

import functools
import json
import uuid
from dataclasses import dataclass
from typing import Any

from django.db import connection

from core.kit.ids import uuid7
from core.submissions.models import Submission
from core.submissions.status import DELIVER_WITHIN
from core.workflows.models import Step

_VERSIONS_KEPT = 1024

_INSERT = """
WITH claimed AS (
    INSERT INTO submissions_idempotencykey
        (id, organization_id, workflow_id, key, body_hash, submission_id, created_at)
    SELECT %(key_id)s::uuid, %(organization)s::uuid, %(workflow)s::uuid, %(key)s, %(body_hash)s,
           %(id)s::uuid, now()
    WHERE %(key)s IS NOT NULL
    ON CONFLICT (organization_id, workflow_id, key) DO NOTHING
    RETURNING id
), accepted AS (
    INSERT INTO submissions_submission
        (id, organization_id, workflow_id, version_id, reference, subject, status, source, data,
         request_id, created_at)
    SELECT %(id)s::uuid, %(organization)s::uuid, %(workflow)s::uuid, %(version)s::uuid,
           %(reference)s, %(subject)s, %(status)s, %(source)s, %(data)s::jsonb, %(request_id)s,
           now()
    WHERE %(key)s IS NULL OR EXISTS (SELECT FROM claimed)
    RETURNING id, organization_id, created_at
), runs AS (
    INSERT INTO submissions_steprun
        (id, organization_id, submission_id, step_id, connection_id, position, queue, waiting_for,
         status, next_attempt_at, deadline_at, tries, failures, fence, in_doubt, behind,
         record, record_url, error_kind, error_message)
    SELECT run.id, accepted.organization_id, accepted.id, step.id, step.connection_id,
           step.position, step.queue, cardinality(step.depends_on),
           CASE cardinality(step.depends_on) WHEN 0 THEN 'ready' ELSE 'blocked' END,
           CASE cardinality(step.depends_on) WHEN 0 THEN now() END, now() + %(within)s,
           0, 0, 0, false, false, '', '', '', ''
    FROM accepted, unnest(%(runs)s::uuid[]) WITH ORDINALITY AS run(id, position)
    JOIN workflows_step AS step
        ON step.version_id = %(version)s::uuid AND step.position = run.position
)
SELECT created_at FROM accepted
"""


@dataclass(frozen=True, slots=True)
class Steps:
    """How many a version has, and the queues of those that are due at once."""

    count: int
    first_queues: frozenset[str]


@functools.lru_cache(maxsize=_VERSIONS_KEPT)
def version_steps(version_id: uuid.UUID) -> Steps:
    """Read once per process: a published version never changes. Positions count from 1."""
    steps = list(Step.objects.filter(version_id=version_id))
    first = frozenset(step.queue for step in steps if not step.depends_on)
    return Steps(count=len(steps), first_queues=first)


def submission_insert(
    submission: Submission, steps: Steps, *, idempotency_key: str | None, body_hash: bytes
) -> bool:
    """Write a new submission with its step runs and its idempotency row, all or nothing.

    False, with nothing written, when the key is taken: a concurrent holder of the same key
    has committed by then.
    """
    parameters: dict[str, Any] = {
        "id": submission.pk,
        "organization": submission.organization_id,
        "workflow": submission.workflow_id,
        "version": submission.version_id,
        "reference": submission.reference,
        "subject": submission.subject,
        "status": submission.status,
        "source": submission.source,
        "data": json.dumps(submission.data),
        "request_id": submission.request_id,
        "key_id": uuid7(),
        "key": idempotency_key,
        "body_hash": body_hash,
        "within": DELIVER_WITHIN,
        "runs": [uuid7() for _ in range(steps.count)],
    }
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, parameters)
        written = cursor.fetchone()
    if written is None:
        return False
    (submission.created_at,) = written
    submission._state.adding = False
    return True
