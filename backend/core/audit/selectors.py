from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from core.accounts.models import Organization
from core.audit.models import AuditCheck, AuditEntry, AuditHead
from core.audit.search import saying
from core.errors import NotFound
from core.postgres.pages import Page, page_newest_first

_CHUNK = 1_000


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which entries; every part that is given narrows it.

    ``action`` may end with a dot and then means a whole family. ``actor``: an id, or part of a
    name. ``text``: part of anything that is written down.
    """

    actor: str | None = None
    action: str | None = None
    object_kind: str | None = None
    object_id: str | None = None
    at_from: datetime | None = None
    at_before: datetime | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ChainState:
    """``waiting``: entries not sealed yet. ``check``: how the latest verification ended."""

    head: AuditHead | None
    waiting: int
    check: AuditCheck | None


def audit_page(
    *,
    organization: Organization,
    wanted: AuditFilter,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[AuditEntry]:
    """The organization's entries of a filter, newest first."""
    return page_newest_first(_matching(organization, wanted), cursor=cursor, limit=limit)


def audit_all(*, organization: Organization, wanted: AuditFilter) -> Iterator[AuditEntry]:
    """Every entry of a filter, oldest first, read a thousand at a time."""
    rows = _matching(organization, wanted).order_by("pk")
    last: uuid.UUID | None = None
    while chunk := list((rows.filter(pk__gt=last) if last else rows)[:_CHUNK]):
        yield from chunk
        last = chunk[-1].pk


def audit_get(*, organization: Organization, entry_id: uuid.UUID) -> AuditEntry:
    """Raises NotFound."""
    found = AuditEntry.objects.owned_by(organization).filter(pk=entry_id).first()
    if found is None:
        raise NotFound("This organization has no audit entry with that id.")
    return found


def chain_state(*, organization: Organization) -> ChainState:
    """Where the organization's chain ends and whether it held when last verified."""
    return ChainState(
        AuditHead.objects.owned_by(organization).first(),
        AuditEntry.objects.owned_by(organization).filter(sequence=None).count(),
        AuditCheck.objects.owned_by(organization).first(),
    )


def _matching(organization: Organization, wanted: AuditFilter) -> QuerySet[AuditEntry]:
    rows: QuerySet[AuditEntry] = AuditEntry.objects.owned_by(organization)
    if wanted.actor:
        rows = rows.filter(_actor(wanted.actor))
    if wanted.action:
        family = wanted.action.endswith(".")
        rows = rows.filter(**{"action__startswith" if family else "action": wanted.action})
    if wanted.object_kind:
        rows = rows.filter(object_kind=wanted.object_kind)
    if wanted.object_id:
        rows = rows.filter(object_id=wanted.object_id)
    if wanted.at_from is not None:
        rows = rows.filter(at__gte=wanted.at_from)
    if wanted.at_before is not None:
        rows = rows.filter(at__lt=wanted.at_before)
    if wanted.text:
        rows = saying(rows, wanted.text)
    return rows


def _actor(text: str) -> Q:
    try:
        return Q(actor_id=uuid.UUID(text))
    except ValueError:
        return Q(actor_name__icontains=text)
