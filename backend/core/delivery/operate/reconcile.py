"""The ledger check: accepted = ended + in flight, and no row is in an impossible state.

Each check is a statement that returns what is wrong; no row means that it holds. By default,
submissions that ended more than a day ago are skipped, to keep the hourly run short.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection

from core.delivery.models import LedgerCheck
from core.ids import uuid7_floor

RECENT = timedelta(hours=25)
"""Only a check of everything covers submissions that ended earlier."""
LATE_SECONDS = 300
"""A lease or due time that passed longer ago counts as missed."""

_RECENT = """
submissions AS NOT MATERIALIZED (
    SELECT submission.id, submission.version_id, state.status, state.finished_at
    FROM submissions_submissionstate AS state
    JOIN submissions_submission AS submission ON submission.id = state.submission_id
    WHERE %(all)s OR finished_at IS NULL OR finished_at > now() - %(recent)s
), runs AS NOT MATERIALIZED (
    SELECT run.* FROM submissions_steprun AS run JOIN submissions ON submissions.id = submission_id
)
"""

_CHECKS = {
    "a submission has no state": """
        SELECT id::text FROM submissions_submission AS submission
        WHERE (%(all)s OR id >= %(lately)s) AND NOT EXISTS (
            SELECT FROM submissions_submissionstate WHERE submission_id = submission.id)
    """,
    "a submission lacks step runs of its version": """
        SELECT submissions.id::text FROM submissions
        LEFT JOIN (SELECT submission_id, count(*) FROM runs GROUP BY submission_id) AS there
            ON there.submission_id = submissions.id
        LEFT JOIN (SELECT version_id, count(*) FROM workflows_step GROUP BY version_id) AS wanted
            ON wanted.version_id = submissions.version_id
        WHERE coalesce(there.count, 0) <> coalesce(wanted.count, 0)
    """,
    "a submission's status is not what its steps say": """
        SELECT submission_id::text FROM (
            SELECT runs.submission_id, submissions.status, submissions.finished_at,
                CASE
                    WHEN bool_or(runs.status = 'unknown') THEN 'needs_attention'
                    WHEN bool_or(runs.status IN ('ready', 'sending', 'waiting', 'blocked')) THEN
                        CASE WHEN submissions.status = 'accepted' THEN 'accepted'
                             ELSE 'delivering' END
                    WHEN bool_or(runs.status = 'failed') THEN 'failed'
                    WHEN bool_or(runs.status = 'cancelled') THEN 'cancelled'
                    ELSE 'succeeded'
                END AS derived
            FROM runs JOIN submissions ON submissions.id = runs.submission_id
            GROUP BY runs.submission_id, submissions.status, submissions.finished_at
        ) AS judged
        WHERE status <> derived
           OR (finished_at IS NOT NULL) <> (derived IN ('succeeded', 'failed', 'cancelled'))
    """,
    "a step run holds neither a lease nor a time": """
        SELECT id::text FROM submissions_steprun
        WHERE (status = 'sending' AND lease_until IS NULL)
           OR (status IN ('ready', 'waiting') AND next_attempt_at IS NULL)
    """,
    "a lease ran out and nobody swept it": """
        SELECT id::text FROM submissions_steprun
        WHERE status = 'sending' AND lease_until < now() - make_interval(secs => %(late)s)
    """,
    "a step run is past its deadline": """
        SELECT id::text FROM submissions_steprun
        WHERE status IN ('ready', 'waiting')
            AND deadline_at < now() - make_interval(secs => %(late)s)
    """,
    "a blocked step run waits for nothing": """
        SELECT runs.id::text FROM runs
        WHERE runs.status = 'blocked' AND NOT runs.behind AND NOT EXISTS (
            SELECT FROM workflows_step AS step, workflows_step AS needed,
                submissions_steprun AS before
            WHERE step.id = runs.step_id AND needed.version_id = step.version_id
                AND needed.key = ANY (step.depends_on) AND before.submission_id = runs.submission_id
                AND before.step_id = needed.id AND before.status <> 'succeeded'
                AND NOT before.not_needed)
    """,
    "a step run was skipped and nothing had failed": """
        SELECT runs.id::text FROM runs
        WHERE runs.status = 'skipped' AND NOT runs.not_needed AND NOT EXISTS (
            SELECT FROM submissions_steprun AS other
            WHERE other.submission_id = runs.submission_id
                AND other.status IN ('failed', 'cancelled'))
    """,
    "a step run that is not needed was not skipped": """
        SELECT id::text FROM runs WHERE not_needed AND status <> 'skipped'
    """,
    "an ordering line has no head": """
        SELECT DISTINCT ON (connection_id, ordering_key) id::text FROM submissions_steprun AS run
        WHERE ordering_key IS NOT NULL
            AND status NOT IN ('cancelled', 'failed', 'skipped', 'succeeded')
            AND NOT EXISTS (
                SELECT FROM submissions_steprun AS head
                WHERE head.connection_id = run.connection_id
                    AND head.ordering_key = run.ordering_key AND NOT head.behind
                    AND head.ordering_key IS NOT NULL
                    AND head.status NOT IN ('cancelled', 'failed', 'skipped', 'succeeded'))
    """,
    "two runs of an ordering key go at once": """
        SELECT min(id::text) FROM submissions_steprun
        WHERE ordering_key IS NOT NULL AND NOT behind
            AND status NOT IN ('cancelled', 'failed', 'skipped', 'succeeded')
        GROUP BY connection_id, ordering_key HAVING count(*) > 1
    """,
    "a step run belongs to no step, connection or organization": """
        SELECT runs.id::text FROM runs
        LEFT JOIN workflows_step AS step ON step.id = runs.step_id
        LEFT JOIN connections_connection AS account ON account.id = runs.connection_id
        WHERE step.id IS NULL OR account.id IS NULL
           OR account.organization_id <> runs.organization_id
    """,
    "a succeeded step run has no attempt that succeeded": """
        SELECT runs.id::text FROM runs WHERE runs.status = 'succeeded' AND runs.fence > 0
            AND runs.finished_at > now() - %(recent)s
            AND NOT EXISTS (
                SELECT FROM submissions_attempt AS attempt WHERE attempt.step_run_id = runs.id
                    AND attempt.outcome IN ('succeeded', 'found'))
            AND NOT EXISTS (
                SELECT FROM submissions_event AS event
                WHERE event.submission_id = runs.submission_id AND event.step_run_id = runs.id
                    AND event.kind = 'step.resolved')
    """,
}

_LEDGER = """
SELECT (SELECT count(*) FROM submissions_submission),
    count(*) FILTER (WHERE status = 'succeeded'), count(*) FILTER (WHERE status = 'failed'),
    count(*) FILTER (WHERE status = 'cancelled'),
    count(*) FILTER (WHERE status IN ('accepted', 'delivering')),
    count(*) FILTER (WHERE status = 'needs_attention')
