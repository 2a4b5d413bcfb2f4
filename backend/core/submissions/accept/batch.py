"""Accepting many submissions at once: each on its own merits, all accepted ones in one commit."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from core.errors import DomainError, Unprocessable
from core.ids import short_code, uuid7_text
from core.postgres.statements import fetch_prepared
from core.submissions.accept.check import data_check, subject_of
from core.submissions.accept.idempotency import (
    body_hash,
    body_matches,
    in_progress,
    key_reused,
    keys_held,
)
from core.submissions.accept.insert import line_columns
from core.submissions.accept.order import Place, places_behind, places_of
from core.submissions.accept.steps import Steps, version_steps
from core.submissions.models import Source
from core.submissions.sensitive import answers_seal
from core.submissions.state import DELIVER_WITHIN, notify_due
from core.workflows.forms import form_files
from core.workflows.models import WorkflowVersion

BATCH_MOST = 1000

# One JSON text in, because lists are turned into arrays by Python code, a value at a time.
_INSERT = """
WITH item AS MATERIALIZED (
    SELECT * FROM json_to_recordset(%(items)s::json) AS given(
        id uuid, reference text, subject text, data jsonb, key text, body_hash text, key_id uuid,
        runs uuid[], ordering text[], behind bool[])
), claimed AS (
    INSERT INTO submissions_idempotencykey
        (id, organization_id, workflow_id, key, body_hash, submission_id, created_at)
    SELECT key_id, %(organization)s::uuid, %(workflow)s::uuid, key, decode(body_hash, 'hex'), id,
           now()
    FROM item WHERE key IS NOT NULL
    ORDER BY key  -- so that two batches with the same keys wait for each other, never in a circle
    ON CONFLICT (organization_id, workflow_id, key) DO NOTHING
    RETURNING submission_id
), accepted AS (
    INSERT INTO submissions_submission
        (id, organization_id, workflow_id, version_id, reference, subject, source, data,
         request_id, created_at)
    SELECT id, %(organization)s::uuid, %(workflow)s::uuid, %(version)s::uuid, reference, subject,
           %(source)s, data, %(request_id)s, now()
    FROM item WHERE key IS NULL OR id IN (SELECT submission_id FROM claimed)
    RETURNING id
), begun AS (
    INSERT INTO submissions_submissionstate (submission_id, organization_id, status)
    SELECT id, %(organization)s::uuid, 'accepted' FROM accepted
), runs AS (
    INSERT INTO submissions_steprun
        (id, organization_id, submission_id, step_id, connection_id, position, queue, waiting_for,
         ordering_key, behind, status, next_attempt_at, deadline_at,
         tries, failures, fence, in_doubt, record, record_url, error_kind, error_message)
    SELECT run.id, %(organization)s::uuid, item.id, step.id, step.connection_id,
           step.position, step.queue, cardinality(step.depends_on) + run.behind::int,
           run.ordering_key, run.behind,
           CASE cardinality(step.depends_on) + run.behind::int
               WHEN 0 THEN 'ready' ELSE 'blocked' END,
           CASE cardinality(step.depends_on) + run.behind::int WHEN 0 THEN now() END,
           now() + %(within)s, 0, 0, 0, false, '', '', '', ''
    FROM accepted JOIN item USING (id) CROSS JOIN LATERAL (
        SELECT id, ordering_key, coalesce(behind, false) AS behind, position
        FROM unnest(item.runs, item.ordering, item.behind)
            WITH ORDINALITY AS given(id, ordering_key, behind, position)
    ) AS run
    JOIN workflows_step AS step
        ON step.version_id = %(version)s::uuid AND step.position = run.position
    ORDER BY run.id
)
SELECT id FROM accepted
"""


@dataclass(frozen=True, slots=True)
class Item:
    """One submission of a batch, as it came in."""

    data: dict[str, Any]
    idempotency_key: str | None = None


@dataclass(slots=True)
class Result:
    """What became of an item: a submission's id and reference, or why there is none."""

    id: uuid.UUID | None = None
    reference: str | None = None
    replayed: bool = False
    error: DomainError | None = None


