from __future__ import annotations

from typing import Annotated

from django.http import HttpResponse
from ninja import Query, Router, Status

from api.authentication.access import ApiRequest, acting, requires
from api.endpoints.parameters import (
    ConnectionName,
    Cursor,
    EntrySearch,
    IfMatch,
    Limit,
    ListName,
)
from api.errors.documented import responses
from api.limits.throttles import CallerThrottle, SystemThrottle
from api.request.preconditions import etag, tags_expected
from api.schemas.connections.connections import (
    ConnectionChangeIn,
    ConnectionIn,
    ConnectionListOut,
    ConnectionOut,
    ConnectionPageOut,
    ConnectionTestIn,
    ConnectionTestOut,
    ConnectionTryIn,
    CredentialsIn,
    LimitsIn,
    PauseIn,
)
from core.accounts.permissions import Permission
from core.connection_health.health import connections_health
from core.connections.lifecycle import connection_change, connection_create
from core.connections.lists import entries_matching, list_entries
from core.connections.live_test import changes_test, connection_test, settings_test
from core.connections.models import Connection
from core.connections.selectors import connection_named, connection_page
from core.connections.services import connection_limit, connection_replace_credentials
from core.delivery.operate import connection_delete, connection_pause, connection_resume

router = Router(tags=["connections"])

Offset = Annotated[int, Query(ge=0, le=100_000, description="Entries to leave out.")]
Refresh = Annotated[bool, Query(description="Ask the system, whatever is kept.")]


@router.get(
    "",
    auth=requires(Permission.CONNECTIONS_READ),
    response=responses({200: ConnectionPageOut}, signed_in=True, found=False),
)
def list_connections(
    request: ApiRequest, cursor: Cursor = None, limit: Limit = 50
) -> ConnectionPageOut:
    """The organization's connections: their limits, how they are, and how it went lately."""
    page = connection_page(organization=request.auth.organization, cursor=cursor, limit=limit)
    health = connections_health(request.auth.organization, page.items)
    items = [ConnectionOut.of(each, health[each.pk]) for each in page.items]
    return ConnectionPageOut(items=items, next_cursor=page.next_cursor)


@router.post(
    "",
    auth=requires(Permission.CONNECTIONS_MANAGE),
    response=responses({201: ConnectionOut}, body=True, signed_in=True, found=False, conflict=True),
)
def create_connection(
    request: ApiRequest, response: HttpResponse, body: ConnectionIn
) -> Status[ConnectionOut]:
    """Connect a system. Nothing is asked of it: test the connection for that."""
    made = connection_create(
        organization=request.auth.organization,
        slug=body.slug,
        name=body.name,
        connector=body.connector,
        settings=body.settings,
        credentials=body.credentials,
        credentials_end_at=body.credentials_end_at,
        actor=acting(request),
    )
    response["Location"] = f"/api/v1/connections/{made.slug}"
    return Status(201, _shown(request, response, made))


@router.post(
    "/test",
    auth=requires(Permission.CONNECTIONS_MANAGE),
    response=responses({200: ConnectionTestOut}, body=True, signed_in=True, found=False),
    throttle=[CallerThrottle(), SystemThrottle()],
)
def try_connection(request: ApiRequest, body: ConnectionTestIn) -> ConnectionTestOut:
    """Ask a system with settings and credentials that are saved nowhere. It takes 10 seconds at
    most, and sends no payload."""
    tested = settings_test(
        organization=request.auth.organization,
        connector=body.connector,
        settings=body.settings,
        credentials=body.credentials,
        actor=acting(request),
    )
    return ConnectionTestOut.of(tested)


@router.get(
    "/{connection}",
    auth=requires(Permission.CONNECTIONS_READ),
    response=responses({200: ConnectionOut}, signed_in=True),
)
def get_connection(
    request: ApiRequest, response: HttpResponse, connection: ConnectionName
) -> ConnectionOut:
    """One connection."""
    return _shown(request, response, _named(request, connection))


@router.patch(
    "/{connection}",
    auth=requires(Permission.CONNECTIONS_MANAGE),
    response=responses({200: ConnectionOut}, body=True, signed_in=True, precondition=True),
)
def change_connection(
    request: ApiRequest,
    response: HttpResponse,
    connection: ConnectionName,
    body: ConnectionChangeIn,
    if_match: IfMatch = None,
) -> ConnectionOut:
    """Change its name or its settings."""
    found = _named(request, connection)
    connection_change(
        organization=request.auth.organization,
        connection_id=found.pk,
        name=body.name,
        settings=body.settings,
        expected=tags_expected(if_match),
        actor=acting(request),
    )
    return _shown(request, response, _named(request, str(found.pk)))


@router.delete(
    "/{connection}",
    auth=requires(Permission.CONNECTIONS_MANAGE),
    response=responses({204: None}, signed_in=True, conflict=True, precondition=True),
)
def delete_connection(
    request: ApiRequest, connection: ConnectionName, if_match: IfMatch = None
) -> Status[None]:
    """Erase its credentials and take it out of use, unless a live workflow or an open step still
    needs it."""
    connection_delete(
        organization=request.auth.organization,
        connection_id=_named(request, connection).pk,
        expected=tags_expected(if_match),
        actor=acting(request),
    )
    return Status(204, None)


