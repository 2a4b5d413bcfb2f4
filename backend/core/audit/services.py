from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any

from django.db.models.functions import Now
from django.utils import timezone

from core.accounts.models import Organization
from core.audit.canonical_json import plain, plain_text
from core.audit.chain import entry_mac, present_key_id
from core.audit.models import ActorKind, AuditEntry

READS_ARE_ONE_WITHIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever makes a change, as the log names them, and where from."""

    kind: ActorKind
    id: uuid.UUID | None = None
    name: str = ""
    request_id: str = ""
    address: str = ""
    agent: str = ""

    def kept(self) -> dict[str, Any]:
        """As JSON, for work that goes on later in this actor's name."""
        values = asdict(self)
        return values | {"kind": str(self.kind), "id": str(self.id) if self.id else None}

    @classmethod
    def of_kept(cls, values: Mapping[str, Any]) -> Actor:
        """The actor of `kept`."""
        return cls(
            ActorKind(values["kind"]),
            uuid.UUID(values["id"]) if values["id"] else None,
            values["name"],
            values["request_id"],
            values.get("address", ""),
            values.get("agent", ""),
        )


@dataclass(frozen=True, slots=True)
class Change:
    """What `audit_record` is told of one change."""

    action: str
    object_kind: str
    object_id: object
    detail: Mapping[str, Any] = field(default_factory=dict)
    changes: Mapping[str, Any] = field(default_factory=dict)


SYSTEM = Actor(ActorKind.SYSTEM, name="Waybill")


def audit_record(
    *,
    organization: Organization,
    actor: Actor,
    action: str,
    object_kind: str,
    object_id: object,
    detail: Mapping[str, Any] | None = None,
    changes: Mapping[str, Any] | None = None,
) -> AuditEntry:
    """Write down a change, in the transaction that makes it. ``detail`` holds facts alone,
    ``changes`` what `core.audit.changes` makes. Neither may hold what a submitter answered: an
    entry is kept for good. Waits for nobody: the entry is chained after its commit."""
    entry = _entry(
        organization,
        actor,
        Change(action, object_kind, object_id, detail or {}, changes or {}),
    )
    entry.save(force_insert=True)
    return entry


def audit_record_each(
    *, organization: Organization, actor: Actor, changes: Iterable[Change]
) -> None:
    """Write down several changes of one actor, as `audit_record` does each, in one statement."""
    AuditEntry.objects.bulk_create([_entry(organization, actor, change) for change in changes])


def _entry(organization: Organization, actor: Actor, change: Change) -> AuditEntry:
    entry = AuditEntry(
        organization=organization,
        at=timezone.now(),
        actor_kind=str(actor.kind),
        actor_id=actor.id,
        actor_name=plain_text(actor.name)[:200],
        action=change.action,
        object_kind=change.object_kind,
        object_id=plain_text(str(change.object_id)),
        detail=plain(change.detail),
        changes=plain(change.changes),
        request_id=actor.request_id,
        address=actor.address,
        agent=plain_text(actor.agent)[:200],
        key_id=present_key_id(),
    )
    entry.mac = entry_mac(entry)
    return entry


def audit_read(
    *,
    organization: Organization,
    actor: Actor,
    action: str,
    object_kind: str,
    object_id: object,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Write down that somebody saw something sensitive. What polls or reloads reads once: the same
    reader's reads of the same thing within an hour are one entry."""
    before = AuditEntry.objects.owned_by(organization).filter(
        object_id=str(object_id),
        action=action,
        actor_kind=actor.kind,
        actor_id=actor.id,
        at__gt=Now() - READS_ARE_ONE_WITHIN,
    )
    if not before.exists():
        audit_record(
            organization=organization,
            actor=actor,
            action=action,
            object_kind=object_kind,
            object_id=object_id,
            detail=detail,
        )
