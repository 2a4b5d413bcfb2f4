from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import BaseModel, Field

from api.schemas.base import Json, Out, Text
from core.audit.models import ActorKind, AuditEntry
from core.audit.selectors import AuditFilter, ChainState
from core.submissions.read import Moment

Word = Annotated[Text | None, Field(max_length=64)]


class AuditFilterIn(BaseModel):
    """Which entries; every part that is given narrows it."""

    actor: Annotated[Text | None, Field(max_length=200, description="Id or part of a name.")] = None
    action: Annotated[Word, Field(description="With a dot at the end, a whole family.")] = None
    object_kind: Word = None
    object_id: Word = None
    at_from: Annotated[Moment | None, Field(alias="from")] = None
    at_before: Annotated[Moment | None, Field(alias="before")] = None
    text: Annotated[
        Text | None, Field(max_length=100, description="Part of anything in the entry.")
    ] = None

    def wanted(self) -> AuditFilter:
        return AuditFilter(**self.model_dump())


class ChangeOut(Out):
    """A value before and after; null where there was or is none."""

    before: Any
    after: Any


class AuditEntryOut(Out):
    """Who did what to which thing, when, and where from."""

    id: uuid.UUID
    sequence: Annotated[
        int | None, Field(description="Place in the chain; null until it is sealed, seconds later.")
    ]
    at: datetime
    actor_kind: ActorKind
    actor_id: uuid.UUID | None
    actor_name: str
    action: str
    object_kind: str
    object_id: str
    detail: Json
    changes: dict[str, ChangeOut]
    request_id: str
    address: str
    agent: str

    @classmethod
    def of(cls, entry: AuditEntry) -> Self:
        return cls(
            id=entry.pk,
            sequence=entry.sequence,
            at=entry.at,
            actor_kind=ActorKind(entry.actor_kind),
            actor_id=entry.actor_id,
            actor_name=entry.actor_name,
            action=entry.action,
            object_kind=entry.object_kind,
            object_id=entry.object_id,
            detail=entry.detail,
            changes={name: ChangeOut(**change) for name, change in entry.changes.items()},
            request_id=entry.request_id,
            address=entry.address,
            agent=entry.agent,
        )


class AuditPageOut(Out):
    items: list[AuditEntryOut]
    next_cursor: str | None


class AuditChainOut(Out):
    """Where the chain ends, and whether it held when it was last verified."""

    sequence: int
    hash: Annotated[str, Field(description="Of the last entry, in hex; keep it elsewhere.")]
    sealed_at: datetime | None
    waiting: Annotated[int, Field(description="Entries not sealed yet.")]
    verified_at: datetime | None
    verified_entries: int
    finding: Annotated[str, Field(description="What is broken first; empty: nothing.")]

    @classmethod
    def of(cls, state: ChainState) -> Self:
        head, check = state.head, state.check
        return cls(
            sequence=head.sequence if head else 0,
            hash=bytes(head.hash).hex() if head else "",
            sealed_at=head.sealed_at if head else None,
            waiting=state.waiting,
            verified_at=check.at if check else None,
            verified_entries=check.entries if check else 0,
            finding=check.finding if check else "",
        )
