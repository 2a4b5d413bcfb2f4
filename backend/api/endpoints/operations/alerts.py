from __future__ import annotations

import uuid
from typing import Annotated

from ninja import Query, Router

from api.authentication.access import ApiRequest, acting, requires
from api.endpoints.parameters import AlertId, Cursor, Limit
from api.errors.documented import responses
from api.schemas.base import Text
from api.schemas.operations.alerts import (
    AcknowledgeIn,
    AlertCountOut,
    AlertCountsOut,
    AlertMessageOut,
    AlertMessagePageOut,
    AlertOut,
    AlertPageOut,
    SilenceIn,
)
from core.accounts.permissions import Permission
from core.alerts.models import AlertKind
from core.alerts.preferences import rules_get, telling_in
from core.alerts.routes import message_page
from core.alerts.services import (
    alert_acknowledge,
    alert_counts,
    alert_get,
    alert_page,
    alert_silence,
)
from core.alerts.words import LANGUAGES

router = Router(tags=["alerts"])
messages = Router(tags=["alerts"])
counts = Router(tags=["alerts"])

KindFilter = Annotated[AlertKind | None, Query(description="Only alerts of this kind.")]
AlertLanguage = Annotated[
    Text | None,
    Query(
        max_length=8,
        description=f"Of the sentences: one of {', '.join(LANGUAGES)}; without, English.",
        examples=["de"],
    ),
]
SaidZone = Annotated[
    Text | None,
    Query(
        max_length=64,
        description="Of the times in sentences; without, the organization's.",
        examples=["Europe/Berlin"],
    ),
]
OnlyOpen = Annotated[bool, Query(alias="open", description="Leave out what is over.")]
AlertFilter = Annotated[uuid.UUID | None, Query(description="Only messages about this alert.")]
RouteFilter = Annotated[uuid.UUID | None, Query(description="Only messages by this route.")]


@router.get(
    "",
    auth=requires(Permission.ALERTS_READ),
    response=responses({200: AlertPageOut}, signed_in=True, found=False),
)
def list_alerts(
    request: ApiRequest,
    only_open: OnlyOpen = True,
    kind: KindFilter = None,
    language: AlertLanguage = None,
    time_zone: SaidZone = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> AlertPageOut:
    """What needs a person: the organization's alerts and the system's, newest first."""
    organization = request.auth.organization
    to = telling_in(organization, language=language, time_zone=time_zone)
    page = alert_page(
        organization=organization, only_open=only_open, kind=kind, cursor=cursor, limit=limit
    )
    rules = rules_get(organization=organization)
    return AlertPageOut(
        items=[AlertOut.of(each, rules, to) for each in page.items], next_cursor=page.next_cursor
    )


@counts.get(
    "",
    auth=requires(Permission.ALERTS_READ),
    response=responses({200: AlertCountsOut}, signed_in=True, found=False),
)
def count_alerts(request: ApiRequest) -> AlertCountsOut:
    """How many alerts of each kind are open."""
    organization = request.auth.organization
    rules = rules_get(organization=organization)
    counted = alert_counts(organization=organization)
    return AlertCountsOut.of(AlertCountOut.of(each, rules) for each in counted)


@router.get(
    "/{alert_id}",
    auth=requires(Permission.ALERTS_READ),
    response=responses({200: AlertOut}, signed_in=True),
)
def get_alert(
    request: ApiRequest,
    alert_id: AlertId,
    language: AlertLanguage = None,
    time_zone: SaidZone = None,
) -> AlertOut:
    """One alert, and what was said of it."""
    organization = request.auth.organization
    to = telling_in(organization, language=language, time_zone=time_zone)
    alert = alert_get(organization=organization, alert_id=alert_id)
    return AlertOut.of(alert, rules_get(organization=organization), to)


@router.post(
    "/{alert_id}/acknowledge",
    auth=requires(Permission.ALERTS_OPERATE),
    response=responses({200: AlertOut}, body=True, signed_in=True),
)
def acknowledge_alert(
    request: ApiRequest,
    alert_id: AlertId,
    body: AcknowledgeIn | None = None,
    language: AlertLanguage = None,
    time_zone: SaidZone = None,
) -> AlertOut:
    """Say that you see to it: it is not told again, only its end is."""
    organization = request.auth.organization
    to = telling_in(organization, language=language, time_zone=time_zone)
    alert = alert_acknowledge(
        organization=organization,
        alert_id=alert_id,
        actor=acting(request),
        note=body.note if body else "",
    )
    return AlertOut.of(alert, rules_get(organization=organization), to)


@router.post(
    "/{alert_id}/silence",
    auth=requires(Permission.ALERTS_OPERATE),
    response=responses({200: AlertOut}, body=True, signed_in=True),
)
def silence_alert(
    request: ApiRequest,
    alert_id: AlertId,
    body: SilenceIn,
    language: AlertLanguage = None,
    time_zone: SaidZone = None,
) -> AlertOut:
    """Hear nothing of it before a time. If it is still there then, it is told."""
    organization = request.auth.organization
    to = telling_in(organization, language=language, time_zone=time_zone)
    alert = alert_silence(
        organization=organization, alert_id=alert_id, actor=acting(request), until=body.until
    )
    return AlertOut.of(alert, rules_get(organization=organization), to)


@messages.get(
    "",
    auth=requires(Permission.ALERTS_READ),
    response=responses({200: AlertMessagePageOut}, signed_in=True, found=False),
)
def list_alert_messages(
    request: ApiRequest,
    alert: AlertFilter = None,
    route: RouteFilter = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> AlertMessagePageOut:
    """Who was told of what: each message with its tries, newest first."""
    page = message_page(
        organization=request.auth.organization,
        alert_id=alert,
        route_id=route,
        cursor=cursor,
        limit=limit,
    )
    items = [AlertMessageOut.of(each) for each in page.items]
    return AlertMessagePageOut(items=items, next_cursor=page.next_cursor)
