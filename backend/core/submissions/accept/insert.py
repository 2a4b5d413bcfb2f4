"""Writing an accepted submission: one statement, so one round trip and one flush to the disk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import Enum
from typing import Any

from django.db import transaction

from core.ids import uuid7
from core.postgres.statements import fetch_prepared
from core.submissions.accept.order import Place, places_behind
from core.submissions.accept.steps import Steps
from core.submissions.models import Submission
from core.submissions.state import DELIVER_WITHIN
from core.workflows.selectors import Address

# Whether the version is still the live one at its address is seen here, so that nobody has to ask
# before. Whoever else holds the key's lock is inserting it at this very moment: that is told at
# once instead of waiting for the other's commit.
_INSERT = """
WITH live AS MATERIALIZED (
    SELECT WHERE %(form_slug)s::text IS NULL AND %(slug)s::text IS NULL
    UNION ALL
    SELECT FROM workflows_workflow
    WHERE id = %(workflow)s AND current_id = %(version)s
        AND (form_slug = %(form_slug)s::text OR slug = %(slug)s::text)
), turn AS MATERIALIZED (
    SELECT pg_try_advisory_xact_lock(hashtextextended(
        %(organization)s::text || %(workflow)s::text || %(key)s::text, 1)) AS mine
    FROM live WHERE %(key)s::text IS NOT NULL
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
        (id, organization_id, workflow_id, version_id, reference, subject, source, data,
         request_id, created_at)
    SELECT %(id)s::uuid, %(organization)s::uuid, %(workflow)s::uuid, %(version)s::uuid,
           %(reference)s, %(subject)s, %(source)s, %(data)s::jsonb, %(request_id)s, now()
    FROM live WHERE %(key)s::text IS NULL OR EXISTS (SELECT FROM claimed)
    RETURNING id, organization_id, created_at
), begun AS (
    INSERT INTO submissions_submissionstate (submission_id, organization_id, status)
    SELECT id, organization_id, 'accepted' FROM accepted
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
    FROM accepted, (
        SELECT id, ordering_key, coalesce(behind, false) AS behind, position
        FROM unnest(%(runs)s::uuid[], %(ordering)s::text[], %(behind)s::bool[])
            WITH ORDINALITY AS given(id, ordering_key, behind, position)
    ) AS run
    JOIN workflows_step AS step
        ON step.version_id = %(version)s::uuid AND step.position = run.position
)
SELECT (SELECT created_at FROM accepted), (SELECT mine FROM turn), EXISTS (SELECT FROM live)
"""


class Written(Enum):
    """How an insert ended; only the first wrote anything."""

    ACCEPTED = "accepted"
    KEY_TAKEN = "key_taken"
    """A submission with this key is committed."""
    KEY_IN_PROGRESS = "key_in_progress"
    """Another request with this key has not committed yet."""
    REPLACED = "replaced"
    """The version is not the live one at its address any more."""


def submission_insert(
    submission: Submission,
    steps: Steps,
    *,
    places: Sequence[Place],
    idempotency_key: str | None,
    body_hash: bytes,
    address: Address | None = None,
) -> Written:
    """Write a new submission with its step runs and its idempotency row, all or nothing.

    ``places``: where its ordered steps stand in line. ``address``: where its version must be live.
    """
    parameters = _parameters(submission, steps, idempotency_key, body_hash, address)
    if not places:
        return _insert(submission, parameters)
    with transaction.atomic():
        ordering, behind = line_columns(steps, places_behind(places))
        return _insert(submission, parameters | {"ordering": ordering, "behind": behind})


def _parameters(
    submission: Submission,
    steps: Steps,
    key: str | None,
    body_hash: bytes,
    address: Address | None,
) -> dict[str, Any]:
    of_form = address is not None and address.organization_id is None
    return {
        "id": submission.pk,
        "organization": submission.organization_id,
        "workflow": submission.workflow_id,
        "version": submission.version_id,
        "reference": submission.reference,
        "subject": submission.subject,
        "source": submission.source,
        "data": json.dumps(submission.data),
        "request_id": submission.request_id,
        "key_id": uuid7(),
        "key": key,
        "body_hash": body_hash,
        "within": DELIVER_WITHIN,
        # As text: lists are turned into arrays by Python code.
        "runs": "{" + ",".join([str(uuid7()) for _ in range(steps.count)]) + "}",
        "ordering": None,
        "behind": None,
        "form_slug": address.slug if address and of_form else None,
        "slug": address.slug if address and not of_form else None,
    }


def _insert(submission: Submission, parameters: dict[str, Any]) -> Written:
    ((created_at, mine, live),) = fetch_prepared(_INSERT, parameters)
    if not live:
        return Written.REPLACED
    if created_at is None:
        return Written.KEY_IN_PROGRESS if mine is False else Written.KEY_TAKEN
    submission.created_at = created_at
    submission._state.adding = submission.state._state.adding = False
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
