"""Writing accepted submissions: one statement, so one round trip and one flush to the disk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.ids import uuid7_text
from core.postgres.statements import fetch_prepared
from core.submissions.accept.check import Draft
from core.submissions.accept.command import Acceptance, Item
from core.submissions.accept.idempotency import body_hash
from core.submissions.accept.order import InLine, Place
from core.submissions.accept.steps import Steps
from core.submissions.state import ACCEPTED_FACTS, DELIVER_WITHIN
from core.tracing import trace_current
from core.workflows.models import WorkflowVersion
from core.workflows.versions import TAKEN_FOR, Address

# What an item gives. In the statement for one they are its parameters, in the one for many the
# columns of its records.
_ITEM = {
    "id": "uuid",
    "reference": "text",
    "subject": "text",
    "language": "text",
    "data": "jsonb",
    "key": "text",
    "key_id": "uuid",
    "body_hash": "text",
    "runs": "uuid[]",
    "ordering": "text[]",
    "behind": "bool[]",
}

# Whether the version is still the live one at its address, or was not long ago when a page was
# opened, is seen here, so that nobody has to ask before; and whether the live one is still the one
# that said that the form is open. The ids come back as one text, because
# arrays are turned into lists by Python code.
_STATEMENT = """
WITH live AS MATERIALIZED (
    SELECT WHERE %(form_slug)s::text IS NULL AND %(slug)s::text IS NULL
    UNION ALL
    SELECT FROM workflows_workflow
    WHERE id = %(workflow)s AND {taken} AND archived_at IS NULL
        AND (form_slug = %(form_slug)s::text OR slug = %(slug)s::text)
), {given} claimed AS (
    INSERT INTO submissions_idempotencykey
        (id, organization_id, workflow_id, key, body_hash, submission_id, created_at)
    SELECT {key_id}, %(organization)s::uuid, %(workflow)s::uuid, {key}, decode({body_hash}, 'hex'),
           {id}, now()
    FROM {items} WHERE {key} IS NOT NULL {in_turn}
    ON CONFLICT (organization_id, workflow_id, key) DO NOTHING
    RETURNING submission_id
), accepted AS (
    INSERT INTO submissions_submission
        (id, organization_id, workflow_id, version_id, reference, subject, source, language, data,
         request_id, trace, created_at)
    SELECT {id}, %(organization)s::uuid, %(workflow)s::uuid, %(version)s::uuid,
           {reference}, {subject}, %(source)s, {language}, {data},
           %(request_id)s, %(trace)s::bytea, now()
    FROM {items} WHERE {key} IS NULL OR {claimed}
    RETURNING id
), counted AS (
    {accepted_facts}
), begun AS (
    INSERT INTO submissions_submissionstate (submission_id, organization_id, status)
    SELECT id, %(organization)s::uuid, 'accepted' FROM accepted
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
    FROM {accepted} CROSS JOIN LATERAL (
        SELECT id, ordering_key, coalesce(behind, false) AS behind, position
        FROM unnest({runs}, {ordering}, {behind})
            WITH ORDINALITY AS given(id, ordering_key, behind, position)
    ) AS run
    JOIN workflows_step AS step
        ON step.version_id = %(version)s::uuid AND step.position = run.position
    {runs_sorted}
)
SELECT now(), (SELECT {ids} FROM accepted) FROM live
"""

# One JSON text, because lists are turned into arrays by Python code, a value at a time.
_RECORDS = """item AS MATERIALIZED (
    SELECT * FROM json_to_recordset(%(items)s::json) AS given({columns})
),"""

# One item costs PostgreSQL an eighth more as a JSON text with one record than as parameters, so
# there are two forms of the statement (docs/decisions/0019-two-forms-of-one-statement.md).
# Looking at the version costs it another fortieth, so only for a page that was opened.
_LIVE = "current_id = %(version)s"
_LIVE_OR_OPENED = """current_id IS NOT NULL AND (current_id = %(version)s OR EXISTS (
        SELECT FROM workflows_workflowversion
        WHERE id = %(version)s AND replaced_at > now() - %(taken_for)s))
    AND current_id = %(live)s"""
_OF_ALL = {"accepted_facts": ACCEPTED_FACTS.format(organization="%(organization)s::uuid")}
_OF_ONE = {
    **_OF_ALL,
    "given": "",
    "items": "live",
    "claimed": "EXISTS (SELECT FROM claimed)",
    "accepted": "accepted",
    "ids": "id::text",  # an aggregate would cost PostgreSQL a fortieth of the whole
    # Whoever else holds the lock is inserting this key at this very moment: that is told at once
    # instead of waiting for the other's commit.
    "in_turn": """AND pg_try_advisory_xact_lock(hashtextextended(
        %(organization)s::text || %(workflow)s::text || %(key)s::text, 1))""",
    "runs_sorted": "",
    **{name: f"%({name})s::{kind}" for name, kind in _ITEM.items()},
}
_ONE = _STATEMENT.format(taken=_LIVE, **_OF_ONE)
_ONE_OPENED = _STATEMENT.format(taken=_LIVE_OR_OPENED, **_OF_ONE)

_MANY = _STATEMENT.format(
    **_OF_ALL,
    taken=_LIVE,
    given=_RECORDS.format(columns=", ".join(f"{name} {kind}" for name, kind in _ITEM.items())),
    items="live, item",
    claimed="item.id IN (SELECT submission_id FROM claimed)",
    accepted="accepted JOIN item USING (id)",
    ids="string_agg(id::text, ' ')",
    # No lock for each of a thousand keys: the table of locks is shared. In the order of the keys
    # two batches with the same ones wait for each other, never in a circle.
    in_turn="ORDER BY item.key",
    runs_sorted="ORDER BY run.id",
    **{name: f"item.{name}" for name in _ITEM},
)


class VersionReplaced(Exception):
    """It is not, or no longer, the version that is meant at the address, or another is live."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that was checked. ``places``: where its ordered steps stand in line."""

    item: Item
    draft: Draft
    places: list[Place]


