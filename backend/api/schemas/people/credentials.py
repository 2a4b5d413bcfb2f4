from __future__ import annotations

import uuid
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

from django.utils import timezone
from pydantic import AwareDatetime, Field

from api.schemas.base import In, Out, Text
from core.accounts.api_keys import key_permissions
from core.accounts.models import Credential
from core.accounts.permissions import Permission
from core.credentials.token_families import TokenPair

Name = Annotated[Text, Field(min_length=1, max_length=200, pattern=r"\S")]


class CredentialIn(In):
    name: Name = Field(description="What it is for; people read it.")
    scopes: list[Permission] = Field(
        min_length=1, max_length=len(Permission), description="No more than your own."
    )
    expires_at: AwareDatetime | None = Field(default=None, description="Null: it does not end.")


class RotationIn(In):
    previous_until: AwareDatetime | None = Field(
        default=None,
        description="Until when the present secret stays good, at most 30 days from now. "
        "Null: it stops at once.",
    )


class CredentialState(StrEnum):
    ACTIVE = "active"
    EXPIRED = "expired"
    REVOKED = "revoked"


class CredentialOut(Out):
    """What a machine signs in with. Its secret is never shown again."""

    id: uuid.UUID
    name: str
    state: CredentialState
    scopes: list[Permission]
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None = Field(description="Written down about once a minute.")
    previous_until: datetime | None = Field(description="Until when the former secret is good.")
    revoked_at: datetime | None

    @classmethod
    def of(cls, credential: Credential, *, secret: str | None = None) -> Self:
        """``secret``: for the answer that has it, and for no other."""
        return cls.model_validate({**_facts(credential), "secret": secret})


class ApiKeyOut(CredentialOut):
    prefix: str = Field(description="How the key begins.")


class ApiKeySecretOut(ApiKeyOut):
    """The one answer that has the secret."""

    secret: str


class OAuthClientOut(CredentialOut):
    client_id: str


class OAuthClientSecretOut(OAuthClientOut):
    """The one answer that has the secret."""

    secret: str


class ApiKeyPageOut(Out):
    items: list[ApiKeyOut]
    next_cursor: str | None


class OAuthClientPageOut(Out):
    items: list[OAuthClientOut]
    next_cursor: str | None


RefreshToken = Annotated[str, Field(min_length=1, max_length=2048, pattern=r"^[A-Za-z0-9._-]+$")]


class RefreshIn(In):
    refresh_token: RefreshToken
    organization: Annotated[Text, Field(max_length=50)] | None = Field(
        default=None, description="Slug of another of your organizations, to act for it from now."
    )


class RevokeIn(In):
    refresh_token: RefreshToken


class TokenPairOut(Out):
    """A new access token, and the only refresh token that is good from now on."""

    access_token: str
    refresh_token: str
    token_type: str = "Bearer"  # noqa: S105  # a word of RFC 6749
    expires_in: int = Field(description="Seconds that the access token is good.")

    @classmethod
    def of(cls, pair: TokenPair) -> Self:
        return cls(
            access_token=pair.access_token,
            refresh_token=pair.refresh_token,
            expires_in=pair.expires_in,
        )


def _facts(credential: Credential) -> dict[str, object]:
    """What any kind of credential shows; a schema takes the name that its kind goes by."""
    now = timezone.now()
    overlap = credential.previous_until
    return {
        "id": credential.pk,
        "prefix": credential.public_name,
        "client_id": credential.public_name,
        "name": credential.name,
        "state": _state(credential),
        "scopes": sorted(key_permissions(credential)),
        "created_at": credential.created_at,
        "expires_at": credential.expires_at,
        "last_used_at": credential.last_used_at,
        "previous_until": overlap if overlap is not None and overlap > now else None,
        "revoked_at": credential.revoked_at,
    }


def _state(credential: Credential) -> CredentialState:
    if credential.revoked_at is not None:
        return CredentialState.REVOKED
    if credential.expires_at is not None and credential.expires_at <= timezone.now():
        return CredentialState.EXPIRED
    return CredentialState.ACTIVE
