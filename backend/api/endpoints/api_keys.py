from __future__ import annotations

from django.http import HttpResponse
from ninja import Router, Status

from api.authentication.access import ApiRequest, acting, making, requires
from api.endpoints.parameters import CredentialId, Cursor, Limit
from api.errors.documented import keep_out_of_caches, responses
from api.schemas.credentials import (
    ApiKeyOut,
    ApiKeyPageOut,
    ApiKeySecretOut,
    CredentialIn,
    RotationIn,
)
from core.accounts.models import ApiKey
from core.accounts.permissions import Permission
from core.credentials.lifecycle import credential_revoke, credential_rotate, key_issue
from core.credentials.selectors import credential_page

router = Router(tags=["keys"])


@router.get(
    "",
    auth=requires(Permission.KEYS_MANAGE),
    response=responses({200: ApiKeyPageOut}, signed_in=True, found=False),
)
def list_api_keys(request: ApiRequest, cursor: Cursor = None, limit: Limit = 50) -> ApiKeyPageOut:
    """The API keys, newest first, those that are over as well. No secrets."""
    page = credential_page(
        model=ApiKey, organization=request.auth.organization, cursor=cursor, limit=limit
    )
    return ApiKeyPageOut(
        items=[ApiKeyOut.of(each) for each in page.items], next_cursor=page.next_cursor
    )


@router.post(
    "",
    auth=requires(Permission.KEYS_MANAGE),
    response=responses({201: ApiKeySecretOut}, body=True, signed_in=True, found=False),
)
def create_api_key(
    request: ApiRequest, response: HttpResponse, body: CredentialIn
) -> Status[ApiKeySecretOut]:
    """Make an API key. The secret is in this answer and nowhere else.

    It can have no more scopes than you have permissions, and if you are a key yourself, it ends no
    later than you do.
    """
    keep_out_of_caches(response)
    key, secret = key_issue(
        organization=request.auth.organization,
        maker=making(request),
        name=body.name,
        scopes=body.scopes,
        expires_at=body.expires_at,
    )
    return Status(201, ApiKeySecretOut.with_secret(key, secret))


@router.post(
    "/{credential_id}/rotate",
    auth=requires(Permission.KEYS_MANAGE),
    response=responses({200: ApiKeySecretOut}, body=True, signed_in=True, conflict=True),
)
def rotate_api_key(
    request: ApiRequest, response: HttpResponse, credential_id: CredentialId, body: RotationIn
) -> ApiKeySecretOut:
    """A new secret for the same key. The present one stays good until a moment that you choose."""
    keep_out_of_caches(response)
    key, secret = credential_rotate(
        model=ApiKey,
        organization=request.auth.organization,
        credential_id=credential_id,
        maker=making(request),
        previous_until=body.previous_until,
    )
    return ApiKeySecretOut.with_secret(key, secret)


@router.post(
    "/{credential_id}/revoke",
    auth=requires(Permission.KEYS_MANAGE),
    response=responses({200: ApiKeyOut}, signed_in=True),
)
def revoke_api_key(request: ApiRequest, credential_id: CredentialId) -> ApiKeyOut:
    """End a key for good. What uses it is refused within some seconds."""
    key = credential_revoke(
        model=ApiKey,
        organization=request.auth.organization,
        credential_id=credential_id,
        actor=acting(request),
    )
    return ApiKeyOut.of(key)
