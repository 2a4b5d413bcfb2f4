from __future__ import annotations

from ninja import Router

from api.authentication.access import ApiRequest, acting, requires
from api.endpoints.parameters import ConnectionId, Cursor, Limit
from api.errors.documented import responses
from api.schemas.connections import (
    ConnectionOut,
    ConnectionPageOut,
    CredentialsIn,
    LimitsIn,
    PauseIn,
)
from core.accounts.permissions import Permission
from core.connections.selectors import connection_get, connection_page
from core.connections.services import connection_limit, connection_replace_credentials
from core.delivery.operate import connection_pause, connection_resume

router = Router(tags=["connections"])


@router.get(
    "",
    auth=requires(Permission.CONNECTIONS_READ),
    response=responses({200: ConnectionPageOut}, signed_in=True, found=False),
)
def list_connections(
    request: ApiRequest, cursor: Cursor = None, limit: Limit = 50
) -> ConnectionPageOut:
    """The organization's connections: their limits, and whether anything may be sent now."""
    page = connection_page(organization=request.auth.organization, cursor=cursor, limit=limit)
    items = [ConnectionOut.of(each) for each in page.items]
    return ConnectionPageOut(items=items, next_cursor=page.next_cursor)


@router.get(
    "/{connection_id}",
    auth=requires(Permission.CONNECTIONS_READ),
    response=responses({200: ConnectionOut}, signed_in=True),
)
def get_connection(request: ApiRequest, connection_id: ConnectionId) -> ConnectionOut:
    """One connection."""
    return _out(request, connection_id)


@router.put(
    "/{connection_id}/limits",
    auth=requires(Permission.CONNECTIONS_MANAGE),
    response=responses({200: ConnectionOut}, body=True, signed_in=True),
)
def limit_connection(
    request: ApiRequest, connection_id: ConnectionId, body: LimitsIn
) -> ConnectionOut:
    """Set how much may be sent on it at once and per second, over all workers."""
    connection_limit(
        organization=request.auth.organization,
        connection_id=connection_id,
        actor=acting(request),
        max_in_flight=body.max_in_flight,
        rate_per_second=body.rate_per_second,
        rate_burst=body.rate_burst,
    )
    return _out(request, connection_id)


@router.put(
    "/{connection_id}/credentials",
    response=responses({200: ConnectionOut}, body=True, signed_in=True),
    auth=requires(Permission.CONNECTIONS_MANAGE),
)
def replace_credentials(
    request: ApiRequest, connection_id: ConnectionId, body: CredentialsIn
) -> ConnectionOut:
    """Put new credentials in the place of the old ones. They can be written, never read."""
    connection_replace_credentials(
        organization=request.auth.organization,
        connection_id=connection_id,
        credentials=body.credentials,
        actor=acting(request),
    )
    return _out(request, connection_id)


@router.post(
    "/{connection_id}/pause",
    auth=requires(Permission.CONNECTIONS_OPERATE),
    response=responses({200: ConnectionOut}, body=True, signed_in=True),
)
def pause_connection(
    request: ApiRequest, connection_id: ConnectionId, body: PauseIn
) -> ConnectionOut:
    """Send nothing on it until it is resumed. Steps wait and spend no tries."""
    connection_pause(
        organization=request.auth.organization,
        connection_id=connection_id,
        actor=acting(request),
        message=body.message,
    )
    return _out(request, connection_id)


@router.post(
    "/{connection_id}/resume",
    auth=requires(Permission.CONNECTIONS_OPERATE),
    response=responses({200: ConnectionOut}, signed_in=True),
)
def resume_connection(request: ApiRequest, connection_id: ConnectionId) -> ConnectionOut:
    """Go on sending: ends a pause, a cooling and an open breaker."""
    connection_resume(
        organization=request.auth.organization, connection_id=connection_id, actor=acting(request)
    )
    return _out(request, connection_id)


def _out(request: ApiRequest, connection_id: ConnectionId) -> ConnectionOut:
    found = connection_get(organization=request.auth.organization, connection_id=connection_id)
    return ConnectionOut.of(found)
