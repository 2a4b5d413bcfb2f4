from __future__ import annotations

from typing import Annotated

from ninja import Query, Router

from api.auth import ApiRequest, requires
from api.endpoints.parameters import Cursor, Limit
from api.responses import responses
from api.schemas.audit import AuditEntryOut, AuditPageOut
from api.schemas.base import Text
from core.accounts.permissions import Permission
from core.audit.selectors import audit_page

router = Router(tags=["audit"])

Word = Annotated[Text | None, Query(max_length=64)]


@router.get(
    "",
    auth=requires(Permission.AUDIT_READ),
    response=responses({200: AuditPageOut}, signed_in=True, found=False),
)
def list_audit(
    request: ApiRequest,
    action: Word = None,
    object_id: Word = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> AuditPageOut:
    """Who changed what, newest first."""
    page = audit_page(
        organization=request.auth.organization,
        action=action,
        object_id=object_id,
        cursor=cursor,
        limit=limit,
    )
    return AuditPageOut(
        items=[AuditEntryOut.of(entry) for entry in page.items], next_cursor=page.next_cursor
    )
