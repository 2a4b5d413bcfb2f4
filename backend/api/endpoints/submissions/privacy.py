from __future__ import annotations

import time
import uuid
from typing import Annotated, Any

from django.http import HttpResponseBase
from ninja import Path, Router, Status

from api.authentication.access import ApiRequest, acting, requires
from api.bodies.downloads import download
from api.endpoints.parameters import Cursor, Limit
from api.errors.documented import responses
from api.schemas.submissions.privacy import (
    PrivacyEraseIn,
    PrivacyPageOut,
    PrivacyRequestOut,
    PrivacySearchIn,
)
from core.accounts.permissions import Permission
from core.privacy.export import privacy_export
from core.privacy.runner import privacy_work
from core.privacy.selectors import privacy_page
from core.privacy.services import privacy_erase, privacy_get, privacy_search

router = Router(tags=["privacy"])

RequestId = Annotated[uuid.UUID, Path(description="The privacy request's id.")]
_AT_ONCE_SECONDS = 0.5
"""Most searches end within it, so that nobody waits for a worker."""
_FILE: dict[str, Any] = {
    "responses": {
        200: {
            "description": "The document.",
            "content": {"application/json": {"schema": {"type": "object"}}},
        }
    }
}


@router.post(
    "/requests",
    auth=requires(Permission.PRIVACY_MANAGE),
    response=responses({201: PrivacyRequestOut}, body=True, signed_in=True, found=False),
)
def search_person(request: ApiRequest, body: PrivacySearchIn) -> Status[PrivacyRequestOut]:
    """Look for one person in everything that is kept. Follow it by its id until it is `found`."""
    made = privacy_search(
        organization=request.auth.organization, subject=body.subject, actor=acting(request)
    )
    privacy_work(made.pk, until=time.monotonic() + _AT_ONCE_SECONDS)
    return Status(201, _out(request, made.pk))


@router.get(
    "/requests",
    auth=requires(Permission.PRIVACY_MANAGE),
    response=responses({200: PrivacyPageOut}, signed_in=True, found=False),
)
def list_privacy_requests(
    request: ApiRequest, cursor: Cursor = None, limit: Limit = 20
) -> PrivacyPageOut:
    """Searches and erasures, newest first."""
    page = privacy_page(organization=request.auth.organization, cursor=cursor, limit=limit)
    return PrivacyPageOut(
        items=[PrivacyRequestOut.of(each) for each in page.items], next_cursor=page.next_cursor
    )


@router.get(
    "/requests/{request_id}",
    auth=requires(Permission.PRIVACY_MANAGE),
    response=responses({200: PrivacyRequestOut}, signed_in=True),
)
def get_privacy_request(request: ApiRequest, request_id: RequestId) -> PrivacyRequestOut:
    """What was found, by workflow, and how far it is."""
    return _out(request, request_id)


@router.get(
    "/requests/{request_id}/export",
    auth=requires(Permission.PRIVACY_MANAGE),
    response=responses({}, signed_in=True, conflict=True),
    openapi_extra=_FILE,
)
def export_person(request: ApiRequest, request_id: RequestId) -> HttpResponseBase:
    """Everything that was found, as one JSON document. Nothing of it is kept here again."""
    found = privacy_get(organization=request.auth.organization, request_id=request_id)
    return download(
        privacy_export(request=found, actor=acting(request)),
        organization=request.auth.organization,
        name=f"person-{found.pk}.json",
        content_type="application/json",
    )


@router.post(
    "/requests/{request_id}/erase",
    auth=requires(Permission.PRIVACY_MANAGE),
    response=responses({202: PrivacyRequestOut}, body=True, signed_in=True, conflict=True),
)
def erase_person(
    request: ApiRequest, request_id: RequestId, body: PrivacyEraseIn
) -> Status[PrivacyRequestOut]:
    """Erase the answers and the evidence of what was found, and of what came in since.

    Ids, states, times and counts stay. What is still on its way is erased when it has ended.
    """
    privacy_erase(
        organization=request.auth.organization,
        request_id=request_id,
        confirm=body.confirm,
        actor=acting(request),
    )
    privacy_work(request_id, until=time.monotonic() + _AT_ONCE_SECONDS)
    return Status(202, _out(request, request_id))


def _out(request: ApiRequest, request_id: uuid.UUID) -> PrivacyRequestOut:
    found = privacy_get(organization=request.auth.organization, request_id=request_id)
    return PrivacyRequestOut.of(found)
