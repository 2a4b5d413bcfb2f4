"""How far an organization is on the way to its first delivery, by what is there."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from core.postgres.statements import fetch
from core.postgres.tenancy import Identified

# What was delivered long ago is deleted, and still counted by day.
_STEPS = """
SELECT
    EXISTS (SELECT FROM connections_connection
        WHERE organization_id = %(organization)s AND deleted_at IS NULL),
    EXISTS (SELECT FROM workflows_workflow
        WHERE organization_id = %(organization)s AND current_id IS NOT NULL
            AND archived_at IS NULL),
    (SELECT form_slug FROM workflows_workflow
        WHERE organization_id = %(organization)s AND current_id IS NOT NULL
            AND archived_at IS NULL AND form_slug IS NOT NULL
        ORDER BY created_at DESC LIMIT 1),
    (SELECT id FROM submissions_submission
        WHERE organization_id = %(organization)s ORDER BY id DESC LIMIT 1),
    EXISTS (SELECT FROM submissions_submissionstate
        WHERE organization_id = %(organization)s AND status = 'succeeded')
    OR EXISTS (SELECT FROM statistics_rollup
        WHERE organization_id = %(organization)s AND grain = 'day' AND workflow_id IS NULL
            AND connection_id IS NULL AND happened = 'succeeded')
"""


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """``form_slug``: of the newest public form that is live. ``submission_id``: the newest."""

    connected: bool
    published: bool
    form_slug: str | None
    submission_id: uuid.UUID | None
    delivered: bool


def first_steps(organization: Identified) -> FirstSteps:
    """Which of the four steps are done: connect, publish, submit, deliver."""
    rows = fetch(_STEPS, {"organization": organization.pk})
    return FirstSteps(*rows[0])
