"""A preview of a bulk action."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q

from core.accounts.models import Organization
from core.delivery.models import BulkKind
from core.delivery.operate.bulk.filters import BulkFilter, bulk_matching
from core.submissions.models import StepRun, StepStatus
from integrations.discovery import get_action

SEND_SECONDS = 1.0
"""The assumed duration of a send when only the number in flight is limited."""

_SENT_AGAIN = {
    BulkKind.RETRY: Q(status=StepStatus.WAITING),
    BulkKind.RESUME: Q(
        status__in=[StepStatus.FAILED, StepStatus.SKIPPED, StepStatus.CANCELLED], not_needed=False
    ),
}
_MAY_HAVE_ARRIVED = Q(in_doubt=True) | Q(error_kind="outcome_unknown")


@dataclass(frozen=True, slots=True)
class Preview:
    """``effects``: steps to send, by effect class. ``estimated_seconds``: at the connections'
    limits; without a rate limit, a send is assumed to take a second."""

    submissions: int
    steps: int
    effects: dict[str, int]
    likely_duplicates: int
    estimated_seconds: float


def bulk_preview(*, organization: Organization, kind: BulkKind, wanted: BulkFilter) -> Preview:
    """Count what the action would touch now. A likely duplicate is a step whose earlier send may
    have arrived: the new id hides that from the destination."""
    matching = bulk_matching(organization, kind, wanted)
    count = matching.count()
    if kind not in _SENT_AGAIN:
        return Preview(count, 0, {}, 0, 0.0)
    runs = StepRun.objects.owned_by(organization).filter(
        _SENT_AGAIN[kind], submission__in=matching.values("pk")
    )
    rows = runs.values(
        "connection",
        "connection__connector",
        "connection__max_in_flight",
        "connection__rate_per_second",
        "step__action",
    ).annotate(steps=Count("pk"), doubtful=Count("pk", filter=_MAY_HAVE_ARRIVED))
    effects: Counter[str] = Counter()
    seconds: Counter[object] = Counter()
    duplicates = 0
    for row in rows:
        effects[_effect(row["connection__connector"], row["step__action"])] += row["steps"]
        rate = row["connection__rate_per_second"]
        per_second = rate or row["connection__max_in_flight"] / SEND_SECONDS
        seconds[row["connection"]] += row["steps"] / per_second
        duplicates += row["doubtful"]
    return Preview(
        submissions=count,
        steps=sum(effects.values()),
        effects=dict(effects),
        likely_duplicates=duplicates,
        estimated_seconds=round(max(seconds.values(), default=0.0), 1),
    )


def _effect(connector: str, action: str) -> str:
    try:
        return str(get_action(connector, action).effect)
    except KeyError:
        return "unknown"
