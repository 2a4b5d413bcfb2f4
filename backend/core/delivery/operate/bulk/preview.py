"""A preview of a bulk action: what it would do, and exactly which submissions it would treat."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from core.accounts.models import Organization
from core.audit.services import Actor
from core.delivery.models import BulkAction, BulkItem, BulkKind, BulkStatus
from core.delivery.operate.bulk.asking import MOST_SUBMISSIONS, BulkAsked, bulk_matching
from core.delivery.operate.bulk.items import items_write
from core.delivery.operate.bulk.trying import Tried, bulk_try
from core.ids import uuid7
from core.submissions.models import StepRun, StepStatus, Submission, SubmissionState
from core.submissions.operate import Decision
from core.submissions.read import submissions_matching
from integrations.discovery import get_action
from integrations.sdk import Effect

SEND_SECONDS = 1.0
"""The assumed duration of a send when only the number in flight is limited."""
USUAL_RATE = 10.0
"""Submissions a second, where nobody says."""

_AGAIN = Q(
    status__in=[StepStatus.FAILED, StepStatus.SKIPPED, StepStatus.CANCELLED], not_needed=False
)
_UNKNOWN, _BLOCKED = Q(status=StepStatus.UNKNOWN), Q(status=StepStatus.BLOCKED)
_MAY_HAVE_ARRIVED = Q(in_doubt=True) | Q(error_kind="outcome_unknown") | _UNKNOWN
_NOTHING = Q(pk__in=[])
_RESOLVED = {
    Decision.DELIVERED: _BLOCKED,
    Decision.RESEND: _UNKNOWN | _BLOCKED,
    Decision.GIVE_UP: _NOTHING,
}


@dataclass(frozen=True, slots=True)
class Sends:
    """Steps that would be sent. ``effects``: how many of each effect class. ``may_have_arrived``:
    steps of which an earlier send may have. ``likely_duplicates``: those of them that the
    destination would not recognize. ``seconds``: at the connections' limits; without a rate limit,
    a send is assumed to take a second."""

    steps: int = 0
    effects: Mapping[str, int] = field(default_factory=dict)
    may_have_arrived: int = 0
    likely_duplicates: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Preview:
    """``id``: of the draft that can be started; None when nothing can take the action.

    ``selected``: how many the filter matches, counted up to `MOST_SUBMISSIONS`. ``submissions``:
    how many would be treated. ``more``: more match than one action treats. ``left``: how many
    cannot take the action, by the status that says why; empty where not all were counted.
    """

    id: uuid.UUID | None
    selected: int
    submissions: int
    more: bool
    left: Mapping[str, int]
    sends: Sends
    tried: Tried


def bulk_preview(*, organization: Organization, asked: BulkAsked, actor: Actor) -> Preview:
    """Fix what matches now as a draft, and say what the action would do with it.

    Raises Unprocessable when the question to correct is in none of the forms.
    """
    chosen = _by_status(organization, submissions_matching(organization, asked.wanted))
    matching = bulk_matching(organization, asked)
    with transaction.atomic():
        action = draft_make(organization, asked, actor)
        action.total = items_write(action, matching)
        if action.total == 0:
            action.delete()
            return Preview(None, sum(chosen.values()), 0, False, chosen, Sends(), Tried())
        action.save(update_fields=["total"])
        owned = Submission.objects.owned_by(organization)
        treated = _by_status(organization, owned.filter(pk__in=_items(action)))
        all_counted = sum(chosen.values()) < MOST_SUBMISSIONS
        return Preview(
            id=action.pk,
            selected=sum(chosen.values()),
            submissions=action.total,
            more=action.total == MOST_SUBMISSIONS and _are_more(matching),
            left=dict(chosen - treated) if all_counted else {},
            sends=_sends(organization, asked, action),
            tried=bulk_try(action, asked),
        )


def draft_make(organization: Organization, asked: BulkAsked, actor: Actor) -> BulkAction:
    """A draft, stored, without items. Raises KeyMissing."""
    action = BulkAction(
        organization=organization,
        status=BulkStatus.DRAFT,
        rate_per_second=USUAL_RATE,
        total=0,
        until_id=uuid7(),
        created_by=actor.kept(),
    )
    asked.keep(action)
    action.save(force_insert=True)
    return action


def _by_status(organization: Organization, rows: QuerySet[Submission]) -> Counter[str]:
    """How many there are of each status, of the oldest `MOST_SUBMISSIONS`."""
    bounded = rows.order_by("pk").values("pk")[:MOST_SUBMISSIONS]
    states = SubmissionState.objects.owned_by(organization).filter(submission__in=bounded)
    return Counter(dict(states.values_list("status").annotate(Count("pk")).order_by()))


def _items(action: BulkAction) -> QuerySet[BulkItem, uuid.UUID]:
    items = BulkItem.objects.owned_by(action.organization_id).filter(action=action)
    return items.values_list("submission_id", flat=True)


def _are_more(matching: QuerySet[Submission]) -> bool:
    return matching.order_by("pk")[MOST_SUBMISSIONS : MOST_SUBMISSIONS + 1].exists()


def _sends(organization: Organization, asked: BulkAsked, action: BulkAction) -> Sends:
    runs = StepRun.objects.owned_by(organization).filter(
        _sent_again(asked), submission__in=_items(action)
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
    doubtful = duplicates = 0
    for row in rows:
        effect = _effect(row["connection__connector"], row["step__action"])
        effects[effect] += row["steps"]
        rate = row["connection__rate_per_second"]
        per_second = rate or row["connection__max_in_flight"] / SEND_SECONDS
        seconds[row["connection"]] += row["steps"] / per_second
        doubtful += row["doubtful"]
        if not _recognized(asked.kind, effect):
            duplicates += row["doubtful"]
    return Sends(
        steps=sum(effects.values()),
        effects=dict(effects),
        may_have_arrived=doubtful,
        likely_duplicates=duplicates,
        seconds=round(max(seconds.values(), default=0.0), 1),
    )


def _sent_again(asked: BulkAsked) -> Q:
    match asked.kind:
        case BulkKind.RETRY:
            return Q(status=StepStatus.WAITING)
        case BulkKind.RESUME | BulkKind.CORRECT:
            return _AGAIN
        case BulkKind.RESOLVE:
            return _RESOLVED[asked.decision] if asked.decision else _NOTHING
        case BulkKind.CANCEL:
            return _NOTHING


def _recognized(kind: BulkKind, effect: str) -> bool:
    """Whether the destination knows a send that it had before.

    Who is taken up again has another key and reference, so nothing at the destination tells. A step
    that a person says did not arrive is not looked up first: only its key protects it. A waiting
    one is looked up, and a blind one is never repeated by a retry.
    """
    if kind is BulkKind.RETRY:
        return True
    return kind is BulkKind.RESOLVE and effect == Effect.KEYED


def _effect(connector: str, action: str) -> str:
    try:
        return str(get_action(connector, action).effect)
    except KeyError:
        return "unknown"