@dataclass(slots=True)
class _Candidate:
    result: Result
    item: Item
    places: list[Place]
    row: dict[str, Any]
    """Of the statement's ``item``."""


def submissions_accept(
    *,
    version: WorkflowVersion,
    items: Sequence[Item],
    source: Source,
    request_id: str = "",
) -> list[Result]:
    """Accept every valid item, in one commit; the results in the order of the items.

    An item's key works as in `submission_accept`, within the batch too.
    """
    steps = version_steps(version.organization_id, version.pk)
    results = []
    candidates = []
    for item in items:
        try:
            result, candidate = Result(), _candidate(version, steps, item)
        except DomainError as error:
            results.append(Result(error=error))
            continue
        candidate.result = result
        results.append(result)
        candidates.append(candidate)
    if candidates:
        accepted = _write(version, steps, candidates, source, request_id)
        _assign_results(version, candidates, accepted)
        if accepted:
            notify_due(steps.first_queues)
    return results


def _candidate(version: WorkflowVersion, steps: Steps, item: Item) -> _Candidate:
    clean = data_check(version, item.data)
    if any(clean.get(key) for key in form_files(version)):
        raise Unprocessable("Submissions with files are sent one at a time, not in a batch.")
    places = places_of(steps.ordered, clean) if steps.ordered else []
    submission_id = uuid7_text()
    row: dict[str, Any] = {
        "id": submission_id,
        "reference": f"WB-{short_code(10)}",
        "subject": subject_of(version, clean),
        "data": answers_seal(version, submission_id, clean),
        "runs": [uuid7_text() for _ in range(steps.count)],
    }
    if item.idempotency_key is not None:
        row["key"] = item.idempotency_key
        row["key_id"] = uuid7_text()
        row["body_hash"] = body_hash(version, item.data).hex()
    return _Candidate(Result(), item, places, row)


def _write(
    version: WorkflowVersion,
    steps: Steps,
    candidates: list[_Candidate],
    source: Source,
    request_id: str,
) -> set[str]:
    """The ids of the submissions that were written."""
    parameters = {
        "organization": version.organization_id,
        "workflow": version.workflow_id,
        "version": version.pk,
        "source": source,
        "request_id": request_id,
        "within": DELIVER_WITHIN,
    }
    if not steps.ordered:
        return _insert(parameters, candidates)
    with transaction.atomic():
        stood = iter(places_behind([place for each in candidates for place in each.places]))
        for candidate in candidates:
            places = [next(stood) for _ in candidate.places]
            candidate.row["ordering"], candidate.row["behind"] = line_columns(steps, places)
        return _insert(parameters, candidates)


def _insert(parameters: dict[str, Any], candidates: list[_Candidate]) -> set[str]:
    items = json.dumps([candidate.row for candidate in candidates], check_circular=False)
    return {str(row[0]) for row in fetch_prepared(_INSERT, parameters | {"items": items})}


def _assign_results(
    version: WorkflowVersion, candidates: list[_Candidate], accepted: set[str]
) -> None:
    """Give each candidate its submission: its own, or the one that its key made before."""
    others = []
    for candidate in candidates:
        if candidate.row["id"] in accepted:
            candidate.result.id = uuid.UUID(candidate.row["id"])
            candidate.result.reference = candidate.row["reference"]
        else:
            others.append(candidate)
    earlier = keys_held(version, {each.row["key"] for each in others})
    for candidate in others:
        key = earlier.get(candidate.row["key"])
        if key is None:
            candidate.result.error = in_progress()
        elif not body_matches(bytes(key.body_hash), version, candidate.item.data):
            candidate.result.error = key_reused()
        else:
            candidate.result.id = key.submission_id
            candidate.result.reference = key.submission.reference
            candidate.result.replayed = True
