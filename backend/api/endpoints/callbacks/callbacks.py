from __future__ import annotations

import uuid
from typing import Annotated

from ninja import Query, Router, Status

from api.authentication.access import ApiRequest, acting, requires
from api.endpoints.parameters import CallbackId, Cursor, Limit
from api.errors.documented import responses
from api.schemas.base import Text
from api.schemas.callbacks import CallbackDetailOut, CallbackOut, CallbackPageOut
from core.accounts.permissions import Permission
from core.callbacks.messages import webhook_body
from core.callbacks.models import CallbackStatus
from core.callbacks.resend import callback_resend
from core.callbacks.selectors import callback_get, callback_page

router = Router(tags=["callbacks"])

KindFilter = Annotated[
    Text | None,
    Query(max_length=32, description="Only these.", examples=["submission.failed", "ping"]),
]
IdFilter = Annotated[uuid.UUID | None, Query()]


@router.get(
    "",
    auth=requires(Permission.CALLBACKS_READ),
    response=responses({200: CallbackPageOut}, signed_in=True, found=False),
)
def list_callbacks(
    request: ApiRequest,
    endpoint: IdFilter = None,
    submission: IdFilter = None,
    status: CallbackStatus | None = None,
    kind: KindFilter = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> CallbackPageOut:
    """What was sent or waits to be, with every try, newest first."""
    page = callback_page(
        organization=request.auth.organization,
        endpoint=endpoint,
        submission=submission,
        status=status,
        kind=kind,
        cursor=cursor,
        limit=limit,
    )
    items = [CallbackOut.of(each) for each in page.items]
    return CallbackPageOut(items=items, next_cursor=page.next_cursor)


@router.get(
    "/{callback_id}",
    auth=requires(Permission.CALLBACKS_READ),
    response=responses({200: CallbackDetailOut}, signed_in=True),
)
def get_callback(request: ApiRequest, callback_id: CallbackId) -> CallbackDetailOut:
    """One callback with what is sent, and every try with its answer."""
    found = callback_get(organization=request.auth.organization, callback_id=callback_id)
    return CallbackDetailOut.with_body(found, webhook_body(found))


@router.post(
    "/{callback_id}/resend",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({202: CallbackOut}, signed_in=True, conflict=True),
)
def resend_callback(request: ApiRequest, callback_id: CallbackId) -> Status[CallbackOut]:
    """Send an ended callback again, under the same `webhook-id`."""
    callback = callback_resend(
        organization=request.auth.organization, callback_id=callback_id, actor=acting(request)
    )
    return Status(202, CallbackOut.of(callback))
