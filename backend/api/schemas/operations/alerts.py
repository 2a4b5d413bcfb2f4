from __future__ import annotations

import uuid
from datetime import datetime
from typing import Self

from pydantic import Field

from api.schemas.base import Out
from core.alerts.models import Alert, AlertKind


class AlertOut(Out):
    """Something that a person should know of."""

    id: uuid.UUID
    kind: AlertKind
    subject: str = Field(description="Id or name of the thing.")
    message: str
    opened_at: datetime
    resolved_at: datetime | None

    @classmethod
    def of(cls, alert: Alert) -> Self:
        return cls(
            id=alert.pk,
            kind=AlertKind(alert.kind),
            subject=alert.subject,
            message=alert.message,
            opened_at=alert.opened_at,
            resolved_at=alert.resolved_at,
        )


class AlertPageOut(Out):
    items: list[AlertOut]
    next_cursor: str | None
