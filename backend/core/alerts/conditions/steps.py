"""Step runs that failed, are in doubt, or wait for too long; one condition for each cause.

A cause is a step of a workflow with a kind of error. At most `MOST_ROWS` step runs of each kind
are read, from partial indexes that hold no run in good order.
"""

from __future__ import annotations

from typing import Any

from core.alerts.conditions.condition import Condition, Found
from core.alerts.models import AlertKind
from core.alerts.rules import Rules
from core.postgres.statements import fetch
from core.submissions.state import DELIVER_WITHIN

MOST_ROWS = 50_000
_LEAST_ENDED = 10
"""Of fewer submissions no share is told."""
_NEWEST = 1_000

# A failed submission that somebody took up again counts until the new one has ended: if that
# fails, its own step counts.
_FAILED_ROWS = """
    SELECT run.organization_id, run.submission_id, run.step_id, run.error_kind,
           run.finished_at AS since
    FROM submissions_steprun AS run
    WHERE run.status = 'failed' AND run.finished_at > now() - make_interval(secs => %(longest)s)
    ORDER BY run.finished_at DESC LIMIT %(most)s
"""
_FAILED_KEPT = """
    since > now() - make_interval(secs => coalesce(rule.seconds, %(usual)s))
    AND NOT EXISTS (
        SELECT FROM submissions_submission AS again
        JOIN submissions_submissionstate AS state ON state.submission_id = again.id
        WHERE again.resumed_from_id = looked.submission_id AND state.finished_at IS NOT NULL)
"""
_UNKNOWN_ROWS = """
    SELECT run.organization_id, run.submission_id, run.step_id, run.error_kind,
           run.claimed_at AS since
    FROM submissions_steprun AS run WHERE run.status = 'unknown'
    ORDER BY run.claimed_at DESC LIMIT %(most)s
"""
# Every deadline is so long after the run became due.
_OVERDUE_ROWS = """
    SELECT run.organization_id, run.submission_id, run.step_id, run.error_kind,
           run.deadline_at - %(within)s::interval AS since
    FROM submissions_steprun AS run
    WHERE run.status IN ('ready', 'waiting')
        AND run.deadline_at < now() + %(within)s::interval - make_interval(secs => %(shortest)s)
    ORDER BY run.deadline_at LIMIT %(most)s
"""
_OVERDUE_KEPT = "since < now() - make_interval(secs => coalesce(rule.seconds, %(usual)s))"

_CAUSES = """
WITH rule AS (
    SELECT * FROM jsonb_to_recordset(%(rules)s::jsonb) AS rule(organization uuid, seconds float)
), looked AS MATERIALIZED ({rows}), kept AS (
    SELECT looked.* FROM looked LEFT JOIN rule ON rule.organization = looked.organization_id
    WHERE {kept}
), causes AS (
    SELECT organization_id, step_id, error_kind, count(*) AS number, min(since) AS since,
           max(submission_id::text) AS example
    FROM kept GROUP BY 1, 2, 3
)
SELECT causes.organization_id, version.workflow_id, step.key, causes.error_kind,
       sum(causes.number)::int, min(causes.since), max(causes.example), max(step.title),
       max(workflow.name), max(workflow.slug), (SELECT count(*) FROM looked)
FROM causes JOIN workflows_step AS step ON step.id = causes.step_id
JOIN workflows_workflowversion AS version ON version.id = step.version_id
JOIN workflows_workflow AS workflow ON workflow.id = version.workflow_id
GROUP BY 1, 2, 3, 4
"""

# Only of workflows with failures: of each what the newest submissions of the window came to.
_SHARES = """
WITH rule AS (
    SELECT * FROM jsonb_to_recordset(%(rules)s::jsonb) AS rule(organization uuid, seconds float)
), failing AS (
    SELECT version.organization_id, version.workflow_id
    FROM (SELECT DISTINCT step_id FROM ({rows}) AS looked) AS failed
    JOIN workflows_step AS step ON step.id = failed.step_id
    JOIN workflows_workflowversion AS version ON version.id = step.version_id
    GROUP BY 1, 2
)
SELECT failing.organization_id, workflow.id, workflow.name, workflow.slug, share.ended,
    share.failed
FROM failing JOIN workflows_workflow AS workflow ON workflow.id = failing.workflow_id
LEFT JOIN rule ON rule.organization = failing.organization_id, LATERAL (
    SELECT count(*) FILTER (WHERE finished_at IS NOT NULL) AS ended,
           count(*) FILTER (WHERE status = 'failed') AS failed
    FROM (
        SELECT state.status, state.finished_at FROM submissions_submission AS submission
        JOIN submissions_submissionstate AS state ON state.submission_id = submission.id
        WHERE submission.organization_id = failing.organization_id
            AND submission.workflow_id = failing.workflow_id
            AND submission.created_at
                > now() - make_interval(secs => coalesce(rule.seconds, %(usual)s))
        ORDER BY submission.id DESC LIMIT %(newest)s
    ) AS newest
) AS share
WHERE share.ended >= %(least)s
"""


def step_conditions(rules: Rules) -> Found:
    """Steps failed, in doubt or overdue, and workflows of which much fails."""
    found = Found()
    _causes(found, rules, AlertKind.STEP_FAILED, _FAILED_ROWS, _FAILED_KEPT)
    _causes(found, rules, AlertKind.STEP_UNKNOWN, _UNKNOWN_ROWS, "true")
    _causes(found, rules, AlertKind.STEP_OVERDUE, _OVERDUE_ROWS, _OVERDUE_KEPT)
    _shares(found, rules)
    return found


def _causes(found: Found, rules: Rules, kind: AlertKind, rows: str, kept: str) -> None:
    statement = _CAUSES.format(rows=rows, kept=kept)
    for row in fetch(statement, _parameters(rules, kind)):
        (
            organization_id,
            workflow_id,
            step,
            error,
            count,
            since,
            example,
            title,
            name,
            slug,
            looked,
        ) = row
        if looked >= MOST_ROWS:
            found.partial.add(kind)
        rule = rules.of(organization_id, kind)
        if rule.enabled and count >= (rule.threshold or 1):
            facts = {
                "workflow": name,
                "slug": slug,
                "step": title or step,
                "error": error or "unknown",
                "since": since.isoformat(),
                "submission": example,
            }
            subject = f"{workflow_id}/{step}/{error}"
            found.conditions.append(Condition(kind, subject, facts, organization_id, count))


def _shares(found: Found, rules: Rules) -> None:
    kind = AlertKind.FAILURE_SHARE
    statement = _SHARES.format(rows=_FAILED_ROWS)
    parameters = {**_parameters(rules, kind), "newest": _NEWEST, "least": _LEAST_ENDED}
    for organization_id, workflow_id, name, slug, ended, failed in fetch(statement, parameters):
        rule = rules.of(organization_id, kind)
        percent = 100 * failed // ended
        if rule.enabled and percent >= (rule.threshold or 0):
            facts = {"workflow": name, "slug": slug, "percent": percent, "ended": ended}
            condition = Condition(kind, str(workflow_id), facts, organization_id, failed)
            found.conditions.append(condition)


def _parameters(rules: Rules, kind: AlertKind) -> dict[str, Any]:
    windows = [rule.window or 0 for rule in rules.every(kind)]
    return {
        "rules": rules.windows(kind),
        "longest": max(windows),
        "shortest": min(windows),
        "usual": windows[0],
        "most": MOST_ROWS,
        "within": DELIVER_WITHIN,
    }
