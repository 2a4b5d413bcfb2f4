from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import Count, Q

from core.accounts.models import Organization
from core.postgres.pages import Page, page_newest_first
from core.privacy.models import PrivacyRequest
from core.submissions.models import Submission
from core.submissions.models.states import SUBMISSION_ENDS

_NAMED = 20


@dataclass(frozen=True, slots=True)
class OfWorkflow:
    """What a request found in one workflow. ``in_flight``: not ended, so not erased yet.
    ``mentions``: other people's submissions in which a destination named the person."""

    id: uuid.UUID
    slug: str
    name: str
    submissions: int
    in_flight: int
    mentions: int


@dataclass(frozen=True, slots=True)
class FoundOut:
    """``waiting``: references of some that are still in flight."""

    workflows: list[OfWorkflow]
    erased: int
    waiting: list[str]


def privacy_page(
    *, organization: Organization, cursor: str | None = None, limit: int = 50
) -> Page[PrivacyRequest]:
    """The organization's requests, newest first."""
    rows = PrivacyRequest.objects.owned_by(organization)
    return page_newest_first(rows, cursor=cursor, limit=limit)


def privacy_found(request: PrivacyRequest) -> FoundOut:
    """The current results of a request, counted by workflow."""
    whole = set(request.found.filter(whole=True).values_list("submission_id", flat=True))
    ids = set(request.found.values_list("submission_id", flat=True))
    owned = Submission.objects.owned_by(request.organization_id).filter(pk__in=ids)
    open_ones = ~Q(state__status__in=sorted(SUBMISSION_ENDS))
    rows = owned.values("workflow", "workflow__slug", "workflow__name").annotate(
        submissions=Count("pk", filter=Q(pk__in=whole)),
        mentions=Count("pk", filter=~Q(pk__in=whole)),
        in_flight=Count("pk", filter=open_ones),
    )
    return FoundOut(
        workflows=[
            OfWorkflow(
                row["workflow"],
                row["workflow__slug"],
                row["workflow__name"],
                row["submissions"],
                row["in_flight"],
                row["mentions"],
            )
            for row in rows.order_by("workflow__name")
        ],
        erased=request.found.filter(erased_at__isnull=False).count(),
        waiting=list(
            owned.filter(open_ones).order_by("pk").values_list("reference", flat=True)[:_NAMED]
        ),
    )
