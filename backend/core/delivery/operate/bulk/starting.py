"""Starting, stopping and finding bulk actions."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.services import Actor, audit_record
from core.delivery.models import BulkAction, BulkItem, BulkStatus
from core.delivery.operate.bulk.asking import BulkAsked, bulk_matching
from core.delivery.operate.bulk.items import items_write
from core.delivery.operate.bulk.preview import draft_make
from core.errors import Conflict, NotFound
from core.postgres.pages import Page, page_newest_first

DRAFTS_LAST = timedelta(hours=1)
ITEMS_LAST = timedelta(days=90)


def bulk_start(
    *, organization: Organization, asked: BulkAsked, rate_per_second: float, actor: Actor
) -> BulkAction:
    """Start an action on what matches now; the workers run it. Raises Conflict when nothing does.

    ``rate_per_second``: submissions at most.
    """
    with transaction.atomic():
        action = draft_make(organization, asked, actor)
        action.total = items_write(action, bulk_matching(organization, asked))
        if action.total == 0:
            raise Conflict("No submission matches this filter and allows this action.")
        action.save(update_fields=["total"])
        return bulk_begin(
            organization=organization,
            bulk_id=action.pk,
            rate_per_second=rate_per_second,
            actor=actor,
        )


def bulk_begin(
    *, organization: Organization, bulk_id: uuid.UUID, rate_per_second: float, actor: Actor
) -> BulkAction:
    """Start a previewed action. One that was started before stays as it is: asking twice is safe.

    Raises NotFound, and Conflict when the preview is too old.
    """
    with transaction.atomic():
        drafts = BulkAction.objects.owned_by(organization).filter(
            pk=bulk_id, status=BulkStatus.DRAFT, created_at__gt=Now() - DRAFTS_LAST
        )
        begun = drafts.update(
            status=BulkStatus.RUNNING,
            rate_per_second=rate_per_second,
            created_by=actor.kept(),
            started_at=Now(),
        )
        action = bulk_get(organization=organization, bulk_id=bulk_id)
        if begun:
            _record(action, actor, "bulk.started")
        elif action.status == BulkStatus.DRAFT:
            raise Conflict("This preview is more than an hour old. Look again, then start it.")
    return action


def bulk_get(*, organization: Organization, bulk_id: uuid.UUID) -> BulkAction:
    """Raises NotFound."""
    found = BulkAction.objects.owned_by(organization).filter(pk=bulk_id).first()
    if found is None:
        raise NotFound("This organization has no bulk action with that id.")
    return found


def bulk_page(
    *, organization: Organization, cursor: str | None = None, limit: int = 50
) -> Page[BulkAction]:
    """Those that were started, newest first."""
    rows = BulkAction.objects.owned_by(organization).exclude(status=BulkStatus.DRAFT)
    return page_newest_first(rows, cursor=cursor, limit=limit)


def bulk_stop(*, organization: Organization, bulk_id: uuid.UUID, actor: Actor) -> BulkAction:
    """Stop it. Completed changes stay. Raises NotFound."""
    with transaction.atomic():
        action = bulk_get(organization=organization, bulk_id=bulk_id)
        if bulk_end(action, BulkStatus.STOPPED):
            _record(action, actor, "bulk.stopped")
        action.refresh_from_db()
    return action


def bulk_end(action: BulkAction, status: BulkStatus) -> bool:
    """End a running action and forget what it was given; whether it was running."""
    owned = BulkAction.objects.owned_by(action.organization_id)
    running = owned.filter(pk=action.pk, status=BulkStatus.RUNNING)
    return bool(running.update(status=status, sealed_given=None, finished_at=Now()))


def bulk_expire() -> int:
    """Delete drafts that nobody started, and the items of actions that ended long ago."""
    actions = BulkAction.objects.across_organizations("all keep them equally long")
    drafts = actions.filter(status=BulkStatus.DRAFT, created_at__lt=Now() - DRAFTS_LAST)
    old = actions.filter(finished_at__lt=Now() - ITEMS_LAST).values("pk")
    items = BulkItem.objects.across_organizations("all keep them equally long")
    deleted = items.filter(action__in=old).delete()[0]
    return deleted + drafts.delete()[0]


def _record(action: BulkAction, actor: Actor, what: str) -> None:
    audit_record(
        organization=action.organization,
        actor=actor,
        action=what,
        object_kind="bulk",
        object_id=action.pk,
        detail={"kind": action.kind, "total": action.total, "filter": action.filter}
        | ({"field": action.field} if action.field else {})
        | ({"decision": action.decision} if action.decision else {}),
    )
