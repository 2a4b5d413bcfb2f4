"""Sign-in providers: those with a client id in the environment."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from mysite.settings.base import WAYBILL_ENV
from mysite.settings.env import env

_KEY = re.compile(r"[a-z][a-z0-9]{0,19}")

SOCIALACCOUNT_ADAPTER = "core.access.people.providers.SocialAccountAdapter"
SOCIALACCOUNT_EMAIL_VERIFICATION = "mandatory"
SOCIALACCOUNT_EMAIL_REQUIRED = True
# An account joins an existing person only if the provider itself verified the address.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = True
SOCIALACCOUNT_REQUESTS_TIMEOUT = 10
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = "oidc"


def _client(prefix: str) -> dict[str, Any] | None:
    """The client of one provider, or None. Raises ImproperlyConfigured for an incomplete one."""
    client_id = env.str(f"{prefix}_CLIENT_ID", default="")
    secret = env.str(f"{prefix}_CLIENT_SECRET", default="")
    if bool(client_id) != bool(secret):
        raise ImproperlyConfigured(f"{prefix}_CLIENT_ID and {prefix}_CLIENT_SECRET go together")
    return {"client_id": client_id, "secret": secret} if client_id else None


def _oidc(key: str) -> dict[str, Any]:
    if not _KEY.fullmatch(key):
        raise ImproperlyConfigured("WAYBILL_OIDC holds short names of a-z, 0-9, comma-separated")
    prefix = f"WAYBILL_OIDC_{key.upper()}"
    client, server = _client(prefix), env.str(f"{prefix}_URL", default="")
    if client is None or not server:
        raise ImproperlyConfigured(f"{prefix} needs _URL, _CLIENT_ID and _CLIENT_SECRET")
    if not server.startswith("https://") and WAYBILL_ENV == "production":
        raise ImproperlyConfigured(f"{prefix}_URL must start with https://")
    name = env.str(f"{prefix}_NAME", default=key.capitalize())
    return client | {"provider_id": key, "name": name, "settings": {"server_url": server}}


def _configured() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    if google := _client("WAYBILL_GOOGLE"):
        found["google"] = {"APPS": [google], "SCOPE": ["openid", "profile", "email"]}
    if microsoft := _client("WAYBILL_MICROSOFT"):
        tenant = env.str("WAYBILL_MICROSOFT_TENANT", default="organizations")
        found["microsoft"] = {"APPS": [microsoft | {"settings": {"tenant": tenant}}]}
    if github := _client("WAYBILL_GITHUB"):
        found["github"] = {"APPS": [github], "SCOPE": ["read:user", "user:email"]}
    found["openid_connect"] = {
        "APPS": [_oidc(key) for key in env.list("WAYBILL_OIDC", default=[])],
        # allauth reads the class once, at start.
        "provider_class": "core.access.people.openid_connect.CheckedProvider",
    }
    return {name: {"OAUTH_PKCE_ENABLED": True} | each for name, each in found.items()}


SOCIALACCOUNT_PROVIDERS = _configured()
