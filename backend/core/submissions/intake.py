"""Writing an accepted submission: one statement, so one round trip and one flush to the disk."""

from __future__ import annotations

import functools
import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.db import transaction

from core.kit.ids import uuid7
from core.kit.statements import fetch_prepared
from core.submissions.models import Submission
from core.submissions.queueing import Place, places_behind
from core.submissions.status import DELIVER_WITHIN
from core.workflows.models import Step

_VERSIONS_KEPT = 1024

# Whoever else holds the key's lock is inserting it at this very moment: that is told at once
# instead of waiting for the other's commit.
_INSERT = """
WITH turn AS MATERIALIZED (
    SELECT pg_try_advisory_xact_lock(hashtextextended(
        %(organization)s::text || %(workflow)s::text || %(key)s::text, 1)) AS mine
    WHERE %(key)s::text IS NOT NULL
), claimed AS (
    INSERT INTO submissions_idempotencykey
        (id, organization_id, workflow_id, key, body_hash, submission_id, created_at)
    SELECT %(key_id)s::uuid, %(organization)s::uuid, %(workflow)s::uuid, %(key)s::text,
           %(body_hash)s::bytea, %(id)s::uuid, now()
    FROM turn WHERE turn.mine
    ON CONFLICT (organization_id, workflow_id, key) DO NOTHING
    RETURNING id
), accepted AS (
    INSERT INTO submissions_submission
        (id, organization_id, workflow_id, version_id, reference, subject, status, source, data,
         request_id, created_at)
    SELECT %(id)s::uuid, %(organization)s::uuid, %(workflow)s::uuid, %(version)s::uuid,
           %(reference)s, %(subject)s, %(status)s, %(source)s, %(data)s::jsonb, %(request_id)s,
           now()
    WHERE %(key)s::text IS NULL OR EXISTS (SELECT FROM claimed)
    RETURNING id, organization_id, created_at
), runs AS (
    INSERT INTO submissions_steprun
        (id, organization_id, submission_id, step_id, connection_id, position, queue, waiting_for,
         ordering_key, behind, status, next_attempt_at, deadline_at,
         tries, failures, fence, in_doubt, record, record_url, error_kind, error_message)
    SELECT run.id, accepted.organization_id, accepted.id, step.id, step.connection_id,
           step.position, step.queue, cardinality(step.depends_on) + run.behind::int,
           run.ordering_key, run.behind,
           CASE cardinality(step.depends_on) + run.behind::int
               WHEN 0 THEN 'ready' ELSE 'blocked' END,
           CASE cardinality(step.depends_on) + run.behind::int WHEN 0 THEN now() END,
           now() + %(within)s, 0, 0, 0, false, '', '', '', ''
    FROM accepted, unnest(%(runs)s::uuid[], %(ordering)s::text[], %(behind)s::bool[])
        WITH ORDINALITY AS run(id, ordering_key, behind, position)
    JOIN workflows_step AS step
        ON step.version_id = %(version)s::uuid AND step.position = run.position
)
SELECT (SELECT created_at FROM accepted), (SELECT mine FROM turn)
"""


class Written(Enum):
    """How an insert ended; only the first wrote anything."""

    ACCEPTED = "accepted"
    KEY_TAKEN = "key_taken"
    """A submission with this key is committed."""
    KEY_IN_PROGRESS = "key_in_progress"
    """Another request with this key has not committed yet."""


@dataclass(frozen=True, slots=True)
class Steps:
    """How many a version has, the queues of those due at once, and which go in order."""

    count: int
    first_queues: frozenset[str]
    ordered: tuple[Step, ...]


@functools.lru_cache(maxsize=_VERSIONS_KEPT)
def version_steps(version_id: uuid.UUID) -> Steps:
    """Read once per process: a published version never changes. Positions count from 1."""
    steps = list(Step.objects.filter(version_id=version_id))
    first = frozenset(step.queue for step in steps if not step.depends_on)
    ordered = tuple(step for step in steps if step.ordering)
    return Steps(count=len(steps), first_queues=first, ordered=ordered)


def submission_insert(
    submission: Submission,
    steps: Steps,
    *,
    places: Sequence[Place],
    idempotency_key: str | None,
    body_hash: bytes,
) -> Written:
    """Write a new submission with its step runs and its idempotency row, all or nothing.

    ``places``: where its ordered steps stand in line.
    """
    if not places:
        return _insert(submission, steps, [], idempotency_key, body_hash)
    with transaction.atomic():
        return _insert(submission, steps, places_behind(places), idempotency_key, body_hash)


def _insert(
    submission: Submission,
    steps: Steps,
    places: Sequence[tuple[Place, bool]],
    idempotency_key: str | None,
    body_hash: bytes,
) -> Written:
    ordering, behind = line_columns(steps, places)
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
        "ordering": ordering,
        "behind": behind,
    }
    ((created_at, mine),) = fetch_prepared(_INSERT, parameters)
    if created_at is None:
        return Written.KEY_IN_PROGRESS if mine is False else Written.KEY_TAKEN
    submission.created_at = created_at
    submission._state.adding = False
    return Written.ACCEPTED


def line_columns(
    steps: Steps, places: Sequence[tuple[Place, bool]]
) -> tuple[list[str | None], list[bool]]:
    """Ordering key and `behind` of each step, by position."""
    ordering: list[str | None] = [None] * steps.count
    behind = [False] * steps.count
    for place, is_behind in places:
        ordering[place.position - 1] = place.key
        behind[place.position - 1] = is_behind
    return ordering, behind
