from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Self

from pydantic import AwareDatetime, Field

from api.schemas.base import In, Out, Text
from api.schemas.callbacks import CallbackAttemptOut
from core.alerts.models import Alert, AlertKind, AlertNotice, Severity
from core.alerts.rules import Rule
from core.alerts.services import AlertCount
from core.alerts.words import Telling, alert_told
from core.callbacks.models import Callback, CallbackStatus

_GRAVEST = [Severity.CRITICAL, Severity.WARNING, Severity.INFO]


class AlertOut(Out):
    """Something that a person should know of."""

    id: uuid.UUID
    kind: AlertKind
    severity: Severity
    subject: str = Field(description="Id or name of the thing.")
    message: str = Field(description="What happened and what to do, in English.")
    title: str
    what: str = Field(description="What happened, in the language that was asked for.")
    means: str = Field(description="What it means.")
    do: str = Field(description="What to do about it.")
    page: str = Field(description="Path of the console's page about it.", examples=["/alerts"])
    runbook: str = Field(description="What to do step by step: an address, or a place in docs/.")
    count: int = Field(description="Occurrences of this one cause.")
    opened_at: datetime
    resolved_at: datetime | None
    told_at: datetime | None = Field(description="When the organization was last told of it.")
    acknowledged_at: datetime | None
    acknowledged_by: str
    acknowledged_note: str
    silenced_until: datetime | None

    @classmethod
    def of(cls, alert: Alert, rules: Mapping[AlertKind, Rule], to: Telling) -> Self:
        kind = AlertKind(alert.kind)
        told = alert_told(alert, to)
        notice = next(iter(alert.notices.all()), AlertNotice())
        return cls(
            id=alert.pk,
            kind=kind,
            severity=rules[kind].severity,
            subject=alert.subject,
            message=alert.message,
            title=told.title,
            what=told.what,
            means=told.means,
            do=told.do,
            page=told.page,
            runbook=told.runbook,
            count=alert.count,
            opened_at=alert.opened_at,
            resolved_at=alert.resolved_at,
            told_at=notice.told_at,
            acknowledged_at=notice.acknowledged_at,
            acknowledged_by=notice.acknowledged_by,
            acknowledged_note=notice.acknowledged_note,
            silenced_until=notice.silenced_until,
        )


class AlertPageOut(Out):
    items: list[AlertOut]
    next_cursor: str | None


class AlertCountOut(Out):
    """Open alerts of one kind."""

    kind: AlertKind
    severity: Severity
    open: int
    acknowledged: int = Field(description="Of those: somebody sees to them.")

    @classmethod
    def of(cls, counted: AlertCount, rules: Mapping[AlertKind, Rule]) -> Self:
        return cls(
            kind=counted.kind,
            severity=rules[counted.kind].severity,
            open=counted.open,
            acknowledged=counted.acknowledged,
        )


class AlertCountsOut(Out):
    items: list[AlertCountOut] = Field(description="The gravest kinds first.")

    @classmethod
    def of(cls, items: Iterable[AlertCountOut]) -> Self:
        return cls(
            items=sorted(items, key=lambda each: (_GRAVEST.index(each.severity), -each.open))
        )


class AcknowledgeIn(In):
    note: Text = Field(
        default="", max_length=1000, description="What is being done, for the others."
    )


class SilenceIn(In):
    until: AwareDatetime | None = Field(
        description="Nothing is said of it before; at most a year ahead. Null ends the silence."
    )


class AlertMessageOut(Out):
    """One message about an alert by one route, with its tries."""

    id: uuid.UUID
    alert_id: uuid.UUID | None = Field(description="Empty for a test.")
    route_id: uuid.UUID
    kind: str = Field(examples=["alert.opened"])
    title: str
    status: CallbackStatus
    happened_at: datetime
    next_attempt_at: datetime | None
    finished_at: datetime | None
    attempts: list[CallbackAttemptOut]

    @classmethod
    def of(cls, message: Callback) -> Self:
        return cls(
            id=message.pk,
            alert_id=message.topic,
            route_id=message.endpoint_id,
            kind=message.kind,
            title=(message.facts or {}).get("title", ""),
            status=CallbackStatus(message.status),
            happened_at=message.happened_at,
            next_attempt_at=message.next_attempt_at,
            finished_at=message.finished_at,
            attempts=[CallbackAttemptOut.of(each) for each in message.attempts.all()],
        )


class AlertMessagePageOut(Out):
    items: list[AlertMessageOut]
    next_cursor: str | None
