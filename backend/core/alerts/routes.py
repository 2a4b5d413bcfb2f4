"""Where an organization's alerts go. Every change is audited.

A route is a callback endpoint with the purpose `alerts`: sending, waiting and repeating are
`core.callbacks`'. Each organization has one from the start, e-mail to its owners.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from core.accounts.models import Organization
from core.alerts.models import Severity
from core.alerts.preferences import telling_of
from core.alerts.words import probe_facts
from core.audit.changes import Changes, changes_between, gone, made
from core.audit.services import Actor, audit_record
from core.callbacks.channels import PAGERDUTY_URL
from core.callbacks.models import (
    Callback,
    CallbackEndpoint,
    Channel,
    DisabledReason,
    Purpose,
)
from core.callbacks.web_address import web_address
from core.crypto.webhook_signatures import secret_generate
from core.errors import Conflict, FieldError, NotFound, Unprocessable
from core.ids import uuid7
from core.postgres.pages import Page, page_newest_first
from core.postgres.statements import fetch
from core.sealing.fields import field_seal
from integrations.sdk.redaction.redaction import Redactor

MOST_ROUTES = 50
_BY_DEFAULT = [str(Severity.WARNING), str(Severity.CRITICAL)]
_OF_OWNERS = uuid.UUID("5b0a3f0e-9f0c-5a37-8f0d-7d6f1c0a9e11")
"""With an organization's id it makes the id of its first route, so that there is one."""

_LACKING = """
SELECT id FROM accounts_organization AS organization WHERE NOT EXISTS (
    SELECT FROM callbacks_callbackendpoint AS route
    WHERE route.organization_id = organization.id AND route.purpose = 'alerts')
"""


@dataclass(frozen=True, slots=True)
class RouteWanted:
    """What a route is to be.

    ``url``: of a webhook, or of the hook of a chat; of PagerDuty only for another region.
    ``routing_key``: of PagerDuty. None leaves a secret as it is.
    """

    name: str
    severities: Sequence[Severity]
    enabled: bool = True
    recipients: Sequence[str] = ()
    url: str | None = field(default=None, repr=False)
    routing_key: str | None = field(default=None, repr=False)


def routes_ensure() -> int:
    """Give each organization without a route one to its owners; how many."""
    rows = [
        CallbackEndpoint(
            id=uuid.uuid5(_OF_OWNERS, str(organization_id)),
            organization_id=organization_id,
            purpose=Purpose.ALERTS,
            channel=Channel.EMAIL,
            description="Owners",
            severities=_BY_DEFAULT,
            kinds=[],
        )
        for (organization_id,) in fetch(_LACKING, {})
    ]
    return len(CallbackEndpoint.objects.bulk_create(rows, ignore_conflicts=True))


def route_page(
    *, organization: Organization, cursor: str | None = None, limit: int = 50
) -> Page[CallbackEndpoint]:
    return page_newest_first(_routes(organization), cursor=cursor, limit=limit)


def route_get(*, organization: Organization, route_id: uuid.UUID) -> CallbackEndpoint:
    """Raises NotFound."""
    found = _routes(organization).filter(pk=route_id).first()
    if found is None:
        raise NotFound("This organization has no route of alerts with that id.")
    return found


@transaction.atomic
def route_create(
    *, organization: Organization, channel: Channel, wanted: RouteWanted, actor: Actor
) -> tuple[CallbackEndpoint, str | None]:
    """Make a route. The second value signs a webhook; it is given once and cannot be read again.

    Raises Conflict for one too many, and Unprocessable for what its channel cannot use.
    """
    if _routes(organization).count() >= MOST_ROUTES:
        raise Conflict(f"An organization has at most {MOST_ROUTES} routes. Delete one first.")
    route = CallbackEndpoint(
        organization=organization, purpose=Purpose.ALERTS, channel=channel, kinds=[]
    )
    _set(route, wanted)
    secret = secret_generate() if channel == Channel.WEBHOOK else None
    if secret is not None:
        _seal(route, secret)
    route.save(force_insert=True)
    _record(route, actor, "alert_route.created", made(_audited_values(route)))
    return route, secret


@transaction.atomic
def route_change(
    *, organization: Organization, route_id: uuid.UUID, wanted: RouteWanted, actor: Actor
) -> CallbackEndpoint:
    """Replace what can be changed. Raises NotFound, and Unprocessable as `route_create` does."""
    route = route_get(organization=organization, route_id=route_id)
    before, secret_set_at = _audited_values(route), route.secret_set_at
    _set(route, wanted)
    route.save()
    changes = changes_between(before, _audited_values(route))
    if route.secret_set_at != secret_set_at:
        changes |= changes_between({"secret": "former"}, {"secret": "new"}, sensitive=["secret"])
    _record(route, actor, "alert_route.changed", changes)
    return route


