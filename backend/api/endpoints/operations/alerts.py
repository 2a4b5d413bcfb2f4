from __future__ import annotations

from typing import Annotated

from ninja import Query, Router

from api.authentication.access import ApiRequest, requires
from api.endpoints.parameters import Cursor, Limit
from api.errors.documented import responses
from api.schemas.operations.alerts import AlertOut, AlertPageOut
from core.accounts.permissions import Permission
from core.alerts.services import alert_page

router = Router(tags=["alerts"])

OnlyOpen = Annotated[bool, Query(alias="open", description="Leave out what is over.")]


@router.get(
    "",
    auth=requires(Permission.ALERTS_READ),
    response=responses({200: AlertPageOut}, signed_in=True, found=False),
)
def list_alerts(
    request: ApiRequest, only_open: OnlyOpen = True, cursor: Cursor = None, limit: Limit = 50
) -> AlertPageOut:
    """What needs a person: the organization's alerts and the system's, newest first."""
    page = alert_page(
        organization=request.auth.organization, only_open=only_open, cursor=cursor, limit=limit
    )
    return AlertPageOut(
        items=[AlertOut.of(each) for each in page.items], next_cursor=page.next_cursor
    )
