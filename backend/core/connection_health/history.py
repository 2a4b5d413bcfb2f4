"""What became of a connection: what people did to it, and when it was closed by itself."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from core.accounts.models import Organization
from core.audit.models import AuditEntry
from core.connection_health.models import Episode, EpisodeKind


class ConnectionHappening(StrEnum):
    """What happened to a connection. The last three are times, the others moments."""

    CREATED = "created"
    CHANGED = "changed"
    LIMITED = "limited"
    CREDENTIALS_REPLACED = "credentials_replaced"
    PAUSED = "paused"
    RESUMED = "resumed"
    TESTED = "tested"
    TRIED = "tried"
    BREAKER = "breaker"
    COOLING = "cooling"
    REFUSED = "refused"


_KINDS = {
    EpisodeKind.BREAKER: ConnectionHappening.BREAKER,
    EpisodeKind.COOLING: ConnectionHappening.COOLING,
    EpisodeKind.REFUSED: ConnectionHappening.REFUSED,
}
_ACTIONS = {
    f"connection.{each}": each for each in ConnectionHappening if each not in _KINDS.values()
}


@dataclass(frozen=True, slots=True)
class Entry:
    """``by``: who did it; empty for what happened by itself. ``ended_at``: of a time, None while it
    goes on. ``times``: how often it was closed anew within it.

    ``message``: why it was paused. ``ok`` and ``problem``: of a test. ``changes``: as the audit log
    has them, without secrets.
    """

    at: datetime
    what: ConnectionHappening
    by: str = ""
    ended_at: datetime | None = None
    times: int = 1
    message: str = ""
    ok: bool | None = None
    problem: str | None = None
    changes: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """``next_before``: the moment before which it goes on, None at its beginning."""

    entries: list[Entry]
    next_before: datetime | None


def connection_history(
    *,
    organization: Organization,
    connection_id: uuid.UUID,
    before: datetime | None = None,
    limit: int = 50,
) -> HistoryPage:
    """What happened to the connection, newest first."""
    both = [
        *_done(organization, connection_id, before, limit + 1),
        *_closed(organization, connection_id, before, limit + 1),
    ]
    both.sort(key=lambda each: each.at, reverse=True)
    entries = both[:limit]
    return HistoryPage(entries, entries[-1].at if len(both) > limit else None)


def _done(
    organization: Organization, connection_id: uuid.UUID, before: datetime | None, limit: int
) -> Iterator[Entry]:
    rows = AuditEntry.objects.owned_by(organization).filter(
        object_id=str(connection_id), action__in=_ACTIONS
    )
    if before is not None:
        rows = rows.filter(at__lt=before)
    for each in rows.order_by("-pk")[:limit]:
        yield Entry(
            at=each.at,
            what=_ACTIONS[each.action],
            by=each.actor_name,
            message=_reason(each),
            ok=each.detail.get("ok"),
            problem=each.detail.get("problem"),
            changes=each.changes,
        )


def _reason(entry: AuditEntry) -> str:
    if entry.action != "connection.paused":
        return ""
    said = entry.changes.get("pause_message", {}).get("after")
    return said if isinstance(said, str) else ""


def _closed(
    organization: Organization, connection_id: uuid.UUID, before: datetime | None, limit: int
) -> Iterator[Entry]:
    rows = Episode.objects.owned_by(organization).filter(connection_id=connection_id)
    if before is not None:
        rows = rows.filter(began_at__lt=before)
    for each in rows.order_by("-began_at")[:limit]:
        yield Entry(
            at=each.began_at,
            what=_KINDS[EpisodeKind(each.kind)],
            ended_at=each.ended_at,
            times=each.times,
            message=each.message,
        )
