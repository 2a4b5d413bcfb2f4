"""What needs a person, put together by its cause: steps, connections and workers."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from core.delivery.models import PauseReason
from core.delivery.operate import heartbeats_missing
from core.ids import uuid7_floor
from core.postgres.statements import fetch
from core.postgres.tenancy import Identified
from core.submissions.state import DELIVER_WITHIN
from core.workflows.models import Queue

MOST_LOOKED_AT = 2_000
"""Submissions of one kind, the newest. More of them are told as "at least"."""
LATELY = timedelta(days=30)
OVERDUE_AFTER = timedelta(hours=4)
"""Since a step could have been delivered, as the alert about it usually has it."""
MOST_CAUSES = 50


class NeedKind(StrEnum):
    """The gravest first. Callback endpoints and credentials are found by their own rooms."""

    CONNECTION_REFUSED = "connection_refused"
    WORKER_SILENT = "worker_silent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    CONNECTION_OPEN = "connection_open"
    OVERDUE = "overdue"
    CALLBACKS_DISABLED = "callbacks_disabled"
    CONNECTION_PAUSED = "connection_paused"
    CREDENTIAL_ENDS = "credential_ends"


@dataclass(frozen=True, slots=True)
class Named:
    id: uuid.UUID
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Need:
    """One cause, and how many it stops. ``more``: it may stop others that were not looked at.

    ``name``: of the step, the connection or the worker's queue. ``example``: the newest submission.
    ``reason``: the words that it came with, if any. ``until``: of a breaker, its next probe.
    """

    kind: NeedKind
    name: str
    count: int = 1
    more: bool = False
    since: datetime | None = None
    until: datetime | None = None
    workflow: Named | None = None
    connection: Named | None = None
    error: str = ""
    reason: str = ""
    example: uuid.UUID | None = None


_OF_STATE = """
    SELECT run.submission_id, run.step_id, run.connection_id, run.error_kind,
        coalesce(run.finished_at, run.claimed_at) AS since
    FROM (
        SELECT state.submission_id FROM submissions_submissionstate AS state
        WHERE state.organization_id = %(organization)s AND state.status = %(status)s
            AND state.submission_id >= %(lately)s AND NOT EXISTS (
                SELECT FROM submissions_submission AS later
                WHERE later.resumed_from_id = state.submission_id)
        ORDER BY state.submission_id DESC LIMIT %(most)s
    ) AS newest CROSS JOIN LATERAL (
        SELECT * FROM submissions_steprun
        WHERE submission_id = newest.submission_id AND status = %(run)s OFFSET 0
    ) AS run
"""
"""The OFFSET keeps the runs looked up one by one: joined, PostgreSQL reads all that ever failed."""
_OVERDUE = """
    SELECT run.submission_id, run.step_id, run.connection_id, run.error_kind,
        run.deadline_at - %(within)s::interval AS since
    FROM submissions_steprun AS run
    WHERE run.organization_id = %(organization)s AND run.status IN ('ready', 'waiting')
        AND run.deadline_at < now() + %(within)s::interval - %(overdue)s::interval
    ORDER BY run.deadline_at LIMIT %(most)s
"""
_CAUSES = """
WITH looked AS MATERIALIZED ({rows}), causes AS MATERIALIZED (
    SELECT step_id, connection_id, error_kind, count(DISTINCT submission_id) AS number,
        min(since) AS since, max(submission_id::text)::uuid AS example
    FROM looked GROUP BY 1, 2, 3
)
SELECT workflow.id, workflow.slug, workflow.name, coalesce(nullif(max(step.title), ''), step.key),
    account.id, account.slug, account.name, causes.error_kind, sum(causes.number)::int,
    min(causes.since), max(causes.example::text)::uuid, (SELECT count(*) FROM looked)
FROM causes JOIN workflows_step AS step ON step.id = causes.step_id
JOIN workflows_workflowversion AS version ON version.id = step.version_id
JOIN workflows_workflow AS workflow ON workflow.id = version.workflow_id
JOIN connections_connection AS account ON account.id = causes.connection_id
GROUP BY workflow.id, step.key, account.id, causes.error_kind
ORDER BY sum(causes.number) DESC, min(causes.since) LIMIT %(causes)s
"""
_GATES = """
SELECT account.id, account.slug, account.name, gate.paused_at, gate.pause_reason,
    gate.pause_message, gate.breaker_until, gate.failures
FROM delivery_gate AS gate JOIN connections_connection AS account
    ON account.id = gate.connection_id AND account.deleted_at IS NULL
WHERE gate.organization_id = %(organization)s
    AND (gate.paused_at IS NOT NULL OR gate.breaker_until IS NOT NULL)
ORDER BY gate.paused_at NULLS LAST, account.slug
"""


def needs_of_steps(organization: Identified) -> list[Need]:
    """Failed, in doubt or overdue: one for each step of a workflow with a connection and an error.

    Failed ones are those of the last thirty days that nobody took up again.
    """
    failed = {"status": "failed", "run": "failed"}
    unknown = {"status": "needs_attention", "run": "unknown"}
    overdue = {"within": DELIVER_WITHIN, "overdue": OVERDUE_AFTER}
    return [
        *_causes(organization, NeedKind.FAILED, _OF_STATE, failed),
        *_causes(organization, NeedKind.UNKNOWN, _OF_STATE, unknown),
        *_causes(organization, NeedKind.OVERDUE, _OVERDUE, overdue),
    ]


def needs_of_connections(organization: Identified) -> list[Need]:
    """Connections that send nothing until somebody or their destination does something."""
    rows = fetch(_GATES, {"organization": organization.pk})
    return [_of_gate(*row) for row in rows]


def needs_of_workers() -> list[Need]:
    """Queues of which no worker was heard lately. They serve every organization."""
    queues = [*(f"deliver.{queue}" for queue in Queue.values), "callbacks", "maintenance"]
    return [Need(NeedKind.WORKER_SILENT, name) for name in heartbeats_missing(queues)]


def _causes(
    organization: Identified, kind: NeedKind, rows: str, own: Mapping[str, object]
) -> Iterator[Need]:
    now = fetch("SELECT now()", {})[0][0]
    parameters = {
        "organization": organization.pk,
        "lately": uuid7_floor(now - LATELY),
        "most": MOST_LOOKED_AT,
        "causes": MOST_CAUSES,
        **own,
    }
    for row in fetch(_CAUSES.format(rows=rows), parameters):
        workflow, step, account = Named(*row[:3]), row[3], Named(*row[4:7])
        error, count, since, example, looked = row[7:]
        yield Need(
            kind,
            step,
            count=count,
            more=looked >= MOST_LOOKED_AT,
            since=since,
            workflow=workflow,
            connection=account,
            error=error,
            example=example,
        )


def _of_gate(
    connection_id: uuid.UUID,
    slug: str,
    name: str,
    paused_at: datetime | None,
    pause_reason: str,
    message: str,
    breaker_until: datetime | None,
    failures: int,
) -> Need:
    account = Named(connection_id, slug, name)
    if paused_at is None:
        return Need(
            NeedKind.CONNECTION_OPEN, name, count=failures, until=breaker_until, connection=account
        )
    refused = pause_reason == PauseReason.AUTH
    kind = NeedKind.CONNECTION_REFUSED if refused else NeedKind.CONNECTION_PAUSED
    return Need(kind, name, since=paused_at, connection=account, reason=message)
