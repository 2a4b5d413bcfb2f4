from __future__ import annotations

import uuid

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
    rows = Connection.objects.owned_by(organization).select_related("gate")
    found = rows.filter(pk=connection_id).first()
    if found is None:
        raise NotFound("This organization has no connection with that id.")
    return found
