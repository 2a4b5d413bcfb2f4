from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from api.authentication.access import acting_from
from api.errors.documented import keep_out_of_caches, responses
from api.errors.problems import InvalidGrant
from api.schemas.people.credentials import RefreshIn, RevokeIn, TokenPairOut
from api.schemas.problems import Problem
from core.credentials.token_families import TokenReused, family_refresh, family_revoke
from core.credentials.token_signing import TokenRefused

router = Router(tags=["tokens"])

_NOT_GOOD = "This refresh token is not good, or not any more. Sign in again."
_REUSED = (
    "This refresh token was used before. Every token of its sign-in is revoked: sign in again."
)


@router.post(
    "/refresh", auth=None, response=responses({200: TokenPairOut, 403: Problem}, body=True)
)
def refresh_tokens(request: HttpRequest, response: HttpResponse, body: RefreshIn) -> TokenPairOut:
    """Trade a refresh token for the next pair. It works once, and again within the next seconds:
    for a program whose answer was lost or that refreshed twice at once.

    One that comes back later was stolen, by whoever sends it or from them: then all tokens of that
    sign-in are revoked, and the person signs in again. A program that a person let in for one
    organization goes over to no other: 403 `other_organization`.
    """
    keep_out_of_caches(response)
    try:
        pair = family_refresh(
            refresh_token=body.refresh_token,
            organization=body.organization,
            origin=acting_from(request),
        )
    except TokenReused:
        raise InvalidGrant(_REUSED, code="token_reused") from None
    except TokenRefused:
        raise InvalidGrant(_NOT_GOOD) from None
    return TokenPairOut.of(pair)


@router.post("/revoke", auth=None, response=responses({204: None}, body=True, found=False))
def revoke_tokens(request: HttpRequest, body: RevokeIn) -> Status[None]:
    """Sign a program out: its refresh token and all its access tokens are over."""
    try:
        family_revoke(refresh_token=body.refresh_token, origin=acting_from(request))
    except TokenRefused:
        raise InvalidGrant(_NOT_GOOD) from None
    return Status(204, None)
