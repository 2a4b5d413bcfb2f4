"""Starts, runs and stops bulk actions."""

from __future__ import annotations

import time
import uuid

import structlog
from django.db import connection
from django.db.models import F
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.services import Actor, audit_record
from core.delivery.models import BulkAction, BulkKind, BulkStatus
from core.delivery.operate.bulk.filters import BulkFilter, bulk_matching
from core.errors import Conflict, DomainError, NotFound
from core.ids import uuid7
from core.postgres.tenancy import every_organization, organization_scope
from core.submissions.operate import submission_cancel, submission_resume, submission_retry_now

log = structlog.get_logger(__name__)

_LOCK_SPACE = 0x57625F42
_CHUNK = 50


def bulk_start(
    *,
    organization: Organization,
    kind: BulkKind,
    wanted: BulkFilter,
    rate_per_second: float,
    newest_version: bool,
    actor: Actor,
) -> BulkAction:
    """Record a bulk action; the workers run it. Raises Conflict when nothing matches."""
    total = bulk_matching(organization, kind, wanted).count()
    if total == 0:
        raise Conflict("No submission matches this filter and allows this action.")
    action = BulkAction.objects.create(
        organization=organization,
        kind=kind,
        filter=wanted.model_dump(mode="json", exclude_none=True),
        newest_version=newest_version,
        rate_per_second=rate_per_second,
        total=total,
        until_id=uuid7(),
        created_by=actor.kept(),
    )
    _record(action, actor, "bulk.started")
    return action


def bulk_get(*, organization: Organization, bulk_id: uuid.UUID) -> BulkAction:
    """Raises NotFound."""
    found = BulkAction.objects.owned_by(organization).filter(pk=bulk_id).first()
    if found is None:
        raise NotFound("This organization has no bulk action with that id.")
    return found


def bulk_stop(*, organization: Organization, bulk_id: uuid.UUID, actor: Actor) -> BulkAction:
    """Stop it. Completed changes stay. Raises NotFound."""
    action = bulk_get(organization=organization, bulk_id=bulk_id)
    owned = BulkAction.objects.owned_by(organization)
    running = owned.filter(pk=action.pk, status=BulkStatus.RUNNING)
    if running.update(status=BulkStatus.STOPPED, finished_at=Now()):
        _record(action, actor, "bulk.stopped")
    action.refresh_from_db()
    return action


def bulk_run(*, seconds: float) -> int:
    """Work on the running bulk actions for this long. Returns the number of treated submissions.

    Several workers may run this at once: an action belongs to one of them at a time.
    """
    until = time.monotonic() + seconds
    treated = 0
    for bulk_id, organization_id in _running():
        with connection.cursor() as cursor:
            number = bulk_id.int & 0x7FFFFFFF
            cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [_LOCK_SPACE, number])
            if cursor.fetchone() != (True,):
                continue
            try:
                with organization_scope(organization_id):
                    treated += _work(organization_id, bulk_id, until)
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_LOCK_SPACE, number])
    return treated


def _running() -> list[tuple[uuid.UUID, uuid.UUID]]:
    """Ids of the running bulk actions and of their organizations."""
    with every_organization("bulk actions run for all organizations"):
        actions = BulkAction.objects.across_organizations("to find the next action")
        rows = actions.filter(status=BulkStatus.RUNNING)
        return list(rows.values_list("pk", "organization_id"))


def _work(organization_id: uuid.UUID, bulk_id: uuid.UUID, until: float) -> int:
    owned = BulkAction.objects.owned_by(organization_id)
    treated = 0
    begun = time.monotonic()
    while time.monotonic() < until:
        action = owned.select_related("organization").get(pk=bulk_id)
        if action.status != BulkStatus.RUNNING:
            break
        ids = _next(action)
        if not ids:
            owned.filter(pk=bulk_id, status=BulkStatus.RUNNING).update(
                status=BulkStatus.DONE, finished_at=Now()
            )
            break
        for submission_id in ids:
            _treat(action, submission_id)
            treated += 1
            ahead = begun + treated / action.rate_per_second - time.monotonic()
            if ahead > 0:
                time.sleep(min(ahead, max(0.0, until - time.monotonic())))
            if time.monotonic() >= until:
                break
    return treated


def _next(action: BulkAction) -> list[uuid.UUID]:
    wanted = BulkFilter.model_validate(action.filter)
    rows = bulk_matching(action.organization, BulkKind(action.kind), wanted)
    rows = rows.filter(pk__lte=action.until_id)
    if action.last_id is not None:
        rows = rows.filter(pk__gt=action.last_id)
    return list(rows.order_by("pk").values_list("pk", flat=True)[:_CHUNK])


def _treat(action: BulkAction, submission_id: uuid.UUID) -> None:
    """Treat one submission. If it changed meanwhile, it is counted as refused and skipped."""
    changes: dict[str, object] = {"last_id": submission_id}
    try:
        _apply(action, submission_id)
        changes["done"] = F("done") + 1
    except DomainError as error:
        changes |= {"refused": F("refused") + 1, "last_refusal": error.detail}
    BulkAction.objects.owned_by(action.organization).filter(pk=action.pk).update(**changes)


def _apply(action: BulkAction, submission_id: uuid.UUID) -> None:
    organization, actor = action.organization, _actor(action)
    match BulkKind(action.kind):
        case BulkKind.RETRY:
            submission_retry_now(
                organization=organization, submission_id=submission_id, actor=actor
            )
        case BulkKind.CANCEL:
            submission_cancel(organization=organization, submission_id=submission_id, actor=actor)
        case BulkKind.RESUME:
            submission_resume(
                organization=organization,
                submission_id=submission_id,
                actor=actor,
                newest_version=action.newest_version,
            )


def _actor(action: BulkAction) -> Actor:
    return Actor.of_kept(action.created_by)


def _record(action: BulkAction, actor: Actor, what: str) -> None:
    audit_record(
        organization=action.organization,
        actor=actor,
        action=what,
        object_kind="bulk",
        object_id=action.pk,
        detail={"kind": action.kind, "total": action.total, "filter": action.filter},
    )
