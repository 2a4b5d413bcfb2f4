from __future__ import annotations

import uuid
from datetime import datetime
from typing import Self

from api.schemas.base import Json, Out
from core.audit.models import ActorKind, AuditEntry


class AuditEntryOut(Out):
    """Who did what to which thing."""

    id: uuid.UUID
    at: datetime
    actor_kind: ActorKind
    actor_id: uuid.UUID | None
    actor_name: str
    action: str
    object_kind: str
    object_id: str
    detail: Json
    request_id: str

    @classmethod
    def of(cls, entry: AuditEntry) -> Self:
        return cls(
            id=entry.pk,
            at=entry.at,
            actor_kind=ActorKind(entry.actor_kind),
            actor_id=entry.actor_id,
            actor_name=entry.actor_name,
            action=entry.action,
            object_kind=entry.object_kind,
            object_id=entry.object_id,
            detail=entry.detail,
            request_id=entry.request_id,
        )


class AuditPageOut(Out):
    items: list[AuditEntryOut]
    next_cursor: str | None
