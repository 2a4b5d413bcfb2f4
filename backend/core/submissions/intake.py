"""Writing an accepted submission: one statement, so one round trip and one flush to the disk."""

from __future__ import annotations

import functools
import json
import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import connection

from core.kit.ids import uuid7
from core.submissions.models import Submission
from core.workflows.models import Step

DELIVER_WITHIN = timedelta(days=3)

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
         status, next_attempt_at, deadline_at, tries, fence, look_first,
         record, record_url, error_kind, error_message)
    SELECT step.run_id, accepted.organization_id, accepted.id, step.step_id, step.connection_id,
           step.position, step.queue, step.waiting_for,
           CASE step.waiting_for WHEN 0 THEN 'ready' ELSE 'blocked' END,
           CASE step.waiting_for WHEN 0 THEN now() END, now() + %(within)s, 0, 0, false,
           '', '', '', ''
    FROM accepted, unnest(%(run_ids)s::uuid[], %(step_ids)s::uuid[], %(connections)s::uuid[],
                          %(positions)s::int[], %(queues)s::text[], %(waiting_for)s::int[])
        AS step(run_id, step_id, connection_id, position, queue, waiting_for)
)
SELECT created_at FROM accepted
"""


@dataclass(frozen=True, slots=True)
class Steps:
    """The columns of a version's steps that its runs copy, each in the order of the steps."""

    ids: list[uuid.UUID]
    connections: list[uuid.UUID]
    positions: list[int]
    queues: list[str]
    waiting_for: list[int]

    @property
    def first_queues(self) -> set[str]:
        """Where the work is that is due at once."""
        pairs = zip(self.queues, self.waiting_for, strict=True)
        return {queue for queue, waiting_for in pairs if waiting_for == 0}


@functools.lru_cache(maxsize=_VERSIONS_KEPT)
def version_steps(version_id: uuid.UUID) -> Steps:
    """The steps of a version, read once per process: a published version never changes."""
    steps = list(Step.objects.filter(version_id=version_id).order_by("position"))
    return Steps(
        ids=[step.pk for step in steps],
        connections=[step.connection_id for step in steps],
        positions=[step.position for step in steps],
        queues=[step.queue for step in steps],
        waiting_for=[len(step.depends_on) for step in steps],
    )


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
        "run_ids": [uuid7() for _ in steps.ids],
        "step_ids": steps.ids,
        "connections": steps.connections,
        "positions": steps.positions,
        "queues": steps.queues,
        "waiting_for": steps.waiting_for,
    }
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, parameters)
        written = cursor.fetchone()
    if written is None:
        return False
    (submission.created_at,) = written
    submission._state.adding = False
    return True
