from __future__ import annotations

from typing import Annotated

from ninja import Query, Router, Status

from api.authentication.access import ApiRequest, acting, requires
from api.endpoints.parameters import BulkId, Cursor, Limit
from api.errors.documented import responses
from api.schemas.submissions.bulk import (
    BulkBeginIn,
    BulkFieldOut,
    BulkFieldsIn,
    BulkFieldsOut,
    BulkIn,
    BulkItemPageOut,
    BulkOut,
    BulkPageOut,
    BulkPreviewIn,
    BulkPreviewOut,
)
from core.accounts.permissions import Permission
from core.delivery.models import ItemOutcome
from core.delivery.operate import (
    bulk_begin,
    bulk_fields,
    bulk_get,
    bulk_items,
    bulk_page,
    bulk_preview,
    bulk_start,
    bulk_stop,
)

router = Router(tags=["bulk actions"])

AfterItem = Annotated[
    int, Query(ge=0, le=2**63 - 1, description="`next_after` of the page before.")
]
Outcome = Annotated[ItemOutcome, Query(description="Which of them.")]


@router.post(
    "/preview",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({200: BulkPreviewOut}, body=True, signed_in=True, found=False),
)
def preview_bulk(request: ApiRequest, body: BulkPreviewIn) -> BulkPreviewOut:
    """What a bulk action would do: to how many, with which effects, and the likely duplicates.

    What matches is fixed for an hour: `start_previewed_bulk` treats exactly that.
    """
    preview = bulk_preview(
        organization=request.auth.organization, asked=body.asked(), actor=acting(request)
    )
    return BulkPreviewOut.of(preview)


@router.post(
    "/fields",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({200: BulkFieldsOut}, body=True, signed_in=True, found=False),
)
def list_bulk_fields(request: ApiRequest, body: BulkFieldsIn) -> BulkFieldsOut:
    """The questions whose answers `correct` can set, of the submissions that can take it."""
    found = bulk_fields(
        organization=request.auth.organization,
        wanted=body.filter.wanted(),
        newest_version=body.newest_version,
    )
    return BulkFieldsOut(items=[BulkFieldOut.of(each) for each in found])


@router.post(
    "",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({202: BulkOut}, body=True, signed_in=True, found=False, conflict=True),
)
def start_bulk(request: ApiRequest, body: BulkIn) -> Status[BulkOut]:
    """Treat every submission of a filter alike, at a rate; follow it by its id."""
    action = bulk_start(
        organization=request.auth.organization,
        asked=body.asked(),
        rate_per_second=body.rate_per_second,
        actor=acting(request),
    )
    return Status(202, BulkOut.of(action))


@router.get(
    "",
    auth=requires(Permission.SUBMISSIONS_READ),
    response=responses({200: BulkPageOut}, signed_in=True, found=False),
)
def list_bulk(request: ApiRequest, cursor: Cursor = None, limit: Limit = 20) -> BulkPageOut:
    """Bulk actions that were started, newest first."""
    page = bulk_page(organization=request.auth.organization, cursor=cursor, limit=limit)
    return BulkPageOut(
        items=[BulkOut.of(each) for each in page.items], next_cursor=page.next_cursor
    )


@router.get(
    "/{bulk_id}",
    auth=requires(Permission.SUBMISSIONS_READ),
    response=responses({200: BulkOut}, signed_in=True),
)
def get_bulk(request: ApiRequest, bulk_id: BulkId) -> BulkOut:
    """How far a bulk action is."""
    return BulkOut.of(bulk_get(organization=request.auth.organization, bulk_id=bulk_id))


@router.get(
    "/{bulk_id}/items",
    auth=requires(Permission.SUBMISSIONS_READ),
    response=responses({200: BulkItemPageOut}, signed_in=True),
)
def list_bulk_items(
    request: ApiRequest,
    bulk_id: BulkId,
    outcome: Outcome = ItemOutcome.REFUSED,
    after: AfterItem = 0,
    limit: Limit = 50,
) -> BulkItemPageOut:
    """What became of each submission, oldest first; kept for 90 days after the action ended."""
    organization = request.auth.organization
    page = bulk_items(
        organization=organization,
        action=bulk_get(organization=organization, bulk_id=bulk_id),
        outcome=outcome,
        after=after,
        limit=limit,
    )
    return BulkItemPageOut.of(page)


@router.post(
    "/{bulk_id}/start",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({202: BulkOut}, body=True, signed_in=True, conflict=True),
)
def start_previewed_bulk(
    request: ApiRequest, bulk_id: BulkId, body: BulkBeginIn
) -> Status[BulkOut]:
    """Carry out what was previewed, on exactly what matched then. Asking again starts it once."""
    action = bulk_begin(
        organization=request.auth.organization,
        bulk_id=bulk_id,
        rate_per_second=body.rate_per_second,
        actor=acting(request),
    )
    return Status(202, BulkOut.of(action))


@router.post(
    "/{bulk_id}/stop",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({200: BulkOut}, signed_in=True),
)
def stop_bulk(request: ApiRequest, bulk_id: BulkId) -> BulkOut:
    """Stop it where it is. What was done stays done."""
    organization = request.auth.organization
    return BulkOut.of(bulk_stop(organization=organization, bulk_id=bulk_id, actor=acting(request)))