def submissions_insert(
    asked: Acceptance,
    version: WorkflowVersion,
    steps: Steps,
    candidates: Sequence[Candidate],
    lines: Sequence[InLine],
    live: WorkflowVersion,
) -> dict[str, datetime]:
    """Write submissions with their step runs and their idempotency rows, all or nothing of each.

    Returns the ids of those that were written, and when; the keys of the others are taken.
    Raises VersionReplaced when the version is not the one meant at the address asked for, or
    ``live`` is not the live one there.
    """
    rows = [
        _row(version, steps, candidate, line)
        for candidate, line in zip(candidates, lines, strict=True)
    ]
    parameters = _parameters(asked, version) | {"live": live.pk}
    if asked.in_batch:
        items = json.dumps(rows, check_circular=False)
        found = fetch_prepared(_MANY, parameters | {"items": items})
    else:
        (row,) = rows
        # As text: lists are turned into arrays by Python code.
        texts = {"data": json.dumps(row["data"]), "runs": "{" + ",".join(row["runs"]) + "}"}
        statement = _ONE_OPENED if _is_opened(asked) else _ONE
        found = fetch_prepared(statement, parameters | row | texts)
    if not found:
        raise VersionReplaced
    ((at, ids),) = found
    return dict.fromkeys(ids.split(), at) if ids else {}


def _parameters(asked: Acceptance, version: WorkflowVersion) -> dict[str, Any]:
    address = asked.to if isinstance(asked.to, Address) else None
    trace = trace_current()
    of_form = address is not None and address.organization_id is None
    return {
        "organization": version.organization_id,
        "workflow": version.workflow_id,
        "version": version.pk,
        "source": asked.source,
        "request_id": asked.request_id,
        "trace": trace.to_bytes() if trace else None,
        "within": DELIVER_WITHIN,
        "taken_for": TAKEN_FOR,
        "form_slug": address.slug if address and of_form else None,
        "slug": address.slug if address and not of_form else None,
    }


def _is_opened(asked: Acceptance) -> bool:
    return isinstance(asked.to, Address) and asked.to.opened is not None


def _row(
    version: WorkflowVersion, steps: Steps, candidate: Candidate, line: InLine
) -> dict[str, Any]:
    item, draft = candidate.item, candidate.draft
    keyed = item.idempotency_key is not None
    return {
        "id": draft.id,
        "reference": draft.reference,
        "subject": draft.subject,
        "language": draft.language,
        "data": draft.data,
        "key": item.idempotency_key,
        "key_id": uuid7_text() if keyed else None,
        "body_hash": body_hash(version, item.data).hex() if keyed else None,
        "runs": [uuid7_text() for _ in range(steps.count)],
        "ordering": line.ordering,
        "behind": line.behind,
    }
