"""What comes as `Authorization: Bearer …`: an API key, a person's token, or a service's.

No cookie and no CSRF token is looked at. What is wrong is refused, whatever cookie came with it.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import ClassVar

from django.conf import settings
from django.http import HttpRequest
from ninja.security.base import AuthBase

from api.authentication.known_keys import KnownKeys
from api.authentication.principal import Principal, allowed
from api.authentication.scopes import SCOPE_WORDS
from api.errors.handlers import NOT_SIGNED_IN
from api.errors.problems import Unauthorized
from core.accounts.api_keys import api_key_authenticate, key_permissions
from core.accounts.models import ApiKey, Role
from core.accounts.permissions import ROLE_PERMISSIONS, Permission
from core.credentials.last_used import LAST_USED
from core.credentials.models import OAuthClient
from core.credentials.selectors import client_live
from core.credentials.token_families import family_membership
from core.credentials.token_signing import TokenKind, TokenRefused, token_claims_kind, token_read
from core.errors import Forbidden

NOT_GOOD = "This access token is not good, or not any more. Get a new one."
NO_ORGANIZATION = "Your account belongs to no organization. Ask an owner to invite you."

_CREDENTIAL = re.compile(r"[A-Za-z0-9._~+/-]{1,4096}=*")  # RFC 6750, section 2.1
_KEY = "wbk_"
_KNOWN: KnownKeys[Principal] = KnownKeys(settings.WAYBILL_API_KEY_CACHE_SECONDS)


class BearerAuth(AuthBase):
    """One kind of bearer credential; it leaves the others to their own."""

    def __init__(self, permission: Permission | None = None) -> None:
        self.permission = permission
        super().__init__()

    def __call__(self, request: HttpRequest) -> Principal | None:
        credential = bearer_credential(request)
        if credential is None or not self.takes(credential):
            return None
        return allowed(self.authenticate(request, credential), self.permission)

    @abstractmethod
    def takes(self, credential: str) -> bool:
        """Whether it looks like one of this kind."""

    @abstractmethod
    def authenticate(self, request: HttpRequest, credential: str) -> Principal:
        """Its principal. Raises Unauthorized."""


class ApiKeyAuth(BearerAuth):
    """A secret that was made under Settings → Keys."""

    openapi_type: str = "http"
    openapi_scheme: str = "bearer"
    openapi_bearerFormat: str = "wbk_…"  # OpenAPI's name
    openapi_description: str = "An API key, with the scopes it was made with."

    def takes(self, credential: str) -> bool:
        return credential.startswith(_KEY)

    def authenticate(self, request: HttpRequest, credential: str) -> Principal:
        principal = _KNOWN.get(credential)
        if principal is None:
            key = api_key_authenticate(secret=credential)
            if key is None:
                raise Unauthorized(
                    "This API key is not known, was revoked, or is over.", code="bad_api_key"
                )
            principal = Principal(
                "key",
                key.pk,
                key.name,
                None,
                key.organization,
                Role.OPERATOR,
                key_permissions(key),
                key.expires_at,
            )
            until = None if key.good_until is None else key.good_until.timestamp()
            _KNOWN.keep(credential, principal, until=until)
        LAST_USED.note(ApiKey, principal.id)
        return principal


class TokenAuth(BearerAuth):
    """A signed access token of one kind."""

    token_kind: ClassVar[TokenKind]

    def takes(self, credential: str) -> bool:
        return token_claims_kind(credential) is self.token_kind

    def authenticate(self, request: HttpRequest, credential: str) -> Principal:
        principal = _KNOWN.get(credential)
        if principal is None:
            try:
                principal, until = self.look_up(credential)
            except TokenRefused:
                raise Unauthorized(NOT_GOOD, code="bad_token") from None
            _KNOWN.keep(credential, principal, until=until)
        return principal

    @abstractmethod
    def look_up(self, credential: str) -> tuple[Principal, float]:
        """Its principal, and until when (seconds since 1970). Raises TokenRefused."""


class PersonTokenAuth(TokenAuth):
    """An access token of a person's program."""

    openapi_type: str = "http"
    openapi_scheme: str = "bearer"
    openapi_bearerFormat: str = "JWT"
    openapi_description: str = (
        "A person's access token: let the program in at `/device` (RFC 8628, beginning with "
        "`/oauth/device_authorization`), or sign in at `/_allauth/app/v1/auth/login`, with the "
        "second factor at `/_allauth/app/v1/auth/2fa/authenticate` if there is one. Then "
        "`refresh_tokens`."
    )
    token_kind = TokenKind.PERSON

    def look_up(self, credential: str) -> tuple[Principal, float]:
        token = token_read(credential, TokenKind.PERSON)
        family, membership = family_membership(token)
        if membership is None:
            raise Forbidden(NO_ORGANIZATION, code="no_organization")
        user, role = family.user, Role(membership.role)
        principal = Principal(
            "person",
            user.pk,
            user.name,
            user.email,
            membership.organization,
            role,
            family.may(ROLE_PERMISSIONS[role]),
        )
        return principal, token.expires_at


class ServiceTokenAuth(TokenAuth):
    """An access token that a service got for its client id and secret."""

    openapi_type: str = "oauth2"
    openapi_description: str = "An OAuth2 client of Settings → Keys, with the scopes it asked for."
    openapi_flows: ClassVar = {
        "clientCredentials": {
            "tokenUrl": "/oauth/token",
            "scopes": {str(each): SCOPE_WORDS[each] for each in Permission},
        }
    }
    token_kind = TokenKind.SERVICE

    def authenticate(self, request: HttpRequest, credential: str) -> Principal:
        principal = super().authenticate(request, credential)
        LAST_USED.note(OAuthClient, principal.id)
        return principal

    def look_up(self, credential: str) -> tuple[Principal, float]:
        token = token_read(credential, TokenKind.SERVICE)
        client = client_live(client_id=token.subject)
        if client is None:
            raise TokenRefused
        asked = frozenset(str(token.claims.get("scope", "")).split())
        principal = Principal(
            "service",
            client.pk,
            client.name,
            None,
            client.organization,
            Role.OPERATOR,
            frozenset(each for each in key_permissions(client) if each in asked),
            client.expires_at,
        )
        return principal, token.expires_at


def bearer_credential(request: HttpRequest) -> str | None:
    """What the request shows, None if it has no Authorization header.

    Raises Unauthorized for another scheme, for two headers in one, for what no credential can be.
    """
    header = request.headers.get("Authorization")
    if header is None:
        return None
    scheme, _, credential = header.partition(" ")
    credential = credential.strip()
    if scheme.lower() != "bearer" or not credential:
        raise Unauthorized(NOT_SIGNED_IN)
    if _CREDENTIAL.fullmatch(credential) is None:
        raise Unauthorized(NOT_GOOD, code="bad_token")
    return credential
