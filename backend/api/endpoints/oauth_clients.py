from __future__ import annotations

from django.http import HttpResponse
from ninja import Router, Status

from api.authentication.access import ApiRequest, acting, making, requires
from api.endpoints.parameters import CredentialId, Cursor, Limit
from api.errors.documented import keep_out_of_caches, responses
from api.schemas.credentials import (
    CredentialIn,
    OAuthClientOut,
    OAuthClientPageOut,
    OAuthClientSecretOut,
    RotationIn,
)
from core.accounts.permissions import Permission
from core.credentials.lifecycle import client_issue, credential_revoke, credential_rotate
from core.credentials.models import OAuthClient
from core.credentials.selectors import credential_page

router = Router(tags=["keys"])


@router.get(
    "",
    auth=requires(Permission.KEYS_MANAGE),
    response=responses({200: OAuthClientPageOut}, signed_in=True, found=False),
)
def list_oauth_clients(
    request: ApiRequest, cursor: Cursor = None, limit: Limit = 50
) -> OAuthClientPageOut:
    """The OAuth clients, newest first, those that are over as well. No secrets."""
    page = credential_page(
        model=OAuthClient, organization=request.auth.organization, cursor=cursor, limit=limit
    )
    return OAuthClientPageOut(
        items=[OAuthClientOut.of(each) for each in page.items], next_cursor=page.next_cursor
    )


@router.post(
    "",
    auth=requires(Permission.KEYS_MANAGE),
    response=responses({201: OAuthClientSecretOut}, body=True, signed_in=True, found=False),
)
def create_oauth_client(
    request: ApiRequest, response: HttpResponse, body: CredentialIn
) -> Status[OAuthClientSecretOut]:
    """Make an OAuth client. The secret is in this answer and nowhere else.

    It can have no more scopes than you have permissions, and if you are a key yourself, it ends no
    later than you do.
    """
    keep_out_of_caches(response)
    client, secret = client_issue(
        organization=request.auth.organization,
        maker=making(request),
        name=body.name,
        scopes=body.scopes,
        expires_at=body.expires_at,
    )
    return Status(201, OAuthClientSecretOut.with_secret(client, secret))


@router.post(
    "/{credential_id}/rotate",
    auth=requires(Permission.KEYS_MANAGE),
    response=responses({200: OAuthClientSecretOut}, body=True, signed_in=True, conflict=True),
)
def rotate_oauth_client(
    request: ApiRequest, response: HttpResponse, credential_id: CredentialId, body: RotationIn
) -> OAuthClientSecretOut:
    """A new secret for the same client. The present one stays good until a moment you choose."""
    keep_out_of_caches(response)
    client, secret = credential_rotate(
        model=OAuthClient,
        organization=request.auth.organization,
        credential_id=credential_id,
        maker=making(request),
        previous_until=body.previous_until,
    )
    return OAuthClientSecretOut.with_secret(client, secret)


@router.post(
    "/{credential_id}/revoke",
    auth=requires(Permission.KEYS_MANAGE),
    response=responses({200: OAuthClientOut}, signed_in=True),
)
def revoke_oauth_client(request: ApiRequest, credential_id: CredentialId) -> OAuthClientOut:
    """End a client for good. It gets no tokens; those it has are refused within some seconds."""
    client = credential_revoke(
        model=OAuthClient,
        organization=request.auth.organization,
        credential_id=credential_id,
        actor=acting(request),
    )
    return OAuthClientOut.of(client)
