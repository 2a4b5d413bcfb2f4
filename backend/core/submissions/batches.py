"""Accepting many submissions at once: each on its own merits, all accepted ones in one commit."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from core.kit.errors import DomainError
from core.kit.ids import uuid7
from core.kit.statements import fetch
from core.submissions.checking import canonical_hash, data_check, submission_make
from core.submissions.intake import Steps, line_columns, version_steps
from core.submissions.models import IdempotencyKey, Source, Submission
from core.submissions.queueing import Place, places_behind, places_of
from core.submissions.services import in_progress, key_reused
from core.submissions.status import DELIVER_WITHIN
from core.submissions.wakeups import notify_due
from core.workflows.models import WorkflowVersion

BATCH_MOST = 1000

_INSERT = """
WITH item AS (
    SELECT * FROM unnest(%(ids)s::uuid[], %(references)s::text[], %(subjects)s::text[],
        %(data)s::text[], %(keys)s::text[], %(hashes)s::bytea[], %(key_ids)s::uuid[]
    ) AS item(id, reference, subject, data, key, body_hash, key_id)
), claimed AS (
    INSERT INTO submissions_idempotencykey
        (id, organization_id, workflow_id, key, body_hash, submission_id, created_at)
    SELECT key_id, %(organization)s::uuid, %(workflow)s::uuid, key, body_hash, id, now()
    FROM item WHERE key IS NOT NULL
    ORDER BY key  -- so that two batches with the same keys wait for each other, never in a circle
    ON CONFLICT (organization_id, workflow_id, key) DO NOTHING
    RETURNING submission_id
), accepted AS (
    INSERT INTO submissions_submission
        (id, organization_id, workflow_id, version_id, reference, subject, status, source, data,
         request_id, created_at)
    SELECT id, %(organization)s::uuid, %(workflow)s::uuid, %(version)s::uuid, reference, subject,
           'accepted', %(source)s, data::jsonb, %(request_id)s, now()
    FROM item WHERE key IS NULL OR id IN (SELECT submission_id FROM claimed)
    RETURNING id
), runs AS (
    INSERT INTO submissions_steprun
        (id, organization_id, submission_id, step_id, connection_id, position, queue, waiting_for,
         ordering_key, behind, status, next_attempt_at, deadline_at,
         tries, failures, fence, in_doubt, record, record_url, error_kind, error_message)
    SELECT run.id, %(organization)s::uuid, accepted.id, step.id, step.connection_id,
           step.position, step.queue, cardinality(step.depends_on) + run.behind::int,
           run.ordering_key, run.behind,
           CASE cardinality(step.depends_on) + run.behind::int
               WHEN 0 THEN 'ready' ELSE 'blocked' END,
           CASE cardinality(step.depends_on) + run.behind::int WHEN 0 THEN now() END,
           now() + %(within)s, 0, 0, 0, false, '', '', '', ''
    FROM unnest(%(run_ids)s::uuid[], %(run_of)s::uuid[], %(run_position)s::int[],
                %(run_ordering)s::text[], %(run_behind)s::bool[]
    ) AS run(id, submission_id, position, ordering_key, behind)
    JOIN accepted ON accepted.id = run.submission_id
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
    """What became of an item: a submission, or the error that says why there is none."""

    submission: Submission | None = None
    replayed: bool = False
    error: DomainError | None = None


@dataclass(slots=True)
class _Candidate:
    item: Item
    result: Result
    submission: Submission
    places: list[Place]
    body_hash: bytes


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
    steps = version_steps(version.pk)
    results = [Result() for _ in items]
    candidates = []
    for item, result in zip(items, results, strict=True):
        try:
            clean = data_check(version, item.data)
            places = places_of(steps.ordered, clean)
        except DomainError as error:
            result.error = error
            continue
        submission = submission_make(version, clean, source, request_id)
        hashed = canonical_hash(item.data) if item.idempotency_key else b""
        candidates.append(_Candidate(item, result, submission, places, hashed))
    if candidates:
        accepted = _write(version, steps, candidates, source, request_id)
        _tell(version, candidates, accepted)
        if accepted:
            notify_due(steps.first_queues)
    return results


def _write(
    version: WorkflowVersion,
    steps: Steps,
    candidates: list[_Candidate],
    source: Source,
    request_id: str,
) -> set[uuid.UUID]:
    parameters = {
        "organization": version.organization_id,
        "workflow": version.workflow_id,
        "version": version.pk,
        "source": source,
        "request_id": request_id,
        "within": DELIVER_WITHIN,
        **_item_columns(candidates),
    }
    if not steps.ordered:
        columns = _run_columns(steps, [(each, []) for each in candidates])
        return {row[0] for row in fetch(_INSERT, parameters | columns)}
    with transaction.atomic():
        every = [place for each in candidates for place in each.places]
        stood = iter(places_behind(every))
        lines = [(each, [next(stood) for _ in each.places]) for each in candidates]
        return {row[0] for row in fetch(_INSERT, parameters | _run_columns(steps, lines))}


def _item_columns(candidates: list[_Candidate]) -> dict[str, list[Any]]:
    return {
        "ids": [each.submission.pk for each in candidates],
        "references": [each.submission.reference for each in candidates],
        "subjects": [each.submission.subject for each in candidates],
        "data": [json.dumps(each.submission.data) for each in candidates],
        "keys": [each.item.idempotency_key for each in candidates],
        "hashes": [each.body_hash for each in candidates],
        "key_ids": [uuid7() for _ in candidates],
    }


def _run_columns(
    steps: Steps, lines: list[tuple[_Candidate, list[tuple[Place, bool]]]]
) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {
        name: [] for name in ("run_ids", "run_of", "run_position", "run_ordering", "run_behind")
    }
    for candidate, places in lines:
        ordering, behind = line_columns(steps, places)
        columns["run_ids"] += [uuid7() for _ in range(steps.count)]
        columns["run_of"] += [candidate.submission.pk] * steps.count
        columns["run_position"] += range(1, steps.count + 1)
        columns["run_ordering"] += ordering
        columns["run_behind"] += behind
    return columns


def _tell(version: WorkflowVersion, candidates: list[_Candidate], accepted: set[uuid.UUID]) -> None:
    """Give each candidate its submission: its own, or the one that its key made before."""
    taken = {each.item.idempotency_key for each in candidates if each.submission.pk not in accepted}
    owned = IdempotencyKey.objects.filter(organization_id=version.organization_id)
    earlier = {
        row.key: row
        for row in owned.filter(workflow_id=version.workflow_id, key__in=taken).select_related(
            "submission"
        )
    }
    for candidate in candidates:
        if candidate.submission.pk in accepted:
            candidate.result.submission = candidate.submission
            continue
        row = earlier.get(candidate.item.idempotency_key or "")
        if row is None:
            candidate.result.error = in_progress()
        elif bytes(row.body_hash) != candidate.body_hash:
            candidate.result.error = key_reused()
        else:
            candidate.result.submission, candidate.result.replayed = row.submission, True
