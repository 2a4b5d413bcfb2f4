from __future__ import annotations

from django.db.models import QuerySet

from core.accounts.models import Organization
from core.kit.errors import NotFound
from core.workflows.models import Workflow, WorkflowVersion

_JOINED = ("current__workflow", "current__organization")


def form_get(*, slug: str) -> WorkflowVersion:
    """The live version behind a public form. Raises NotFound."""
    found = Workflow.objects.filter(form_slug=slug).select_related(*_JOINED).first()
    if found is None or found.current is None:
        raise NotFound(f"There is no form at “{slug}”. Check the address you were given.")
    return found.current


def workflow_get(*, organization: Organization, slug: str) -> WorkflowVersion:
    """The live version of one of the organization's workflows. Raises NotFound."""
    owned = Workflow.objects.owned_by(organization)
    found = owned.filter(slug=slug).select_related(*_JOINED).first()
    if found is None or found.current is None:
        raise NotFound(f"This organization has no workflow “{slug}”.")
    return found.current


def workflow_list(*, organization: Organization) -> QuerySet[Workflow]:
    """The organization's published workflows, with their live version."""
    owned = Workflow.objects.owned_by(organization).exclude(current=None)
    return owned.select_related("current")
