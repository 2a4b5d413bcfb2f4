from __future__ import annotations

from ninja import Router, Status

from api.authentication.access import ApiRequest, acting, requires, requires_person
from api.endpoints.parameters import ViewId
from api.errors.documented import responses
from api.schemas.submissions.views import ViewIn, ViewOut, ViewsOut
from core.accounts.permissions import Permission
from core.views.services import Viewer, view_change, view_create, view_delete, views_get

router = Router(tags=["views"])


@router.get(
    "",
    auth=requires(Permission.SUBMISSIONS_READ),
    response=responses({200: ViewsOut}, signed_in=True, found=False),
)
def list_views(request: ApiRequest) -> ViewsOut:
    """The caller's own saved lists of submissions, and those that others share."""
    viewer = _viewer(request)
    found = views_get(organization=request.auth.organization, viewer=viewer)
    return ViewsOut(items=[ViewOut.of(view, viewer.id) for view in found])


@router.post(
    "",
    auth=requires_person(Permission.SUBMISSIONS_READ),
    response=responses({201: ViewOut}, body=True, signed_in=True, found=False, conflict=True),
)
def create_view(request: ApiRequest, body: ViewIn) -> Status[ViewOut]:
    """Save a filter, columns and an order under a name. Sharing it needs `submissions:operate`."""
    viewer = _viewer(request)
    view = view_create(
        organization=request.auth.organization,
        viewer=viewer,
        wanted=body.wanted(),
        actor=acting(request),
    )
    return Status(201, ViewOut.of(view, viewer.id))


@router.put(
    "/{view_id}",
    auth=requires_person(Permission.SUBMISSIONS_READ),
    response=responses({200: ViewOut}, body=True, signed_in=True),
)
def change_view(request: ApiRequest, view_id: ViewId, body: ViewIn) -> ViewOut:
    """Save it anew: by whoever made it, or with `organization:manage`."""
    viewer = _viewer(request)
    view = view_change(
        organization=request.auth.organization,
        view_id=view_id,
        viewer=viewer,
        wanted=body.wanted(),
        actor=acting(request),
    )
    return ViewOut.of(view, viewer.id)


@router.delete(
    "/{view_id}",
    auth=requires_person(Permission.SUBMISSIONS_READ),
    response=responses({204: None}, signed_in=True),
)
def delete_view(request: ApiRequest, view_id: ViewId) -> Status[None]:
    """Delete it: by whoever made it, or with `organization:manage`."""
    view_delete(
        organization=request.auth.organization,
        view_id=view_id,
        viewer=_viewer(request),
        actor=acting(request),
    )
    return Status(204, None)


def _viewer(request: ApiRequest) -> Viewer:
    principal = request.auth
    return Viewer(principal.id, principal.name or principal.email or "", principal.permissions)
