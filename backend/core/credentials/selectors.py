from __future__ import annotations

import re
import uuid
from datetime import timedelta
from typing import TypeVar

from django.db.models.functions import Now
from django.utils import timezone

from core.accounts.matching import credential_match
from core.accounts.models import ApiKey, Organization
from core.credentials.models import OAuthClient
from core.errors import NotFound
from core.postgres.pages import Page, page_newest_first
from core.postgres.tenancy import every_organization

C = TypeVar("C", ApiKey, OAuthClient)

_CLIENT_ID = re.compile(r"wbc_(?P<prefix>[a-z0-9]{16})")


def credential_page(
    *, model: type[C], organization: Organization, cursor: str | None = None, limit: int = 50
) -> Page[C]:
    """Keys or clients, newest first, those that are over as well."""
    return page_newest_first(model.objects.owned_by(organization), cursor=cursor, limit=limit)


def credential_get(
    *, model: type[C], organization: Organization, credential_id: uuid.UUID, lock: bool = False
) -> C:
    """One key or client; locked until the transaction ends if asked. Raises NotFound."""
    rows = model.objects.owned_by(organization).select_related("organization")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(pk=credential_id).first()
    if found is None:
        raise NotFound("There is nothing of this id among your organization's credentials.")
    return found


def client_authenticate(*, client_id: str, secret: str) -> OAuthClient | None:
    """The live client that this is the secret of, or None."""
    return credential_match(_live_client(client_id), secret)


def client_live(*, client_id: str) -> OAuthClient | None:
    """The client that a token was made for, unless it was revoked or is over since."""
    client = _live_client(client_id)
    over = (
        client is not None and client.expires_at is not None and client.expires_at <= timezone.now()
    )
    return None if over else client


def _live_client(client_id: str) -> OAuthClient | None:
    match = _CLIENT_ID.fullmatch(client_id)
    if match is None:
        return None
    with every_organization("the client says whose it is"):
        rows = OAuthClient.objects.across_organizations("a prefix is unique over all of them")
        live = rows.filter(prefix=match["prefix"], revoked_at=None)
        return live.select_related("organization").first()


def credentials_ending(
    *, organization: Organization, within: timedelta
) -> list[ApiKey | OAuthClient]:
    """Keys and clients that end so soon and still work, the first to end first."""
    found: list[ApiKey | OAuthClient] = []
    for model in (ApiKey, OAuthClient):
        rows = model.objects.owned_by(organization).filter(revoked_at=None)
        found += rows.filter(expires_at__gt=Now(), expires_at__lt=Now() + within)
    return sorted(found, key=lambda each: (each.expires_at is None, each.expires_at, each.pk))
