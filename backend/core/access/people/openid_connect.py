"""OpenID Connect with the id_token checked whole, which allauth leaves to TLS in the code flow.

Signature, by the keys that the provider publishes; algorithm; issuer, audience, expiry; and a
nonce that ties the token to the visit that it was asked for (OpenID Connect Core 1.0, 3.1.3.7).
"""

from __future__ import annotations

import base64
import functools
import hashlib
import hmac
from typing import Any

import jwt
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512",
              "ES256", "ES384", "ES512", "EdDSA")  # fmt: skip
"""Those with a public key. Neither `none`, nor HMAC, whose key would be one that anybody knows."""
CLOCKS_APART_SECONDS = 60
_KEYS_KEPT_SECONDS = 300


class CheckedAdapter(OpenIDConnectOAuth2Adapter):
    """One visit to a provider and back."""

    _nonce = ""

    def get_access_token_data(
        self, request: HttpRequest, app: SocialApp, client: Any, pkce_code_verifier: Any = None
    ) -> Any:
        """The answer to the code, which has an id_token, as the standard asks."""
        self._nonce = _nonce(pkce_code_verifier or "")
        data = super().get_access_token_data(request, app, client, pkce_code_verifier)
        if not data.get("id_token"):
            raise OAuth2Error("The provider gave no id_token")
        return data

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        config, server = self.openid_config, str(app.settings["server_url"])
        keys = str(config["jwks_uri"])
        if server.startswith("https://") and not keys.startswith("https://"):
            raise OAuth2Error("The provider's keys are not behind https://")
        return id_token_read(
            id_token,
            keys=keys,
            issuer=config["issuer"],
            client_id=app.client_id,
            nonce=self._nonce,
        )


class CheckedProvider(OpenIDConnectProvider):
    """Asks for a nonce in the id_token; `CheckedAdapter` looks for it."""

    oauth2_adapter_class = CheckedAdapter
    supports_token_authentication = False

    def get_pkce_params(self) -> dict[str, Any]:
        """With the nonce, which follows from the verifier: that one stays in the session."""
        found: dict[str, Any] = super().get_pkce_params()
        return found | {"nonce": _nonce(found["code_verifier"])}


def id_token_read(
    id_token: str, *, keys: str, issuer: str, client_id: str, nonce: str
) -> dict[str, Any]:
    """The claims of an id_token that holds. ``keys``: where the provider publishes its own.

    Raises OAuth2Error. An unknown key id fetches the keys once more: the provider may have changed
    them. Only the provider's answer to a code comes here, so each visit costs one fetch at most.
    """
    try:
        key = _published(keys).get_signing_key_from_jwt(id_token)
        claims: dict[str, Any] = jwt.decode(
            id_token,
            key,
            algorithms=ALGORITHMS,
            audience=client_id,
            issuer=issuer,
            leeway=CLOCKS_APART_SECONDS,
            options={"require": ["iss", "sub", "aud", "exp", "iat", "nonce"]},
        )
    except (jwt.PyJWTError, ValueError) as error:  # ValueError: keys that are no JSON
        raise OAuth2Error(f"Invalid id_token: {type(error).__name__}") from error
    if not hmac.compare_digest(str(claims["nonce"]).encode(), nonce.encode()):
        raise OAuth2Error("Invalid id_token: made for another visit")
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if several else client_id) != client_id:
        raise OAuth2Error("Invalid id_token: made for another client")
    return claims


@functools.lru_cache(maxsize=32)
def _published(keys: str) -> jwt.PyJWKClient:
    return jwt.PyJWKClient(
        keys,
        lifespan=_KEYS_KEPT_SECONDS,
        timeout=settings.SOCIALACCOUNT_REQUESTS_TIMEOUT,
        cooldown_duration=0,
    )


def _nonce(code_verifier: str) -> str:
    digest = hashlib.sha256(b"nonce\0" + code_verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
