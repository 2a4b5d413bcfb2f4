from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.accounts.models import Organization
from core.audit.models import ActorKind, AuditEntry


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever makes a change, as the log names them."""

    kind: ActorKind
    id: uuid.UUID | None = None
    name: str = ""
    request_id: str = ""


SYSTEM = Actor(ActorKind.SYSTEM, name="Waybill")


def audit_record(
    *,
    organization: Organization,
    actor: Actor,
    action: str,
    object_kind: str,
    object_id: object,
    detail: Mapping[str, Any] | None = None,
) -> AuditEntry:
    """Write down a change, in the transaction that makes it. ``detail`` holds facts alone."""
    return AuditEntry.objects.create(
        organization=organization,
        actor_kind=actor.kind,
        actor_id=actor.id,
        actor_name=actor.name[:200],
        action=action,
        object_kind=object_kind,
        object_id=str(object_id),
        detail=dict(detail or {}),
        request_id=actor.request_id,
    )
