"""Where alerts go."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import EmailStr, Field

from api.schemas.base import In, Out, Text
from core.alerts.models import Severity
from core.alerts.routes import RouteWanted
from core.callbacks.models import CallbackEndpoint, Channel

Recipient = Annotated[EmailStr, Field(max_length=254)]


class AlertRouteChangeIn(In):
    """Its secret stays as it is when it is left out."""

    name: Text = Field(min_length=1, max_length=200, examples=["On call"])
    severities: list[Severity] = Field(min_length=1, max_length=len(Severity))
    enabled: bool = Field(default=True, strict=True)
    recipients: list[Recipient] = Field(
        default_factory=list, max_length=20, description="Of e-mail; empty means the owners."
    )
    url: Text | None = Field(
        default=None,
        max_length=500,
        description="Of a webhook, Slack or Teams. Of PagerDuty only for another region.",
        examples=["https://hooks.example.com/waybill"],
    )
    routing_key: Text | None = Field(
        default=None, min_length=1, max_length=200, description="Of PagerDuty (Events API v2)."
    )

    def wanted(self) -> RouteWanted:
        return RouteWanted(
            name=self.name,
            severities=list(dict.fromkeys(self.severities)),
            enabled=self.enabled,
            recipients=list(dict.fromkeys(self.recipients)),
            url=self.url,
            routing_key=self.routing_key,
        )


class AlertRouteIn(AlertRouteChangeIn):
    channel: Channel


class AlertRouteOut(Out):
    id: uuid.UUID
    name: str
    channel: Channel
    severities: list[Severity]
    enabled: bool
    disabled_reason: str | None = Field(description="`operator`, or `gone`: it answered 410.")
    recipients: list[str]
    url: str = Field(description="Of Slack and Teams only the host: the rest is secret.")
    secret_set_at: datetime | None
    failing_since: datetime | None = Field(description="Since when no message arrived.")
    created_at: datetime

    @classmethod
    def of(cls, route: CallbackEndpoint) -> Self:
        return cls(**_fields(route))


class AlertRouteSecretOut(AlertRouteOut):
    """With the secret that signs a webhook, which is shown this once."""

    secret: str | None = Field(examples=["whsec_…"])

    @classmethod
    def with_secret(cls, route: CallbackEndpoint, secret: str | None) -> Self:
        return cls(**_fields(route), secret=secret)


class AlertRoutePageOut(Out):
    items: list[AlertRouteOut]
    next_cursor: str | None


def _fields(route: CallbackEndpoint) -> dict[str, Any]:
    return {
        "id": route.pk,
        "name": route.description,
        "channel": route.channel,
        "severities": route.severities,
        "enabled": route.disabled_at is None,
        "disabled_reason": route.disabled_reason or None,
        "recipients": route.recipients,
        "url": route.url,
        "secret_set_at": route.secret_set_at,
        "failing_since": route.failing_since,
        "created_at": route.created_at,
    }
