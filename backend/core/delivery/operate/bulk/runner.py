"""Runs bulk actions: each submission and its outcome are one transaction.

So a worker may be killed at any moment: what was committed is done and is not done again, and what
was not goes on with the next worker.
"""

from __future__ import annotations

import random
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import F
from django.db.models.functions import Now
from django.utils import timezone

from core.audit.services import Actor
from core.crypto.encryption import SealBroken
from core.delivery.models import BulkAction, BulkItem, BulkStatus, ItemOutcome
from core.delivery.operate.bulk.asking import BulkAsked, bulk_matching
from core.delivery.operate.bulk.items import items_write
from core.delivery.operate.bulk.starting import bulk_end
from core.delivery.operate.bulk.treating import submission_treat
from core.delivery.operate.bulk.trying import reason_of
from core.errors import DomainError
from core.failpoints import failpoint
from core.postgres.tenancy import every_organization, organization_scope

log = structlog.get_logger(__name__)

_LOCK_SPACE = 0x57625F42
_CHUNK = 50
_BROKE = "Waybill failed at it, which is written in its log. It is as it was before."


def bulk_run(*, seconds: float) -> int:
    """Work on the running bulk actions for this long. Returns the number of treated submissions.

    Several workers may run this at once: an action belongs to one of them at a time. Actions share
    the time.
    """
    until = time.monotonic() + seconds
    treated = 0
    running = _running()
    random.shuffle(running)
    for number, (bulk_id, organization_id) in enumerate(running):
        now = time.monotonic()
        share = now + (until - now) / (len(running) - number)
        with _held(bulk_id) as held, organization_scope(organization_id):
            if held:
                treated += _Work(bulk_id, organization_id, share).do()
    return treated


def _running() -> list[tuple[uuid.UUID, uuid.UUID]]:
    """Ids of the running bulk actions and of their organizations."""
    with every_organization("bulk actions run for all organizations"):
        actions = BulkAction.objects.across_organizations("to find the next action")
        rows = actions.filter(status=BulkStatus.RUNNING)
        return list(rows.values_list("pk", "organization_id"))


@contextmanager
def _held(bulk_id: uuid.UUID) -> Iterator[bool]:
    """Whether this worker has the action to itself until the block ends."""
    place = [_LOCK_SPACE, bulk_id.int & 0x7FFFFFFF]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", place)
        held = cursor.fetchone() == (True,)
    try:
        yield held
    finally:
        if held:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", place)


class _Work:
    """One worker's time with one action. ``until``: on the monotonic clock."""

    def __init__(self, bulk_id: uuid.UUID, organization_id: uuid.UUID, until: float) -> None:
        self._until = until
        self._owned = BulkAction.objects.owned_by(organization_id)
        self._items = BulkItem.objects.owned_by(organization_id).filter(action=bulk_id)
        self._action = self._owned.select_related("organization").get(pk=bulk_id)
        self._turn = time.monotonic()

    def do(self) -> int:
        """How many were treated."""
        action = self._action
        if action.status != BulkStatus.RUNNING:
            return 0
        try:
            asked = BulkAsked.of(action)
        except SealBroken:
            log.exception("bulk action cannot be opened", bulk_id=str(action.pk))
            return 0
        if action.started_at is None:
            self._list(asked)
        if action.paced_at is not None:
            waited = (timezone.now() - action.paced_at).total_seconds()
            self._turn += max(0.0, 1 / action.rate_per_second - waited)
        return self._treat_all(asked)

    def _list(self, asked: BulkAsked) -> None:
        """List what is left of an action that the release before started without items."""
        action = self._action
        left = bulk_matching(action.organization, asked).filter(pk__lte=action.until_id)
        if action.last_id is not None:
            left = left.filter(pk__gt=action.last_id)
        with transaction.atomic():
            items_write(action, left)
            self._owned.filter(pk=action.pk).update(started_at=Now())

    def _treat_all(self, asked: BulkAsked) -> int:
        treated = 0
        while items := self._next():
            for item in items:
                if not self._wait():
                    return treated
                if not self._treat(asked, item):
                    return treated
                treated += 1
        bulk_end(self._action, BulkStatus.DONE)
        return treated

    def _next(self) -> list[BulkItem]:
        return list(self._items.filter(outcome=ItemOutcome.PENDING).order_by("pk")[:_CHUNK])

    def _wait(self) -> bool:
        """Wait for the next turn at the action's rate; False when that comes after our time."""
        if self._turn >= self._until or time.monotonic() >= self._until:
            return False
        time.sleep(max(0.0, self._turn - time.monotonic()))
        self._turn = max(self._turn, time.monotonic() - 1) + 1 / self._action.rate_per_second
        return True

    def _treat(self, asked: BulkAsked, item: BulkItem) -> bool:
        """Treat one submission and note its outcome; False when the action was stopped."""
        with transaction.atomic():
            running = self._owned.filter(pk=self._action.pk, status=BulkStatus.RUNNING)
            if not running.select_for_update(no_key=True).values_list("pk"):
                return False
            reason, resumed_as = self._outcome(asked, item)
            outcome = ItemOutcome.REFUSED if reason else ItemOutcome.DONE
            self._items.filter(pk=item.pk).update(
                outcome=outcome, reason=reason, resumed_as_id=resumed_as, at=Now()
            )
            refused: dict[str, object] = {"refused": F("refused") + 1, "last_refusal": reason}
            running.update(
                last_id=item.submission_id,
                paced_at=Now(),
                **(refused if reason else {"done": F("done") + 1}),
            )
            failpoint("bulk_treated")
        return True

    def _outcome(self, asked: BulkAsked, item: BulkItem) -> tuple[str, uuid.UUID | None]:
        """Why it was left, or nothing, and what takes it up."""
        actor = Actor.of_kept(self._action.created_by)
        organization = self._action.organization
        try:
            with transaction.atomic():
                made = submission_treat(organization, asked, item.submission_id, actor)
        except DomainError as error:
            return reason_of(error), None
        except (OperationalError, InterfaceError):
            raise
        except Exception:
            log.exception(
                "bulk action broke at a submission",
                bulk_id=str(self._action.pk),
                submission_id=str(item.submission_id),
            )
            return _BROKE, None
        return "", made
