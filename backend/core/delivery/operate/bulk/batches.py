"""Some submissions of a bulk action, treated and noted in one transaction.

Locks are taken in one order: the action, then its submissions as `core.submissions.operate` does.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Now
from psycopg.errors import DeadlockDetected, LockNotAvailable, QueryCanceled

from core.audit.services import Actor
from core.delivery.models import BulkAction, BulkItem, BulkStatus, ItemOutcome
from core.delivery.operate.bulk.asking import BulkAsked
from core.delivery.operate.bulk.treating import Outcome, submissions_treat
from core.delivery.operate.bulk.trying import reason_of
from core.errors import DomainError, NotFound
from core.failpoints import failpoint

log = structlog.get_logger(__name__)

_DEADLOCKS = 3
_OF_A_STATEMENT = (DeadlockDetected, LockNotAvailable, QueryCanceled)
_BROKE = "Waybill failed at it, which is written in its log. It is as it was before."
_GONE = NotFound("It is no longer kept.")
_NOTE = """
UPDATE delivery_bulkitem AS item
SET outcome = given.outcome, reason = given.reason, resumed_as_id = given.resumed_as,
    at = statement_timestamp()
FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::uuid[])
    AS given(id, outcome, reason, resumed_as)
WHERE item.id = given.id AND item.action_id = %s
"""


@dataclass(frozen=True, slots=True)
class Batch:
    """How many were treated. ``more``: others are left, and the action runs on."""

    treated: int
    more: bool
    stopped: bool = False


_STOPPED = Batch(0, more=False, stopped=True)


def batch_treat(
    action: BulkAction, asked: BulkAsked, most: int, last_turn: timedelta = timedelta()
) -> Batch:
    """Treat the next submissions of an action together; where that breaks, each by itself.

    ``last_turn``: how long after now the turn of the last of ``most`` is.
    """
    try:
        return _together(action, asked, most, last_turn)
    except Exception as error:
        if _connection_lost(error):
            raise
        # Nothing of it happened. Whatever broke, the others are not to suffer from it.
        log.warning("bulk action goes on one by one", bulk_id=str(action.pk), exc_info=True)
    treated = 0
    while treated < most:
        one = _alone(action, asked, last_turn)
        treated += one.treated
        if not one.more:
            return Batch(treated, more=False, stopped=one.stopped)
    return Batch(treated, more=True)


def _connection_lost(error: Exception) -> bool:
    """With it went the lock that makes this worker the only one of the action."""
    if isinstance(error, OperationalError):
        return not isinstance(error.__cause__, _OF_A_STATEMENT)
    return isinstance(error, InterfaceError)


def _together(action: BulkAction, asked: BulkAsked, most: int, last_turn: timedelta) -> Batch:
    with transaction.atomic():
        if not _running(action):
            return _STOPPED
        items = _next(action, most)
        outcomes = _treat(action, asked, items[:most])
        _note(action, items[:most], outcomes, last_turn)
        failpoint("bulk_treated")
    return Batch(len(outcomes), more=len(items) > most)


def _alone(action: BulkAction, asked: BulkAsked, last_turn: timedelta) -> Batch:
    for _ in range(_DEADLOCKS - 1):
        try:
            return _one(action, asked, last_turn)
        except OperationalError as error:
            if not isinstance(error.__cause__, DeadlockDetected):
                raise
    return _one(action, asked, last_turn)


def _one(action: BulkAction, asked: BulkAsked, last_turn: timedelta) -> Batch:
    with transaction.atomic():
        if not _running(action):
            return _STOPPED
        items = _next(action, 1)
        outcomes: list[Outcome]
        try:
            with transaction.atomic():
                outcomes = _treat(action, asked, items[:1])
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:
            outcomes = [error]
        _note(action, items[:1], outcomes, last_turn)
        failpoint("bulk_treated")
    return Batch(len(outcomes), more=len(items) > 1)


def _running(action: BulkAction) -> bool:
    """Whether it was not stopped. It is not before the transaction ends."""
    return bool(_rows(action).select_for_update(no_key=True).values_list("pk"))


def _rows(action: BulkAction) -> QuerySet[BulkAction]:
    owned = BulkAction.objects.owned_by(action.organization_id)
    return owned.filter(pk=action.pk, status=BulkStatus.RUNNING)


def _next(action: BulkAction, most: int) -> list[BulkItem]:
    """One more than ``most``, where there is one."""
    items = BulkItem.objects.owned_by(action.organization_id)
    pending = items.filter(action=action.pk, outcome=ItemOutcome.PENDING)
    return list(pending.order_by("pk")[: most + 1])


def _treat(action: BulkAction, asked: BulkAsked, items: Sequence[BulkItem]) -> list[Outcome]:
    if not items:
        return []
    ids = [item.submission_id for item in items]
    actor = Actor.of_kept(action.created_by)
    found: Mapping[uuid.UUID, Outcome] = submissions_treat(action.organization, asked, ids, actor)
    return [found.get(each, _GONE) for each in ids]


def _note(
    action: BulkAction,
    items: Sequence[BulkItem],
    outcomes: Sequence[Outcome],
    last_turn: timedelta,
) -> None:
    if not items:
        return
    reasons = [
        _reason(action, item, outcome) for item, outcome in zip(items, outcomes, strict=True)
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            _NOTE,
            [
                [item.pk for item in items],
                [ItemOutcome.REFUSED if reason else ItemOutcome.DONE for reason in reasons],
                reasons,
                [each if isinstance(each, uuid.UUID) else None for each in outcomes],
                action.pk,
            ],
        )
    refused = [reason for reason in reasons if reason]
    _rows(action).update(
        last_id=items[-1].submission_id,
        paced_at=Now() + Value(last_turn),
        done=F("done") + len(reasons) - len(refused),
        refused=F("refused") + len(refused),
        **({"last_refusal": refused[-1]} if refused else {}),
    )


def _reason(action: BulkAction, item: BulkItem, outcome: Outcome) -> str:
    """Why it was left as it is; empty when it was not."""
    if isinstance(outcome, DomainError):
        return reason_of(outcome)
    if not isinstance(outcome, Exception):
        return ""
    log.error(
        "bulk action broke at a submission",
        bulk_id=str(action.pk),
        submission_id=str(item.submission_id),
        exc_info=outcome,
    )
    return _BROKE
