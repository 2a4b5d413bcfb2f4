from __future__ import annotations

from ninja import Router

from api.auth import ApiRequest
from api.responses import responses
from api.schemas.accounts import MeOut

router = Router(tags=["accounts"])


@router.get("", response=responses({200: MeOut}, signed_in=True, found=False))
def get_me(request: ApiRequest) -> MeOut:
    """Who the caller is, and for which organization."""
    return MeOut.of(request.auth)
