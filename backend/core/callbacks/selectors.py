from __future__ import annotations

import uuid

from django.db.models import QuerySet

from core.accounts.models import Organization
from core.callbacks.models import (
    Callback,
    CallbackEndpoint,
    CallbackStatus,
    DisabledReason,
    Purpose,
)
from core.errors import NotFound
from core.postgres.pages import Page, page_newest_first


def endpoint_page(
    *, organization: Organization, cursor: str | None = None, limit: int = 50
) -> Page[CallbackEndpoint]:
    rows = CallbackEndpoint.objects.owned_by(organization).filter(purpose=Purpose.SUBMISSIONS)
    return page_newest_first(rows, cursor=cursor, limit=limit)


def callback_page(
    *,
    organization: Organization,
    endpoint: uuid.UUID | None = None,
    submission: uuid.UUID | None = None,
    status: CallbackStatus | None = None,
    kind: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[Callback]:
    """The delivery log with its tries, newest first."""
    rows = Callback.objects.owned_by(organization).filter(endpoint__purpose=Purpose.SUBMISSIONS)
    rows = rows.prefetch_related("attempts")
    if endpoint is not None:
        rows = rows.filter(endpoint=endpoint)
    if submission is not None:
        rows = rows.filter(submission=submission)
    if status is not None:
        rows = rows.filter(status=status)
    if kind is not None:
        rows = rows.filter(kind=kind)
    return page_newest_first(rows, cursor=cursor, limit=limit)


def callback_get(*, organization: Organization, callback_id: uuid.UUID) -> Callback:
    """One of the log with its endpoint and its tries. Raises NotFound."""
    rows = Callback.objects.owned_by(organization).filter(endpoint__purpose=Purpose.SUBMISSIONS)
    rows = rows.select_related("endpoint").prefetch_related("attempts")
    found = rows.filter(pk=callback_id).first()
    if found is None:
        raise NotFound("This organization has no callback with that id.")
    return found


def endpoints_stopped(*, organization: Organization) -> list[CallbackEndpoint]:
    """Those of this organization that Waybill disabled by itself, the latest first."""
    rows = CallbackEndpoint.objects.owned_by(organization).filter(purpose=Purpose.SUBMISSIONS)
    stopped = rows.filter(disabled_reason__in=[DisabledReason.GONE, DisabledReason.FAILING])
    return list(stopped.order_by("-disabled_at"))


def endpoints_disabled_by_us() -> QuerySet[CallbackEndpoint]:
    """Those that Waybill disabled by itself and nobody has enabled again."""
    endpoints = CallbackEndpoint.objects.across_organizations("alerts are looked for in all")
    return endpoints.filter(disabled_reason__in=[DisabledReason.GONE, DisabledReason.FAILING])
