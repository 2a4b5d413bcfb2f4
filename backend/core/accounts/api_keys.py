"""Hashed API keys: ``wbk_<prefix>_<secret>``.

The secret carries 256 random bits, so a plain SHA-256 is enough: there is no
dictionary to try, and checking one must stay cheap on every request.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import string
from collections.abc import Iterable
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from core.accounts.models import ApiKey, Organization, Role
from core.accounts.permissions import ROLE_PERMISSIONS, Permission
from core.kit.statements import fetch_prepared
from core.kit.tenancy import every_organization, organization_scope

_SHAPE = re.compile(r"wbk_(?P<prefix>[a-z0-9]{8})_[A-Za-z0-9_-]{43}")
_ALPHABET = string.ascii_lowercase + string.digits
_LAST_USED_GRAIN = timedelta(minutes=1)

_KEY_COLUMNS = [field.attname for field in ApiKey._meta.concrete_fields]
_ORGANIZATION_COLUMNS = [field.attname for field in Organization._meta.concrete_fields]

# Asked on every request of a machine, so written out: the ORM takes five times as long to say it.
_LIVE_KEY = f"""
SELECT {", ".join(f"key.{name}" for name in _KEY_COLUMNS)},
       {", ".join(f"organization.{name}" for name in _ORGANIZATION_COLUMNS)}
FROM accounts_apikey AS key JOIN accounts_organization AS organization
    ON organization.id = key.organization_id
WHERE key.prefix = %s AND key.revoked_at IS NULL
"""  # noqa: S608  # built from the names of columns alone


def api_key_generate() -> str:
    """A fresh secret in the shape that `api_key_create` takes."""
    prefix = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    return f"wbk_{prefix}_{secrets.token_urlsafe(32)}"


def api_key_create(
    *,
    organization: Organization,
    name: str,
    scopes: Iterable[Permission] = ROLE_PERMISSIONS[Role.OPERATOR],
    secret: str | None = None,
) -> tuple[ApiKey, str]:
    """Make a key; the secret is returned once and cannot be read again.

    Raises ValueError when a given secret does not have the shape of a key.
    """
    secret = secret or api_key_generate()
    match = _SHAPE.fullmatch(secret)
    if match is None:
        raise ValueError("an API key is wbk_<8 of a-z0-9>_<43 URL-safe characters>")
    key = ApiKey.objects.create(
        organization=organization,
        name=name,
        prefix=match["prefix"],
        secret_hash=_digest(secret),
        scopes=sorted(scopes),
    )
    return key, secret


def api_key_authenticate(*, secret: str) -> ApiKey | None:
    """The live key of this secret, or None. Notes the use, at most once a minute."""
    match = _SHAPE.fullmatch(secret)
    if match is None:
        return None
    key = _live_key(match["prefix"])
    if key is None or not hmac.compare_digest(bytes(key.secret_hash), _digest(secret)):
        return None
    now = timezone.now()
    if key.last_used_at is None or now - key.last_used_at > _LAST_USED_GRAIN:
        with organization_scope(key.organization):
            ApiKey.objects.owned_by(key.organization).filter(pk=key.pk).update(last_used_at=now)
    return key


def key_permissions(key: ApiKey) -> frozenset[Permission]:
    """What the key may do. A scope that this release does not know allows nothing."""
    if key.scopes is None:
        return ROLE_PERMISSIONS[Role.OPERATOR]
    return frozenset(scope for scope in Permission if scope in key.scopes)


def _live_key(prefix: str) -> ApiKey | None:
    with every_organization("the key says whose it is"):
        rows = fetch_prepared(_LIVE_KEY, [prefix])
    if not rows:
        return None
    row = rows[0]
    key = ApiKey.from_db(connection.alias, _KEY_COLUMNS, row[: len(_KEY_COLUMNS)])
    key.organization = Organization.from_db(
        connection.alias, _ORGANIZATION_COLUMNS, row[len(_KEY_COLUMNS) :]
    )
    return key


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
