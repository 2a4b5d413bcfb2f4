from __future__ import annotations

from typing import TypeVar

from django.utils import timezone

from core.accounts.models import Credential
from core.crypto.secret_hashes import secret_matches

C = TypeVar("C", bound=Credential)


def credential_match(credential: C | None, secret: str) -> C | None:
    """The credential, if this is its secret and valid now; `good_until` says for how long.

    The time this takes does not reveal what is wrong, or whether the credential exists.
    """
    now = timezone.now()
    current = previous = None
    if credential is not None:
        current = credential.secret_hash
        overlaps = credential.previous_until is not None and credential.previous_until > now
        previous = credential.previous_hash if overlaps else None
    is_current, is_previous = secret_matches(secret, current, previous)
    if credential is None or not (is_current or is_previous):
        return None
    ends = [credential.expires_at, None if is_current else credential.previous_until]
    credential.good_until = min((end for end in ends if end is not None), default=None)
    if credential.good_until is not None and credential.good_until <= now:
        return None
    return credential
