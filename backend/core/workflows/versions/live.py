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
from core.workflows.forms import form_of
from core.workflows.models import Workflow, WorkflowVersion
from core.workflows.versions.replaced import TAKEN_FOR, FormChanged

# Run for every submission. Written by hand because the ORM takes five times as long.
_OF_FORM = """
SELECT current_id, organization_id FROM workflows_workflow
WHERE form_slug = %s AND archived_at IS NULL AND current_id IS NOT NULL
"""
_OF_WORKFLOW = """
SELECT current_id, organization_id FROM workflows_workflow
WHERE organization_id = %s AND slug = %s AND archived_at IS NULL AND current_id IS NOT NULL
"""
_OPENED = """
SELECT opened.id, workflow.organization_id
FROM workflows_workflow AS workflow
LEFT JOIN workflows_workflowversion AS opened
    ON opened.workflow_id = workflow.id AND opened.number = %s
        AND (opened.id = workflow.current_id OR opened.replaced_at > now() - %s)
WHERE workflow.form_slug = %s AND workflow.archived_at IS NULL AND workflow.current_id IS NOT NULL
"""

_VERSIONS_KEPT = 1024
# Without the only column that changes after publishing.
_COLUMNS = [
    field.attname
    for field in WorkflowVersion._meta.concrete_fields
    if field.attname != "replaced_at"
]


@dataclass(frozen=True, slots=True)
class Address:
    """How callers name a workflow: by its slug in an organization, or by its form's slug.

    Its live version is meant, or with ``opened`` the one of that number, from which a page with
    the form was drawn.
    """

    slug: str
    organization_id: uuid.UUID | None = None
    opened: int | None = None


_recent: dict[Address, WorkflowVersion] = {}


def form_get(*, slug: str, opened: int | None = None) -> WorkflowVersion:
    """The version behind a public form. Raises NotFound, and FormChanged as `version_at`."""
    return version_at(Address(slug, opened=opened))


def form_language(*, slug: str, wanted: str | None) -> str:
    """The language in which the form there speaks to whoever reads what is ``wanted``.

    A tag or an `Accept-Language`. Raises NotFound.
    """
    version = version_recent(Address(slug))
    return form_of(version).language_for(wanted)


def workflow_get(*, organization: Organization, slug: str) -> WorkflowVersion:
    """The live version of one of the organization's workflows. Raises NotFound."""
    return version_at(Address(slug, organization.pk))


def version_at(address: Address) -> WorkflowVersion:
    """The version that is meant at this address now. Raises NotFound.

    Raises FormChanged when the opened one was replaced longer than `TAKEN_FOR` ago, or never was.
    """
    rows = _asked(address)
    if not rows or rows[0][0] is None:
        _recent.pop(address, None)
        if rows:
            raise FormChanged
        if address.organization_id is None:
            raise form_missing(address.slug)
        raise NotFound(f"This organization has no workflow “{address.slug}”, or it is archived.")
    row = _version_row(rows[0][1], rows[0][0])
    version = WorkflowVersion.from_db(connection.alias, _COLUMNS, row)
    if len(_recent) >= _VERSIONS_KEPT:
        _recent.clear()
    _recent[address] = version
    return version


def version_recent(address: Address) -> WorkflowVersion:
    """The version that this process saw last there, without a query. It may be outdated.

    Only for callers that check it before they act on it. Raises as `version_at`.
    """
    return _recent.get(address) or _live_of_number(address) or version_at(address)


def form_missing(slug: str) -> NotFound:
    """The error where no form is, or none any more."""
    return NotFound(
        f"There is no form at “{slug}”, or it was closed. Check the address, or ask whoever "
        "gave it to you."
    )


def _live_of_number(address: Address) -> WorkflowVersion | None:
    """Most pages were drawn from the version that is live, and known to be."""
    live = _recent.get(Address(address.slug)) if address.opened is not None else None
    return live if live is not None and live.number == address.opened else None


@functools.lru_cache(maxsize=_VERSIONS_KEPT)
def _version_row(organization_id: uuid.UUID, version_id: uuid.UUID) -> tuple[Any, ...]:
    """Read once per process: a published version never changes. Its workflow may change."""
    with organization_scope(organization_id):
        owned = WorkflowVersion.objects.owned_by(organization_id)
        row: tuple[Any, ...] = owned.values_list(*_COLUMNS).get(pk=version_id)
    return row


def _asked(address: Address) -> list[tuple[Any, ...]]:
    if address.organization_id is not None:
        return fetch_prepared(_OF_WORKFLOW, [address.organization_id, address.slug])
    with every_organization("the address of a form is public and says whose it is"):
        if address.opened is None:
            return fetch_prepared(_OF_FORM, [address.slug])
        return fetch_prepared(_OPENED, [address.opened, TAKEN_FOR, address.slug])


def workflow_list(*, organization: Organization) -> QuerySet[Workflow]:
    """The organization's workflows, with their live version and their draft."""
    return Workflow.objects.owned_by(organization).select_related("current", "draft")
