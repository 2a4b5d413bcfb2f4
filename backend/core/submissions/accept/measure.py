"""Counts what was taken, by workflow."""

from __future__ import annotations

import functools
import uuid

from core.metrics import WorkflowName, intake_count, intake_time, refusals_count, workflow_name
from core.submissions.accept.command import Acceptance
from core.workflows.models import Workflow, WorkflowVersion

_WORKFLOWS_KEPT = 4096


def intake_record(
    asked: Acceptance, version: WorkflowVersion, *, written: int, refused: int, seconds: float
) -> None:
    """A call has committed ``written`` submissions; the answers of ``refused`` were not taken."""
    if written:
        name = _name(version.organization_id, version.workflow_id)
        intake_count(name, asked.source, written)
        intake_time(seconds)
    if refused:
        refusals_count(asked.source, refused)


@functools.lru_cache(maxsize=_WORKFLOWS_KEPT)
def _name(organization_id: uuid.UUID, workflow_id: uuid.UUID) -> WorkflowName:
    workflow = Workflow.objects.owned_by(organization_id).select_related("organization")
    found = workflow.only("slug", "organization__slug").get(pk=workflow_id)
    return workflow_name(found.organization.slug, found.slug)
