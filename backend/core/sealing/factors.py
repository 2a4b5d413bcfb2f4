"""Secrets of people's second factors. A person belongs to no organization, so no data key fits.
The deployment's first key seals them directly, and a rotation seals them again.
"""

from __future__ import annotations

import base64
from collections import Counter

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction

from core.crypto.encryption import SealBroken, seal, sealed_by, unseal

_BOUND_TO = b"second-factor"
_SECRETS = ("secret", "seed")
"""The secrets that allauth keeps in `Authenticator.data`: app secret, recovery seed."""


def factor_seal(text: str) -> str:
    """Seal a secret of an authenticator app or the seed of recovery codes."""
    sealed = seal(text.encode(), keys=settings.WAYBILL_ENCRYPTION_KEYS, bound_to=_BOUND_TO)
    return base64.b64encode(sealed).decode()


def factor_open(sealed: str) -> str:
    """Open what `factor_seal` sealed. Raises SealBroken."""
    keys = settings.WAYBILL_ENCRYPTION_KEYS
    return unseal(base64.b64decode(sealed), keys=keys, bound_to=_BOUND_TO).decode()


def factors_reseal(batch: int, failures: dict[int, str]) -> int:
    """Seal a batch under the first key. Returns the number of rows. Rows that cannot be opened
    go into ``failures``, by id, with a sentence."""
    with transaction.atomic():
        rows = Authenticator.objects.select_for_update(skip_locked=True).order_by("pk")
        stale = [row for row in rows.exclude(pk__in=failures) if _keys_of(row) - {_first()}][:batch]
        written = 0
        for row in stale:
            try:
                row.data |= {name: factor_seal(factor_open(row.data[name])) for name in _names(row)}
            except SealBroken as error:
                failures[row.pk] = f"second factor {row.pk}: {error}"
                continue
            row.save(update_fields=["data"])
            written += 1
    return written


def factors_counts() -> Counter[str]:
    """The number of second factors under each key, by key id."""
    return Counter(key_id for row in Authenticator.objects.all() for key_id in _keys_of(row))


def _first() -> str:
    return next(iter(settings.WAYBILL_ENCRYPTION_KEYS))


def _names(row: Authenticator) -> list[str]:
    return [name for name in _SECRETS if row.data.get(name)]


def _keys_of(row: Authenticator) -> set[str]:
    return {sealed_by(base64.b64decode(row.data[name])) for name in _names(row)}
