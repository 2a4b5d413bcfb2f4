from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated

from ninja import Query, Router

from api.authentication.access import ApiRequest, requires
from api.endpoints.parameters import ConnectionName, Limit
from api.errors.documented import responses
from api.schemas.connections.health import (
    ConnectionHistoryOut,
    ConnectionUseOut,
    ConnectionUsesOut,
    RecentErrorOut,
    RecentErrorsOut,
)
from core.accounts.permissions import Permission
from core.connection_health.errors import recent_errors
from core.connection_health.history import connection_history
from core.connections.selectors import connection_named
from core.submissions.read import Moment
from core.workflows.connection_uses import connection_draft_uses, connection_uses

router = Router(tags=["connections"])

Before = Annotated[Moment | None, Query(description="Only what was before; from `next_before`.")]


@router.get(
    "/{connection}/history",
    auth=requires(Permission.CONNECTIONS_READ),
    response=responses({200: ConnectionHistoryOut}, signed_in=True),
)
def get_connection_history(
    request: ApiRequest, connection: ConnectionName, before: Before = None, limit: Limit = 50
) -> ConnectionHistoryOut:
    """What people did to it, and when it was closed by itself; newest first."""
    moment: datetime | None = before
    page = connection_history(
        organization=request.auth.organization,
        connection_id=_id(request, connection),
        before=moment,
        limit=limit,
    )
    return ConnectionHistoryOut.of(page)


@router.get(
    "/{connection}/errors",
    auth=requires(Permission.SUBMISSIONS_READ),
    response=responses({200: RecentErrorsOut}, signed_in=True),
)
def list_connection_errors(request: ApiRequest, connection: ConnectionName) -> RecentErrorsOut:
    """What went wrong on it in the last seven days and was not put right, the same together."""
    found = recent_errors(
        organization=request.auth.organization, connection_id=_id(request, connection)
    )
    return RecentErrorsOut(items=[RecentErrorOut.of(each) for each in found])


@router.get(
    "/{connection}/uses",
    auth=requires(Permission.WORKFLOWS_READ),
    response=responses({200: ConnectionUsesOut}, signed_in=True),
)
def list_connection_uses(request: ApiRequest, connection: ConnectionName) -> ConnectionUsesOut:
    """The workflows that use it: their live versions, then their drafts."""
    organization, connection_id = request.auth.organization, _id(request, connection)
    live = connection_uses(organization=organization, connection_id=connection_id)
    drafts = connection_draft_uses(organization=organization, connection_id=connection_id)
    return ConnectionUsesOut(
        items=[
            *(ConnectionUseOut.of(each, draft=False) for each in live),
            *(ConnectionUseOut.of(each, draft=True) for each in drafts),
        ]
    )


def _id(request: ApiRequest, connection: str) -> uuid.UUID:
    return connection_named(organization=request.auth.organization, name=connection).pk