@router.post(
    "/{connection}/test",
    auth=requires(Permission.CONNECTIONS_OPERATE),
    response=responses({200: ConnectionTestOut}, signed_in=True),
    throttle=[CallerThrottle(), SystemThrottle()],
)
def test_connection(request: ApiRequest, connection: ConnectionName) -> ConnectionTestOut:
    """Ask the system with the stored settings and credentials. It takes 10 seconds at most, and
    sends no payload."""
    tested = connection_test(
        organization=request.auth.organization,
        connection_id=_named(request, connection).pk,
        actor=acting(request),
    )
    return ConnectionTestOut.of(tested)


@router.post(
    "/{connection}/try",
    auth=requires(Permission.CONNECTIONS_MANAGE),
    response=responses({200: ConnectionTestOut}, body=True, signed_in=True),
    throttle=[CallerThrottle(), SystemThrottle()],
)
def try_connection_changes(
    request: ApiRequest, connection: ConnectionName, body: ConnectionTryIn
) -> ConnectionTestOut:
    """Ask the system with other settings or credentials than the stored ones, before they are
    replaced. It takes 10 seconds at most, sends no payload, and saves nothing."""
    tested = changes_test(
        organization=request.auth.organization,
        connection_id=_named(request, connection).pk,
        settings=body.settings,
        credentials=body.credentials,
        actor=acting(request),
    )
    return ConnectionTestOut.of(tested)


@router.get(
    "/{connection}/lists/{list_name}",
    auth=requires(Permission.CONNECTIONS_READ),
    response=responses({200: ConnectionListOut}, signed_in=True, conflict=True),
    throttle=[CallerThrottle(), SystemThrottle()],
)
def get_connection_list(
    request: ApiRequest,
    connection: ConnectionName,
    list_name: ListName,
    q: EntrySearch = None,
    offset: Offset = 0,
    limit: Limit = 50,
    refresh: Refresh = False,
) -> ConnectionListOut:
    """What can be chosen there, such as products. It is at most 5 minutes old if the system
    answers; otherwise it says how old it is, and why."""
    read = list_entries(_named(request, connection), list_name, refresh=refresh)
    found = entries_matching(read.entries, q or "")
    return ConnectionListOut.of(list_name, read, found, offset=offset, limit=limit)


@router.put(
    "/{connection}/limits",
    auth=requires(Permission.CONNECTIONS_MANAGE),
    response=responses({200: ConnectionOut}, body=True, signed_in=True, precondition=True),
)
def limit_connection(
    request: ApiRequest,
    response: HttpResponse,
    connection: ConnectionName,
    body: LimitsIn,
    if_match: IfMatch = None,
) -> ConnectionOut:
    """Set how much may be sent on it at once and per second, over all workers."""
    found = _named(request, connection)
    connection_limit(
        organization=request.auth.organization,
        connection_id=found.pk,
        actor=acting(request),
        max_in_flight=body.max_in_flight,
        rate_per_second=body.rate_per_second,
        rate_burst=body.rate_burst,
        expected=tags_expected(if_match),
    )
    return _shown(request, response, _named(request, str(found.pk)))


@router.put(
    "/{connection}/credentials",
    auth=requires(Permission.CONNECTIONS_MANAGE),
    response=responses({200: ConnectionOut}, body=True, signed_in=True, precondition=True),
)
def replace_credentials(
    request: ApiRequest,
    response: HttpResponse,
    connection: ConnectionName,
    body: CredentialsIn,
    if_match: IfMatch = None,
) -> ConnectionOut:
    """Put new credentials in the place of the old ones. They can be written, never read."""
    found = _named(request, connection)
    connection_replace_credentials(
        organization=request.auth.organization,
        connection_id=found.pk,
        credentials=body.credentials,
        end_at=body.end_at,
        expected=tags_expected(if_match),
        actor=acting(request),
    )
    return _shown(request, response, _named(request, str(found.pk)))


@router.post(
    "/{connection}/pause",
    auth=requires(Permission.CONNECTIONS_OPERATE),
    response=responses({200: ConnectionOut}, body=True, signed_in=True),
)
def pause_connection(
    request: ApiRequest, response: HttpResponse, connection: ConnectionName, body: PauseIn
) -> ConnectionOut:
    """Send nothing on it until it is resumed. Steps wait and spend no tries."""
    found = _named(request, connection)
    connection_pause(
        organization=request.auth.organization,
        connection_id=found.pk,
        actor=acting(request),
        message=body.message,
    )
    return _shown(request, response, _named(request, str(found.pk)))


@router.post(
    "/{connection}/resume",
    auth=requires(Permission.CONNECTIONS_OPERATE),
    response=responses({200: ConnectionOut}, signed_in=True),
)
def resume_connection(
    request: ApiRequest, response: HttpResponse, connection: ConnectionName
) -> ConnectionOut:
    """Go on sending: ends a pause, a cooling and an open breaker."""
    found = _named(request, connection)
    connection_resume(
        organization=request.auth.organization, connection_id=found.pk, actor=acting(request)
    )
    return _shown(request, response, _named(request, str(found.pk)))


def _named(request: ApiRequest, connection: str) -> Connection:
    return connection_named(organization=request.auth.organization, name=connection)


def _shown(request: ApiRequest, response: HttpResponse, connection: Connection) -> ConnectionOut:
    response["ETag"] = etag(connection.tag)
    health = connections_health(request.auth.organization, [connection])
    return ConnectionOut.of(connection, health[connection.pk])
