"""The token endpoint, by oauthlib: the client credentials grant (RFC 6749, section 4.4) of services
and the device authorization grant (RFC 8628) of people's programs.

allauth's OpenID provider has both too. But its clients belong to no organization, its secrets
cannot overlap, and each token costs a slow password hash and a row. So this uses the library
underneath, with our clients and our signer.
"""

from __future__ import annotations

import base64
import binascii
from typing import Any
from urllib.parse import unquote_plus

from django.conf import settings
from oauthlib.common import Request
from oauthlib.oauth2 import (
    BearerToken,
    ClientCredentialsGrant,
    RequestValidator,
    TokenEndpoint,
)
from oauthlib.oauth2.rfc8628.grant_types import DeviceCodeGrant

from api.oauth.device import DEVICE_GRANT, DeviceValidator, fetched_of
from core.accounts.api_keys import key_permissions
from core.audit.services import Actor
from core.credentials.models import OAuthClient
from core.credentials.selectors import client_authenticate
from core.credentials.token_signing import TokenKind, token_sign

CLIENT_GRANT = "client_credentials"


class ClientValidator(RequestValidator):
    """Answers oauthlib's questions about a client: its secret, its scopes, its grant."""

    def authenticate_client(self, request: Request, *args: Any, **kwargs: Any) -> bool:
        given = _client_credentials(request)
        client = None if given is None else client_authenticate(client_id=given[0], secret=given[1])
        if client is None:
            return False
        request.client = client
        request.client_id = client.client_id
        return True

    def validate_grant_type(
        self, client_id: str, grant_type: str, client: Any, request: Request, *a: Any, **kw: Any
    ) -> bool:
        return grant_type == CLIENT_GRANT

    def get_default_scopes(
        self, client_id: str, request: Request, *args: Any, **kwargs: Any
    ) -> list[str]:
        return sorted(key_permissions(_client_of(request)))

    def validate_scopes(
        self, client_id: str, scopes: list[str], client: Any, request: Request, *a: Any, **kw: Any
    ) -> bool:
        return bool(scopes) and set(scopes) <= key_permissions(client)

    def save_bearer_token(self, token: Any, request: Request, *args: Any, **kwargs: Any) -> None:
        """Does nothing: the token is signed, and its client is checked when it is used."""


def _client_credentials(request: Request) -> tuple[str, str] | None:
    """Client id and secret, from header or body; None for neither, both, or invalid ones."""
    header = request.headers.get("Authorization")
    in_body = (request.client_id, request.client_secret)
    if header is None:
        return (in_body[0], in_body[1]) if in_body[0] and in_body[1] else None
    scheme, _, encoded = header.partition(" ")
    if scheme.lower() != "basic" or in_body[1]:
        return None
    try:
        name, colon, secret = (
            base64.b64decode(encoded.strip(), validate=True).decode().partition(":")
        )
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None
    client_id = unquote_plus(name)
    if not colon or in_body[0] not in (None, "", client_id):
        return None
    return client_id, unquote_plus(secret)


def _client_of(request: Request) -> OAuthClient:
    client = request.client
    if not isinstance(client, OAuthClient):
        raise TypeError("oauthlib must authenticate the client first")
    return client


def _access_token(request: Request) -> str:
    fetched = fetched_of(request)
    if fetched is not None:
        return fetched.tokens.access_token
    client = _client_of(request)
    return token_sign(
        TokenKind.SERVICE,
        subject=client.client_id,
        seconds=settings.WAYBILL_ACCESS_TOKEN_SECONDS,
        claims={
            "client_id": client.client_id,
            "org": str(client.organization_id),
            "scope": " ".join(request.scopes or ()),
        },
    )


def _refresh_token(request: Request) -> str:
    fetched = fetched_of(request)
    if fetched is None:
        raise TypeError("only a person's program has a refresh token")
    return fetched.tokens.refresh_token


def token_server(origin: Actor) -> TokenEndpoint:
    """``origin``: where the request came from."""
    services = ClientValidator()
    return TokenEndpoint(
        default_grant_type=CLIENT_GRANT,
        grant_types={
            CLIENT_GRANT: ClientCredentialsGrant(services),
            DEVICE_GRANT: DeviceCodeGrant(DeviceValidator(origin)),
        },
        default_token_type=BearerToken(  # type: ignore[arg-type]  # its types say str
            services,
            token_generator=_access_token,
            expires_in=settings.WAYBILL_ACCESS_TOKEN_SECONDS,
            refresh_token_generator=_refresh_token,
        ),
    )
