from __future__ import annotations

from django.http import HttpResponse
from ninja import Router, Status

from api.authentication.access import ApiRequest, acting, requires
from api.endpoints.parameters import AlertRouteId, Cursor, Limit
from api.errors.documented import keep_out_of_caches, responses
from api.schemas.operations.alert_routes import (
    AlertRouteChangeIn,
    AlertRouteIn,
    AlertRouteOut,
    AlertRoutePageOut,
    AlertRouteSecretOut,
)
from api.schemas.operations.alerts import AlertMessageOut
from core.accounts.permissions import Permission
from core.alerts.routes import (
    route_change,
    route_create,
    route_delete,
    route_get,
    route_page,
    route_test,
)

router = Router(tags=["alerts"])


@router.get(
    "",
    auth=requires(Permission.ALERTS_READ),
    response=responses({200: AlertRoutePageOut}, signed_in=True, found=False),
)
def list_alert_routes(
    request: ApiRequest, cursor: Cursor = None, limit: Limit = 50
) -> AlertRoutePageOut:
    """Where alerts go, newest first. The first is made within a minute: mail to the owners."""
    page = route_page(organization=request.auth.organization, cursor=cursor, limit=limit)
    items = [AlertRouteOut.of(each) for each in page.items]
    return AlertRoutePageOut(items=items, next_cursor=page.next_cursor)


@router.post(
    "",
    auth=requires(Permission.ALERTS_MANAGE),
    response=responses(
        {201: AlertRouteSecretOut}, body=True, signed_in=True, found=False, conflict=True
    ),
)
def create_alert_route(
    request: ApiRequest, response: HttpResponse, body: AlertRouteIn
) -> Status[AlertRouteSecretOut]:
    """Send alerts somewhere. A webhook's secret is in this answer and nowhere else."""
    keep_out_of_caches(response)
    route, secret = route_create(
        organization=request.auth.organization,
        channel=body.channel,
        wanted=body.wanted(),
        actor=acting(request),
    )
    return Status(201, AlertRouteSecretOut.with_secret(route, secret))


@router.get(
    "/{route_id}",
    auth=requires(Permission.ALERTS_READ),
    response=responses({200: AlertRouteOut}, signed_in=True),
)
def get_alert_route(request: ApiRequest, route_id: AlertRouteId) -> AlertRouteOut:
    """One route, without its secret."""
    return AlertRouteOut.of(route_get(organization=request.auth.organization, route_id=route_id))


@router.put(
    "/{route_id}",
    auth=requires(Permission.ALERTS_MANAGE),
    response=responses({200: AlertRouteOut}, body=True, signed_in=True),
)
def change_alert_route(
    request: ApiRequest, route_id: AlertRouteId, body: AlertRouteChangeIn
) -> AlertRouteOut:
    """Change where it goes and how grave an alert has to be; disable it, or enable it again."""
    route = route_change(
        organization=request.auth.organization,
        route_id=route_id,
        wanted=body.wanted(),
        actor=acting(request),
    )
    return AlertRouteOut.of(route)


@router.delete(
    "/{route_id}",
    auth=requires(Permission.ALERTS_MANAGE),
    response=responses({204: None}, signed_in=True, conflict=True),
)
def delete_alert_route(request: ApiRequest, route_id: AlertRouteId) -> Status[None]:
    """Remove it with its messages. The only one cannot be removed, only disabled."""
    route_delete(organization=request.auth.organization, route_id=route_id, actor=acting(request))
    return Status(204, None)


@router.post(
    "/{route_id}/test",
    auth=requires(Permission.ALERTS_MANAGE),
    response=responses({202: AlertMessageOut}, signed_in=True, conflict=True),
)
def test_alert_route(request: ApiRequest, route_id: AlertRouteId) -> Status[AlertMessageOut]:
    """Send a message that says it is a test. Its tries are in the list of messages."""
    message = route_test(
        organization=request.auth.organization, route_id=route_id, actor=acting(request)
    )
    return Status(202, AlertMessageOut.of(message))
