"""What became of some workflows' submissions in the last days, for a list of them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce, Now

from core.postgres.tenancy import Identified
from core.statistics.models import Grain, Happened, RollUp

_WEEK = timedelta(days=7)
_MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Lately:
    """``needs_attention``: submissions that came to wait for a person, whatever became of them."""

    accepted: int = 0
    failed: int = 0
    needs_attention: int = 0


@dataclass(frozen=True, slots=True)
class LatelyByDays:
    """Both periods end now and begin with a day of UTC."""

    week: Lately = Lately()
    month: Lately = Lately()


def workflows_lately(
    organization: Identified, workflow_ids: Iterable[uuid.UUID]
) -> dict[uuid.UUID, LatelyByDays]:
    """Of each of these workflows with something to count. One query, of the roll-ups by day."""
    rows = RollUp.objects.owned_by(organization).filter(
        grain=Grain.DAY,
        workflow_id__in=list(workflow_ids),
        connection_id=None,
        happened__in=[Happened.ACCEPTED, Happened.FAILED, Happened.NEEDS_ATTENTION],
        start__gt=Now() - _MONTH,
    )
    counted = rows.values_list("workflow_id", "happened").annotate(
        week=Coalesce(Sum("count", filter=Q(start__gt=Now() - _WEEK)), 0),
        month=Sum("count"),
    )
    found: dict[uuid.UUID, tuple[dict[str, int], dict[str, int]]] = {}
    for workflow_id, happened, week, month in counted.order_by():
        weeks, months = found.setdefault(workflow_id, ({}, {}))
        weeks[happened], months[happened] = week, month
    return {key: LatelyByDays(*map(_lately, both)) for key, both in found.items()}


def _lately(counts: dict[str, int]) -> Lately:
    return Lately(
        counts.get(Happened.ACCEPTED, 0),
        counts.get(Happened.FAILED, 0),
        counts.get(Happened.NEEDS_ATTENTION, 0),
    )
