"""The data keys, unwrapped and kept in memory for a short time."""

from __future__ import annotations

import os
import time
import uuid
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import connection, transaction

from core.crypto.encryption import KEY_BYTES, KeyMissing, seal, unseal
from core.ids import uuid7
from core.sealing.models import DataKey, Purpose

_MOST_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class OpenKey:
    """A usable data key. Its `repr` does not contain the secret."""

    id: uuid.UUID
    organization_id: uuid.UUID
    secret: bytes = field(repr=False)
    cipher: AESGCM = field(repr=False)


_by_id: dict[uuid.UUID, tuple[float, OpenKey]] = {}
_in_use: dict[tuple[uuid.UUID, str], tuple[float, uuid.UUID]] = {}


def data_key(organization_id: uuid.UUID, purpose: Purpose = Purpose.VALUES) -> OpenKey:
    """The organization's current key, made if there is none yet. Raises KeyMissing."""
    kept = _kept_in_use(organization_id, purpose)
    if kept is not None:
        return kept
    return _remember(_row(organization_id, purpose) or _make(organization_id, purpose))


def data_key_if_any(organization_id: uuid.UUID, purpose: Purpose) -> OpenKey | None:
    """Like `data_key`, but does not make one."""
    kept = _kept_in_use(organization_id, purpose)
    if kept is not None:
        return kept
    row = _row(organization_id, purpose)
    return _remember(row) if row is not None else None


def data_key_open(key_id: uuid.UUID) -> OpenKey:
    """A key by its id, including retired keys. Raises KeyMissing."""
    until, key = _by_id.get(key_id, (0.0, None))
    if key is not None and until > time.monotonic():
        return key
    rows = DataKey.objects.across_organizations("a sealed value names its key, nothing else")
    row = rows.filter(pk=key_id).first()
    if row is None:
        raise KeyMissing(
            f"The data key {key_id} is missing from the database, so its values cannot be opened."
            " Restore the table sealing_datakey from a backup that has it."
        )
    return _remember(row)


def data_keys_forget() -> None:
    """Drop every key from memory."""
    _by_id.clear()
    _in_use.clear()


def data_key_new(organization_id: uuid.UUID, purpose: Purpose) -> DataKey:
    """A row with a new key, not yet written."""
    row = DataKey(id=uuid7(), organization_id=organization_id, purpose=purpose)
    data_key_wrap(row, os.urandom(KEY_BYTES))
    return row


def data_key_wrap(row: DataKey, secret: bytes) -> None:
    """Seal a data key by the deployment's first key."""
    keys = settings.WAYBILL_ENCRYPTION_KEYS
    row.wrapped = seal(secret, keys=keys, bound_to=row.binding)
    row.wrapped_by = next(iter(keys))


def data_key_unwrap(row: DataKey) -> bytes:
    """Unwrap it. Raises SealBroken, or its subclass KeyMissing without the deployment's key."""
    keys = settings.WAYBILL_ENCRYPTION_KEYS
    return unseal(bytes(row.wrapped), keys=keys, bound_to=row.binding)


def _row(organization_id: uuid.UUID, purpose: Purpose) -> DataKey | None:
    rows = DataKey.objects.owned_by(organization_id).filter(purpose=purpose)
    return rows.filter(retired_at=None).first()


def _make(organization_id: uuid.UUID, purpose: Purpose) -> DataKey:
    """Write the key. If another process was first, use its key."""
    DataKey.objects.bulk_create([data_key_new(organization_id, purpose)], ignore_conflicts=True)
    rows = DataKey.objects.owned_by(organization_id).filter(purpose=purpose)
    return rows.get(retired_at=None)


def _kept_in_use(organization_id: uuid.UUID, purpose: Purpose) -> OpenKey | None:
    until, key_id = _in_use.get((organization_id, purpose), (0.0, None))
    if key_id is None or until <= time.monotonic():
        return None
    return _by_id.get(key_id, (0.0, None))[1]


def _remember(row: DataKey) -> OpenKey:
    secret = data_key_unwrap(row)
    key = OpenKey(row.pk, row.organization_id, secret, AESGCM(secret))
    until = time.monotonic() + settings.WAYBILL_DATA_KEY_CACHE_SECONDS
    in_use = row.retired_at is None

    def keep() -> None:
        if len(_by_id) >= _MOST_KEPT:
            data_keys_forget()
        _by_id[key.id] = (until, key)
        if in_use:
            _in_use[key.organization_id, row.purpose] = (until, key.id)

    # A key from a rolled-back transaction must not seal anything afterwards.
    if connection.in_atomic_block:
        transaction.on_commit(keep)
    else:
        keep()
    return key
