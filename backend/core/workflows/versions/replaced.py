"""What becomes of a version when another one is live: for a day, forms opened with it count."""

from __future__ import annotations

from datetime import timedelta

from django.db.models.functions import Now

from core.errors import Conflict
from core.workflows.models import Workflow, WorkflowVersion

TAKEN_FOR = timedelta(days=1)
"""How long after its replacement a version takes what was filled in on a page drawn from it."""


class FormChanged(Conflict):
    """The version that a page was drawn from takes nothing more, or never was."""

    code = "form_changed"
    title = "The form has changed"

    def __init__(self) -> None:
        super().__init__(
            "This form has changed since you opened it. Reload the page; your answers are kept."
        )


def version_replace(workflow: Workflow) -> None:
    """Note that from now on another version than the live one is live, or none.

    In the transaction that changes ``workflow.current``, before it does.
    """
    if workflow.current_id is not None:
        owned = WorkflowVersion.objects.owned_by(workflow.organization_id)
        owned.filter(pk=workflow.current_id).update(replaced_at=Now())
