"""Runs bulk actions: some submissions at a time, with their outcomes in the same transaction.

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
from django.db import connection, transaction
from django.db.models.functions import Now

from core.crypto.encryption import SealBroken
from core.delivery.models import BulkAction, BulkStatus
from core.delivery.operate.bulk.asking import BulkAsked, bulk_matching
from core.delivery.operate.bulk.batches import batch_treat
from core.delivery.operate.bulk.items import items_write
from core.delivery.operate.bulk.pacing import Pace
from core.delivery.operate.bulk.starting import bulk_end
from core.postgres.tenancy import every_organization, organization_scope

log = structlog.get_logger(__name__)

_LOCK_SPACE = 0x57625F42


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
        self._action = self._owned.select_related("organization").get(pk=bulk_id)

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
        return self._treat_all(asked, Pace(action.rate_per_second, self._until, action.paced_at))

    def _list(self, asked: BulkAsked) -> None:
        """List what is left of an action that the release before started without items."""
        action = self._action
        left = bulk_matching(action.organization, asked).filter(pk__lte=action.until_id)
        if action.last_id is not None:
            left = left.filter(pk__gt=action.last_id)
        with transaction.atomic():
            items_write(action, left)
            self._owned.filter(pk=action.pk).update(started_at=Now())

    def _treat_all(self, asked: BulkAsked, pace: Pace) -> int:
        treated = 0
        while most := pace.wait():
            began = time.monotonic()
            batch = batch_treat(self._action, asked, most, pace.last_turn(most))
            treated += batch.treated
            if not batch.more:
                if not batch.stopped:
                    bulk_end(self._action, BulkStatus.DONE)
                break
            pace.took(batch.treated, time.monotonic() - began)
        return treated