@transaction.atomic
def route_delete(*, organization: Organization, route_id: uuid.UUID, actor: Actor) -> None:
    """Remove a route with its messages. Raises NotFound, and Conflict for the last one."""
    route = route_get(organization=organization, route_id=route_id)
    if not _routes(organization).exclude(pk=route.pk).exists():
        raise Conflict(
            "This is the organization's only route. Disable it if nobody is to hear of alerts,"
            " or make another one first."
        )
    _record(route, actor, "alert_route.deleted", gone(_audited_values(route)))
    route.delete()


@transaction.atomic
def route_test(*, organization: Organization, route_id: uuid.UUID, actor: Actor) -> Callback:
    """Send a message that says it is a test. Raises NotFound, and Conflict for a disabled one."""
    route = route_get(organization=organization, route_id=route_id)
    if route.disabled_at is not None:
        raise Conflict("This route is disabled, so nothing is sent by it. Enable it first.")
    _record(route, actor, "alert_route.tested", {})
    ((now,),) = fetch("SELECT now()", {})
    message_id = uuid7()
    to = telling_of(organization)
    facts = probe_facts(message_id=str(message_id), name=route.description, at=now, to=to)
    message = Callback.objects.create(
        id=message_id,
        organization=organization,
        endpoint=route,
        kind="alert.test",
        happened_at=now,
        facts=facts,
        next_attempt_at=Now(),
    )
    message.refresh_from_db()
    return message


def message_page(
    *,
    organization: Organization,
    alert_id: uuid.UUID | None = None,
    route_id: uuid.UUID | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[Callback]:
    """What was sent about alerts or waits to be, with its tries, newest first."""
    rows = Callback.objects.owned_by(organization).filter(endpoint__purpose=Purpose.ALERTS)
    if alert_id is not None:
        rows = rows.filter(topic=alert_id)
    if route_id is not None:
        rows = rows.filter(endpoint=route_id)
    return page_newest_first(rows.prefetch_related("attempts"), cursor=cursor, limit=limit)


def _routes(organization: Organization) -> QuerySet[CallbackEndpoint]:
    return CallbackEndpoint.objects.owned_by(organization).filter(purpose=Purpose.ALERTS)


def _set(route: CallbackEndpoint, wanted: RouteWanted) -> None:
    route.description = wanted.name
    route.severities = [str(each) for each in wanted.severities]
    if wanted.enabled:
        route.disabled_at, route.disabled_reason = None, DisabledReason.NONE
        route.failing_since = None
    elif route.disabled_at is None:
        route.disabled_at, route.disabled_reason = timezone.now(), DisabledReason.OPERATOR
    match Channel(route.channel):
        case Channel.EMAIL:
            route.recipients = list(wanted.recipients)
        case Channel.WEBHOOK:
            route.url = web_address(_needed(wanted.url or route.url, "url"))
        case Channel.PAGERDUTY:
            route.url = web_address(wanted.url or route.url or PAGERDUTY_URL)
            _keep_secret(route, wanted.routing_key, "routing_key")
        case _:
            # Whoever knows the address of a chat's hook may write there.
            url = web_address(wanted.url) if wanted.url else None
            _keep_secret(route, url, "url")
            if url is not None:
                route.url = f"{urlsplit(url).scheme}://{urlsplit(url).netloc}"


def _keep_secret(route: CallbackEndpoint, secret: str | None, name: str) -> None:
    if secret is not None:
        _seal(route, secret)
    elif route.sealed_secret is None:
        _needed("", name)


def _needed(value: str, name: str) -> str:
    if not value:
        raise Unprocessable(
            "A route of this channel does not work without it.",
            errors=[FieldError(name, "Is missing.")],
        )
    return value


def _seal(route: CallbackEndpoint, secret: str) -> None:
    route.sealed_secret = field_seal(route, "sealed_secret", secret.encode())
    route.secret_set_at = timezone.now()


def _audited_values(route: CallbackEndpoint) -> dict[str, Any]:
    return {
        "name": route.description,
        "channel": str(route.channel),
        "url": Redactor().url(route.url) if route.url else "",
        "recipients": list(route.recipients),
        "severities": list(route.severities),
        "enabled": route.disabled_at is None,
    }


def _record(route: CallbackEndpoint, actor: Actor, action: str, changes: Changes) -> None:
    audit_record(
        organization=route.organization,
        actor=actor,
        action=action,
        object_kind="alert_route",
        object_id=route.pk,
        detail={"name": route.description, "channel": str(route.channel)},
        changes=changes,
    )
