from __future__ import annotations

import uuid
from typing import Any

from core.accounts.models import Organization
from core.connections.models import Connection
from core.errors import NotFound
from core.postgres.pages import Page, page_newest_first


def connection_page(
    *, organization: Organization, cursor: str | None = None, limit: int = 50
) -> Page[Connection]:
    """The organization's connections with their gates, newest first."""
    rows = Connection.objects.owned_by(organization).select_related("gate")
    return page_newest_first(rows, cursor=cursor, limit=limit)


def connection_get(*, organization: Organization, connection_id: uuid.UUID) -> Connection:
    """Raises NotFound."""
    return _one(organization, pk=connection_id)


def connection_named(*, organization: Organization, name: str) -> Connection:
    """The connection with this id or slug. A slug never looks like an id. Raises NotFound."""
    if (found := as_id(name)) is not None:
        return _one(organization, pk=found)
    return _one(organization, slug=name)


def as_id(text: str) -> uuid.UUID | None:
    """The id that a text is, however it is written."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _one(organization: Organization, **wanted: Any) -> Connection:
    rows = Connection.objects.owned_by(organization).select_related("gate")
    found = rows.filter(**wanted).first()
    if found is None:
        ((_, value),) = wanted.items()
        raise NotFound(f"This organization has no connection “{value}”.")
    return found
