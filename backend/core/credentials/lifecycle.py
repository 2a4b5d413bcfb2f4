"""Making, replacing and revoking what machines sign in with. Each change is audited.

API keys and OAuth clients differ in their models alone. A secret is returned where it is made and
nowhere else: only its hash is kept.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from core.accounts.api_keys import (
    api_key_generate,
    key_permissions,
    prefix_generate,
)
from core.accounts.models import ApiKey, Credential, Organization
from core.accounts.permissions import Permission
from core.audit.services import Actor, audit_record
from core.credentials.grant_limits import (
    LONGEST_OVERLAP,
    Maker,
    grant_check,
    hold_check,
    moment_check,
)
from core.credentials.models import OAuthClient
from core.credentials.selectors import credential_get
from core.crypto.secret_hashes import secret_hash
from core.errors import Conflict

C = TypeVar("C", ApiKey, OAuthClient)

_KINDS: dict[type[Credential], str] = {ApiKey: "api_key", OAuthClient: "oauth_client"}


@transaction.atomic
def credential_issue(
    *,
    model: type[C],
    organization: Organization,
    maker: Maker,
    name: str,
    scopes: Iterable[Permission],
    expires_at: datetime | None = None,
) -> tuple[C, str]:
    """Make one. Raises Forbidden and Unprocessable as `grant_check` does."""
    wanted = grant_check(maker, scopes=scopes, expires_at=expires_at)
    prefix, secret = _generate(model)
    credential = model.objects.create(
        organization=organization,
        name=name,
        prefix=prefix,
        secret_hash=secret_hash(secret),
        scopes=wanted,
        expires_at=expires_at,
    )
    _record(credential, maker.actor, "created", _facts(credential))
    return credential, secret


@transaction.atomic
def credential_rotate(
    *,
    model: type[C],
    organization: Organization,
    credential_id: uuid.UUID,
    maker: Maker,
    previous_until: datetime | None,
) -> tuple[C, str]:
    """Give it a new secret; the present one stays good until a moment, or stops at once.

    Raises NotFound; Conflict when it was revoked or is over; Forbidden when it may do more than
    who rotates it; Unprocessable when the moment is past or more than 30 days away.
    """
    credential = _locked(model, organization, credential_id)
    _usable_check(credential)
    hold_check(maker, key_permissions(credential))
    if previous_until is not None:
        moment_check("previous_until", previous_until, LONGEST_OVERLAP)
    secret = _secret_generate(type(credential), credential.prefix)
    credential.previous_hash = None if previous_until is None else credential.secret_hash
    credential.previous_until = previous_until
    credential.secret_hash = secret_hash(secret)
    credential.save(update_fields=["secret_hash", "previous_hash", "previous_until"])
    _record(credential, maker.actor, "rotated", {"previous_until": _iso(previous_until)})
    return credential, secret


@transaction.atomic
def credential_revoke(
    *, model: type[C], organization: Organization, credential_id: uuid.UUID, actor: Actor
) -> C:
    """End it for good, with all its secrets. Revoking it again changes nothing.

    Raises NotFound.
    """
    credential = _locked(model, organization, credential_id)
    if credential.revoked_at is None:
        credential.revoked_at = timezone.now()
        credential.previous_hash = credential.previous_until = None
        credential.save(update_fields=["revoked_at", "previous_hash", "previous_until"])
        _record(credential, actor, "revoked", {"name": credential.name})
    return credential


def _generate(model: type[Credential]) -> tuple[str, str]:
    """A fresh prefix, longer for a client, and a secret that goes with it."""
    prefix = prefix_generate() if model is ApiKey else prefix_generate() + prefix_generate()
    return prefix, _secret_generate(model, prefix)


def _secret_generate(model: type[Credential], prefix: str) -> str:
    return api_key_generate(prefix) if model is ApiKey else client_secret_generate()


def client_secret_generate() -> str:
    return f"wbs_{secrets.token_urlsafe(32)}"


def _locked(model: type[C], organization: Organization, credential_id: uuid.UUID) -> C:
    return credential_get(
        model=model, organization=organization, credential_id=credential_id, lock=True
    )


def _usable_check(credential: Credential) -> None:
    over = credential.expires_at is not None and credential.expires_at <= timezone.now()
    if credential.revoked_at is not None or over:
        raise Conflict("It was revoked or is over. Make a new one instead.")


def _record(credential: Credential, actor: Actor, change: str, detail: Mapping[str, Any]) -> None:
    kind = _KINDS[type(credential)]
    audit_record(
        organization=credential.organization,
        actor=actor,
        action=f"{kind}.{change}",
        object_kind=kind,
        object_id=credential.pk,
        detail=detail,
    )


def _facts(credential: Credential) -> dict[str, Any]:
    return {
        "name": credential.name,
        "prefix": credential.prefix,
        "scopes": credential.scopes,
        "expires_at": _iso(credential.expires_at),
    }


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
