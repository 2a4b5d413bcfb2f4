"""Connections, their settings, limits and gate. Credentials do not come out here."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated, Any, Literal, Self

from django.utils import timezone
from pydantic import (
    AwareDatetime,
    Field,
    ModelWrapValidatorHandler,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from api.schemas.base import In, Json, Out, Slug, Text, Told
from api.schemas.connections.health import ConnectionHealthOut
from core.connection_health.health import Health, gate_of
from core.connections.faults import connection_faults, name_unknown
from core.connections.lifecycle import slug_faults
from core.connections.lists import ListRead
from core.connections.live_test import Tested
from core.connections.models import Connection
from core.connections.shown_settings import settings_shown
from core.delivery.models import Gate

Breaker = Literal["closed", "open", "half_open"]
Name = Annotated[Text, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
ConnectorName = Annotated[str, Field(min_length=1, max_length=64, description="Such as `tryton`.")]
Settings = Annotated[Json, Field(description="As the connector's `settings_schema` says.")]
Credentials = Annotated[
    Json,
    Field(
        description="As the connector's `credentials_schema` says. They never come out again.",
        json_schema_extra={"writeOnly": True},
    ),
]


EndsAt = Annotated[
    AwareDatetime | None,
    Field(description="When the credentials stop working, if you know; a JWT says it itself."),
]


class _ForConnector(In):
    """Settings and credentials for a connector, whose faults are told together with all others."""

    connector: ConnectorName
    settings: Settings
    credentials: Credentials = Field(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _all_faults_at_once(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        found: list[InitErrorDetails] = []
        checked: Self | None = None
        try:
            checked = handler(value)
        except ValidationError as error:
            found += [_told_again(cls, item) for item in error.errors(include_url=False)]
        found += _connector_errors(value)
        if found or checked is None:
            raise ValidationError.from_exception_data(cls.__name__, found)
        return checked


def _told_again(model: type[In], item: ErrorDetails) -> InitErrorDetails:
    kind, message, (*_, last) = item["type"], item["msg"], item["loc"] or ("",)
    if kind == "extra_forbidden":
        kind, message = "unknown_name", name_unknown(str(last), list(model.model_fields))
    return InitErrorDetails(type=PydanticCustomError(kind, message), loc=item["loc"], input=None)


def _connector_errors(value: Any) -> list[InitErrorDetails]:
    """What the connector refuses, and slugs that cannot be; parts of a wrong type are left out."""
    if not isinstance(value, dict):
        return []
    connector, slug = value.get("connector"), value.get("slug")
    settings, credentials = value.get("settings", {}), value.get("credentials", {})
    faults = slug_faults(slug) if isinstance(slug, str) else []
    if isinstance(connector, str) and 0 < len(connector) <= 64:
        faults += connection_faults(
            connector=connector,
            settings=settings if isinstance(settings, dict) else {},
            credentials=credentials if isinstance(credentials, dict) else {},
        )
    return [
        InitErrorDetails(
            type=PydanticCustomError("connection", fault.message),
            loc=tuple(fault.field.split(".")),
            input=None,
        )
        for fault in faults
    ]


class ConnectionIn(_ForConnector):
    """A new connection."""

    credentials_end_at: EndsAt = None

    slug: Slug = Field(description="Its name in addresses; not like an id.", examples=["erp"])
    name: Name = Field(description="Its name for people.", examples=["Our ERP"])


class ConnectionTestIn(_ForConnector):
    """Settings and credentials to try. They are saved nowhere."""


class ConnectionChangeIn(In):
    """What is missing stays as it is. Settings are replaced as a whole."""

    name: Name | None = None
    settings: Json | None = Field(
        default=None,
        description="All of them. A value that came out as `[redacted]` may go back so, and stays.",
    )


class LimitsIn(In):
    """How much may be sent at once and per second, over all workers."""

    max_in_flight: int = Field(ge=1, le=1000)
    rate_per_second: float | None = Field(
        default=None, gt=0, le=100_000, description="Empty: no limit."
    )
    rate_burst: int = Field(default=1, ge=1, le=10_000)


class CredentialsIn(In):
    """All credentials of the connection, as its connector wants them. They never come out again."""

    credentials: Credentials
    end_at: EndsAt = None


class ConnectionTryIn(In):
    """What to try instead of what is stored. Nothing of it is saved."""

    settings: Json | None = Field(
        default=None, description="All of them; `[redacted]` counts as it is stored."
    )
    credentials: Credentials | None = None


class PauseIn(In):
    message: Text = Field(default="", max_length=500, description="Why, for whoever sees it.")


class GateOut(Out):
    """Whether anything may be sent now, and if not, why and until when."""

    paused_at: datetime | None
    pause_reason: str | None = Field(
        description="`operator`, or `auth`: the destination refused our sign-in."
    )
    pause_message: Told | None
    cooling_until: datetime | None = Field(description="The destination asked for a pause.")
    breaker: Breaker
    breaker_until: datetime | None = Field(description="When an open breaker lets one probe go.")

    @classmethod
    def of(cls, gate: Gate | None) -> Self:
        now = timezone.now()
        until = gate.breaker_until if gate else None
        cooling = gate.cooling_until if gate else None
        breaker: Breaker = "closed"
        if until is not None:
            breaker = "open" if until > now else "half_open"
        return cls(
            paused_at=gate.paused_at if gate else None,
            pause_reason=(gate.pause_reason if gate else "") or None,
            pause_message=(gate.pause_message if gate else "") or None,
            cooling_until=cooling if cooling and cooling > now else None,
            breaker=breaker,
            breaker_until=until,
        )


class ConnectionTestOut(Out):
    """What the system said."""

    ok: bool
    message: Told = Field(description="What answered, or what is wrong and what to do.")
    problem: str | None = Field(
        description="The kind of problem, such as `wrong_credentials`; empty when it works."
    )
    took_ms: int = Field(description="Milliseconds.")

    @classmethod
    def of(cls, tested: Tested) -> Self:
        return cls(
            ok=tested.ok,
            message=tested.message,
            problem=tested.problem,
            took_ms=tested.took_ms,
        )


class EntryOut(Out):
    value: str = Field(description="What an action's input takes for it.")
    label: str
    detail: str


class ConnectionListOut(Out):
    """A part of a list, as the system told it at ``fetched_at``."""

    name: str
    title: str
    fetched_at: datetime
    age_seconds: int
    problem: str | None = Field(description="Why it could not be read since then.")
    message: Told | None = Field(description="The same, for people.")
    total: int = Field(description="Entries of the whole list.")
    matching: int = Field(description="Entries that the search finds.")
    items: list[EntryOut]

    @classmethod
    def of(cls, name: str, read: ListRead, found: list[Any], *, offset: int, limit: int) -> Self:
        age = (timezone.now() - read.fetched_at).total_seconds()
        return cls(
            name=name,
            title=read.title,
            fetched_at=read.fetched_at,
            age_seconds=max(0, round(age)),
            problem=read.problem or None,
            message=read.message or None,
            total=len(read.entries),
            matching=len(found),
            items=[
                EntryOut(value=each.value, label=each.label, detail=each.detail)
                for each in found[offset : offset + limit]
            ],
        )


class ConnectionOut(Out):
    id: uuid.UUID
    slug: str
    name: str
    connector: str
    settings: Json = Field(description="What is named like a secret is shown as `[redacted]`.")
    revision: int = Field(description="The number in its `ETag`.")
    changed_at: datetime | None
    changed_by: str | None
    tested_at: datetime | None = Field(
        description="When it was last tested with these settings and credentials."
    )
    test_ok: bool | None
    test_message: Told | None
    test_problem: str | None
    max_in_flight: int
    rate_per_second: float | None
    rate_burst: int
    credentials_set_at: datetime | None = Field(
        description="When its credentials were put in; they are never shown."
    )
    credentials_end_at: datetime | None = Field(description="When they stop working, if known.")
    gate: GateOut
    health: ConnectionHealthOut

    @classmethod
    def of(cls, connection: Connection, health: Health) -> Self:
        return cls(
            id=connection.pk,
            slug=connection.slug,
            name=connection.name,
            connector=connection.connector,
            settings=settings_shown(connection.config),
            revision=connection.revision,
            changed_at=connection.changed_at,
            changed_by=connection.changed_by or None,
            tested_at=connection.tested_at,
            test_ok=connection.test_ok,
            test_message=connection.test_message or None,
            test_problem=connection.test_problem or None,
            max_in_flight=connection.max_in_flight,
            rate_per_second=connection.rate_per_second,
            rate_burst=connection.rate_burst,
            credentials_set_at=connection.credentials_set_at,
            credentials_end_at=connection.credentials_end_at,
            gate=GateOut.of(gate_of(connection)),
            health=ConnectionHealthOut.of(health),
        )


class ConnectionPageOut(Out):
    items: list[ConnectionOut]
    next_cursor: str | None
