"""The submissions that belong to a bulk action, fixed when it is looked at."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from core.accounts.models import Organization
from core.delivery.models import BulkAction, BulkItem, ItemOutcome
from core.delivery.operate.bulk.asking import MOST_SUBMISSIONS
from core.submissions.models import Submission

_WRITE = """
INSERT INTO delivery_bulkitem (organization_id, action_id, submission_id)
SELECT %s, %s, matching.id FROM ({matching}) AS matching(id) ORDER BY matching.id
"""


@dataclass(frozen=True, slots=True)
class Treated:
    """An item with its submission and the one that takes it up; None: it is no longer kept."""

    item: BulkItem
    submission: Submission | None
    resumed_as: Submission | None


@dataclass(frozen=True, slots=True)
class TreatedPage:
    """``next_after``: the id of the last item when there are more."""

    items: list[Treated]
    next_after: int | None


def items_write(action: BulkAction, matching: QuerySet[Submission]) -> int:
    """Make an item for each of these submissions, oldest first; how many there are.

    At most `MOST_SUBMISSIONS`.
    """
    rows = matching.order_by("pk").values("pk")[:MOST_SUBMISSIONS]
    try:
        inner, parameters = rows.query.sql_with_params()
    except EmptyResultSet:
        return 0
    statement = _WRITE.format(matching=inner)
    with connection.cursor() as cursor:
        cursor.execute(statement, [action.organization_id, action.pk, *parameters])
        return int(cursor.rowcount)


def bulk_items(
    *,
    organization: Organization,
    action: BulkAction,
    outcome: ItemOutcome,
    after: int = 0,
    limit: int = 50,
) -> TreatedPage:
    """The items of an action with this outcome, oldest first, after the item with that id."""
    rows = BulkItem.objects.owned_by(organization).filter(action=action, outcome=outcome)
    found = list(rows.filter(pk__gt=after).order_by("pk")[: limit + 1])
    items = found[:limit]
    ids = [each for item in items for each in (item.submission_id, item.resumed_as_id) if each]
    by_id = _submissions(organization, ids)
    return TreatedPage(
        [Treated(item, by_id.get(item.submission_id), _of(by_id, item)) for item in items],
        items[-1].pk if len(found) > limit else None,
    )


def _of(by_id: dict[uuid.UUID, Submission], item: BulkItem) -> Submission | None:
    return by_id.get(item.resumed_as_id) if item.resumed_as_id else None


def _submissions(
    organization: Organization, ids: Sequence[uuid.UUID]
) -> dict[uuid.UUID, Submission]:
    rows = Submission.objects.owned_by(organization).filter(pk__in=ids).select_related("state")
    return {row.pk: row for row in rows}