FROM submissions_submissionstate
"""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Counts of all submissions."""

    accepted: int
    succeeded: int
    failed: int
    cancelled: int
    in_flight: int
    needs_attention: int

    @property
    def balanced(self) -> bool:
        ended = self.succeeded + self.failed + self.cancelled
        return self.accepted == ended + self.in_flight + self.needs_attention


@dataclass(frozen=True, slots=True)
class Finding:
    """A failed check, with at most a hundred of its ids."""

    check: str
    ids: list[str]


def ledger_reconcile(*, everything: bool = False) -> tuple[Ledger, list[Finding]]:
    """The ledger and every failed check. Reads only."""
    findings = []
    lately = uuid7_floor(datetime.now(UTC) - RECENT)
    parameters: dict[str, Any] = {
        "all": everything,
        "lately": lately,
        "recent": RECENT,
        "late": LATE_SECONDS,
    }
    with connection.cursor() as cursor:
        cursor.execute(_LEDGER)
        ledger = Ledger(*cursor.fetchone())
        for check, statement in _CHECKS.items():
            limited = f"WITH {_RECENT} SELECT * FROM ({statement}) AS wrong LIMIT 100"  # noqa: S608  # of the constants above
            cursor.execute(limited, parameters)
            ids = [row[0] for row in cursor.fetchall()]
            if ids:
                findings.append(Finding(check, ids))
    return ledger, findings


def ledger_check(others: Sequence[Finding] = ()) -> list[Finding]:
    """Reconcile and record the result for the alerts. Keeps the last hundred results.

    ``others``: failed checks of what is counted elsewhere; they are recorded with the result.
    """
    findings = [*ledger_reconcile()[1], *others]
    check = LedgerCheck.objects.create(findings=[finding.check for finding in findings])
    LedgerCheck.objects.filter(pk__lte=check.pk - 100).delete()
    return findings
