from __future__ import annotations

import functools
import uuid
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from core.accounts.models import Organization
from core.errors import NotFound
from core.postgres.statements import fetch_prepared
from core.postgres.tenancy import every_organization, organization_scope
from core.workflows.models import Workflow, WorkflowVersion

# Runs for every submission. Written by hand because the ORM takes five times as long.
_OF_FORM = "SELECT current_id, organization_id FROM workflows_workflow WHERE form_slug = %s"
_OF_WORKFLOW = """
SELECT current_id, organization_id FROM workflows_workflow WHERE organization_id = %s AND slug = %s
"""

_VERSIONS_KEPT = 1024
_COLUMNS = [field.attname for field in WorkflowVersion._meta.concrete_fields]


@dataclass(frozen=True, slots=True)
class Address:
    """How callers name a workflow: by its slug in an organization, or by its form's slug."""

    slug: str
    organization_id: uuid.UUID | None = None


_recent: dict[Address, WorkflowVersion] = {}


def form_get(*, slug: str) -> WorkflowVersion:
    """The live version behind a public form. Raises NotFound."""
    return version_live(Address(slug))


def workflow_get(*, organization: Organization, slug: str) -> WorkflowVersion:
    """The live version of one of the organization's workflows. Raises NotFound."""
    return version_live(Address(slug, organization.pk))


def version_live(address: Address) -> WorkflowVersion:
    """The version that is live now. Raises NotFound."""
    of_form = address.organization_id is None
    rows = (
        _of_form(address.slug)
        if of_form
        else fetch_prepared(_OF_WORKFLOW, [address.organization_id, address.slug])
    )
    if not rows or rows[0][0] is None:
        _recent.pop(address, None)
        if of_form:
            raise NotFound(
                f"There is no form at “{address.slug}”. Check the address you were given."
            )
        raise NotFound(f"This organization has no workflow “{address.slug}”.")
    row = _version_row(rows[0][1], rows[0][0])
    version = WorkflowVersion.from_db(connection.alias, _COLUMNS, row)
    if len(_recent) >= _VERSIONS_KEPT:
        _recent.clear()
    _recent[address] = version
    return version


def version_recent(address: Address) -> WorkflowVersion:
    """The live version that this process saw last, without a query. It may be outdated.

    Only for callers that check it before they act on it. Raises NotFound.
    """
    return _recent.get(address) or version_live(address)


@functools.lru_cache(maxsize=_VERSIONS_KEPT)
def _version_row(organization_id: uuid.UUID, version_id: uuid.UUID) -> tuple[Any, ...]:
    """Read once per process: a published version never changes. Its workflow may change."""
    with organization_scope(organization_id):
        owned = WorkflowVersion.objects.owned_by(organization_id)
        row: tuple[Any, ...] = owned.values_list(*_COLUMNS).get(pk=version_id)
    return row


def _of_form(slug: str) -> list[tuple[Any, ...]]:
    with every_organization("the address of a form is public and says whose it is"):
        return fetch_prepared(_OF_FORM, [slug])


def workflow_list(*, organization: Organization) -> QuerySet[Workflow]:
    """The organization's workflows, with their live version and their draft."""
    return Workflow.objects.owned_by(organization).select_related("current", "draft")
