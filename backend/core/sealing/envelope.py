"""Sealing one value under its organization's data key.

A sealed value is ``0x01 | 16 bytes: id of the data key | 12-byte nonce | ciphertext and tag``
(AES-256-GCM). The associated data names organization, table, row and field: a value copied to
another place does not open. Values from before data keys existed were sealed by a deployment key.
They begin with that key's id, which never begins with 0x01.
"""

from __future__ import annotations

import os
import uuid
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from django.conf import settings

from core.crypto.encryption import NONCE_BYTES, SealBroken, unseal
from core.sealing.data_keys import OpenKey, data_key_open

_VERSION = b"\x01"
_HEAD = 1 + 16


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value belongs. ``row``: the row's id. ``field``: may be a path in a column."""

    organization_id: uuid.UUID
    table: str
    row: uuid.UUID | str
    field: str

    @property
    def associated(self) -> bytes:
        return f"{self.organization_id}/{self.table}/{self.row}/{self.field}".encode()


def value_seal(plain: bytes, spot: Spot, key: OpenKey) -> bytes:
    """Encrypt for this spot only."""
    nonce = os.urandom(NONCE_BYTES)
    return _VERSION + key.id.bytes + nonce + key.cipher.encrypt(nonce, plain, spot.associated)


def value_open(sealed: bytes, spot: Spot, *, legacy_binding: bytes | None = None) -> bytes:
    """Decrypt a value that `value_seal` made for this spot.

    ``legacy_binding``: the binding of an older value in this spot. Raises SealBroken, or its
    subclass KeyMissing when the key is missing.
    """
    key_id = value_key(sealed)
    if key_id is None:
        if legacy_binding is None:
            raise SealBroken("the value is not sealed by a data key")
        keys = settings.WAYBILL_ENCRYPTION_KEYS
        return unseal(sealed, keys=keys, bound_to=legacy_binding)
    key = data_key_open(key_id)
    if key.organization_id != spot.organization_id:
        raise SealBroken("the sealed value belongs to another organization")
    nonce, rest = sealed[_HEAD : _HEAD + NONCE_BYTES], sealed[_HEAD + NONCE_BYTES :]
    try:
        return key.cipher.decrypt(nonce, rest, spot.associated)
    except (InvalidTag, ValueError) as error:
        raise SealBroken("the sealed value does not belong to this row and field") from error


def value_key(sealed: bytes) -> uuid.UUID | None:
    """The id of its data key; None for a value from before data keys existed."""
    if sealed[:1] != _VERSION or len(sealed) < _HEAD + NONCE_BYTES:
        return None
    return uuid.UUID(bytes=bytes(sealed[1:_HEAD]))
