from __future__ import annotations

from ninja import Router, Status

from api.authentication.access import ApiRequest, acting, requires
from api.endpoints.parameters import BulkId
from api.errors.documented import responses
from api.schemas.submissions.operating import BulkIn, BulkOut, BulkPreviewIn, BulkPreviewOut
from core.accounts.permissions import Permission
from core.delivery.operate import bulk_get, bulk_preview, bulk_start, bulk_stop

router = Router(tags=["bulk actions"])


@router.post(
    "/preview",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({200: BulkPreviewOut}, body=True, signed_in=True, found=False),
)
def preview_bulk(request: ApiRequest, body: BulkPreviewIn) -> BulkPreviewOut:
    """What a bulk action would touch: how much, of which effect, and the likely duplicates."""
    preview = bulk_preview(
        organization=request.auth.organization, kind=body.kind, wanted=body.filter
    )
    return BulkPreviewOut.of(preview)


@router.post(
    "",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({202: BulkOut}, body=True, signed_in=True, found=False, conflict=True),
)
def start_bulk(request: ApiRequest, body: BulkIn) -> Status[BulkOut]:
    """Treat every submission of a filter alike, at a rate; follow it by its id."""
    action = bulk_start(
        organization=request.auth.organization,
        kind=body.kind,
        wanted=body.filter,
        rate_per_second=body.rate_per_second,
        newest_version=body.newest_version,
        actor=acting(request),
    )
    return Status(202, BulkOut.of(action))


@router.get(
    "/{bulk_id}",
    auth=requires(Permission.SUBMISSIONS_READ),
    response=responses({200: BulkOut}, signed_in=True),
)
def get_bulk(request: ApiRequest, bulk_id: BulkId) -> BulkOut:
    """How far a bulk action is."""
    return BulkOut.of(bulk_get(organization=request.auth.organization, bulk_id=bulk_id))


@router.post(
    "/{bulk_id}/stop",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({200: BulkOut}, signed_in=True),
)
def stop_bulk(request: ApiRequest, bulk_id: BulkId) -> BulkOut:
    """Stop it where it is. What was done stays done."""
    organization = request.auth.organization
    return BulkOut.of(bulk_stop(organization=organization, bulk_id=bulk_id, actor=acting(request)))
