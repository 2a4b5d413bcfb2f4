"""API keys: ``wbk_<prefix>_<secret>``. The prefix finds the row, a hash of the whole proves it."""

from __future__ import annotations

import re
import secrets
import string
from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from core.accounts.matching import credential_match
from core.accounts.models import ApiKey, Credential, Organization, Role
from core.accounts.permissions import ROLE_PERMISSIONS, Permission
from core.crypto.secret_hashes import secret_hash
from core.postgres.statements import fetch_prepared
from core.postgres.tenancy import every_organization

_SHAPE = re.compile(r"wbk_(?P<prefix>[a-z0-9]{8})_[A-Za-z0-9_-]{43}")
_ALPHABET = string.ascii_lowercase + string.digits

_KEY_COLUMNS = [field.attname for field in ApiKey._meta.concrete_fields]
_ORGANIZATION_COLUMNS = [field.attname for field in Organization._meta.concrete_fields]

# Runs on every request of a machine. Written by hand because the ORM takes five times as long.
_LIVE_KEY = f"""
SELECT {", ".join(f"key.{name}" for name in _KEY_COLUMNS)},
       {", ".join(f"organization.{name}" for name in _ORGANIZATION_COLUMNS)}
FROM accounts_apikey AS key JOIN accounts_organization AS organization
    ON organization.id = key.organization_id
WHERE key.prefix = %s AND key.revoked_at IS NULL
"""  # noqa: S608  # built from the names of columns alone


def prefix_generate() -> str:
    """A credential's public name: eight letters or digits, not secret."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(8))


def api_key_generate(prefix: str | None = None) -> str:
    """A fresh secret in the shape that `api_key_create` takes."""
    prefix = prefix or prefix_generate()
    return f"wbk_{prefix}_{secrets.token_urlsafe(32)}"


def api_key_create(
    *,
    organization: Organization,
    name: str,
    scopes: Iterable[Permission] = ROLE_PERMISSIONS[Role.OPERATOR],
    expires_at: datetime | None = None,
    secret: str | None = None,
) -> tuple[ApiKey, str]:
    """Make a key. The secret is returned once and cannot be read again.

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
        secret_hash=secret_hash(secret),
        scopes=sorted(scopes),
        expires_at=expires_at,
    )
    return key, secret


def api_key_authenticate(*, secret: str) -> ApiKey | None:
    """The live key of this secret, or None."""
    match = _SHAPE.fullmatch(secret)
    return None if match is None else credential_match(_live_key(match["prefix"]), secret)


def key_permissions(key: Credential) -> frozenset[Permission]:
    """The key's permissions. A scope unknown to this release allows nothing."""
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
