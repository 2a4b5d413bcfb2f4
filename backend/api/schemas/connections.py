"""Connections, their limits and their gate. Settings and credentials do not come out here."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Literal, Self

from django.utils import timezone
from pydantic import Field

from api.schemas.base import In, Json, Out, Text
from core.connections.models import Connection
from core.delivery.models import Gate

Breaker = Literal["closed", "open", "half_open"]


class LimitsIn(In):
    """How much may be sent at once and per second, over all workers."""

    max_in_flight: int = Field(ge=1, le=1000)
    rate_per_second: float | None = Field(
        default=None, gt=0, le=100_000, description="Empty: no limit."
    )
    rate_burst: int = Field(default=1, ge=1, le=10_000)


class CredentialsIn(In):
    """All credentials of the connection, as its connector wants them. They never come out again."""

    credentials: Json


class PauseIn(In):
    message: Text = Field(default="", max_length=500, description="Why, for whoever sees it.")


class GateOut(Out):
    """Whether anything may be sent now, and if not, why and until when."""

    paused_at: datetime | None
    pause_reason: str | None = Field(
        description="`operator`, or `auth`: the destination refused our sign-in."
    )
    pause_message: str | None
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


class ConnectionOut(Out):
    id: uuid.UUID
    slug: str
    name: str
    connector: str
    max_in_flight: int
    rate_per_second: float | None
    rate_burst: int
    credentials_set_at: datetime | None = Field(
        description="When its credentials were put in; they are never shown."
    )
    gate: GateOut

    @classmethod
    def of(cls, connection: Connection) -> Self:
        return cls(
            id=connection.pk,
            slug=connection.slug,
            name=connection.name,
            connector=connection.connector,
            max_in_flight=connection.max_in_flight,
            rate_per_second=connection.rate_per_second,
            rate_burst=connection.rate_burst,
            credentials_set_at=connection.credentials_set_at,
            gate=GateOut.of(getattr(connection, "gate", None)),
        )


class ConnectionPageOut(Out):
    items: list[ConnectionOut]
    next_cursor: str | None
