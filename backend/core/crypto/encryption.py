"""AES-256-GCM for secrets at rest, with a key id so that keys can be replaced.

A sealed value is ``key id (UTF-8) | 0x00 | 12-byte nonce | ciphertext and tag``.
The associated data binds it to its organization and row: a value copied to
another row does not open (NIST SP 800-38D).
"""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
KEY_BYTES = 32
_KEY_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")


class SealBroken(Exception):
    """The value was not sealed with a key we hold, or not for this row."""


class KeyMissing(SealBroken):
    """The key for this value is missing. The message says which, and what to do."""


def key_missing(key_id: str) -> KeyMissing:
    """For a key of the deployment that is no longer in its environment."""
    return KeyMissing(
        f"The encryption key {key_id!r} is not in WAYBILL_ENCRYPTION_KEYS. Put it back behind the"
        " first one and restart: waiting work then continues by itself. Remove a key only after"
        " `manage.py rotate_keys` has said that it may go."
    )


def parse_keys(text: str) -> dict[str, bytes]:
    """Read ``id:base64,id:base64``. The first key seals; every key opens.

    Raises ValueError when a key is not 32 bytes, or an id is missing, malformed or repeated.
    """
    keys: dict[str, bytes] = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        key_id, _, encoded = part.partition(":")
        key = base64.b64decode(encoded)
        if not _KEY_ID.fullmatch(key_id) or len(key) != KEY_BYTES:
            raise ValueError("each encryption key is id:base64 of exactly 32 bytes")
        if key_id in keys:
            raise ValueError(f"two encryption keys have the id {key_id}")
        keys[key_id] = key
    if not keys:
        raise ValueError("at least one encryption key is needed")
    return keys


def seal(plain: bytes, *, keys: Mapping[str, bytes], bound_to: bytes) -> bytes:
    """Encrypt with the first key, bound to the row named by ``bound_to``."""
    key_id, key = next(iter(keys.items()))
    nonce = os.urandom(NONCE_BYTES)
    return key_id.encode() + b"\0" + nonce + AESGCM(key).encrypt(nonce, plain, bound_to)


def sealed_by(sealed: bytes) -> str:
    """The id of the key that made this."""
    return bytes(sealed).partition(b"\0")[0].decode(errors="replace")


def unseal(sealed: bytes, *, keys: Mapping[str, bytes], bound_to: bytes) -> bytes:
    """Decrypt what `seal` made. Raises SealBroken."""
    key_id, _, rest = bytes(sealed).partition(b"\0")
    key = keys.get(key_id.decode(errors="replace"))
    if key is None:
        raise key_missing(key_id.decode(errors="replace"))
    try:
        return AESGCM(key).decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], bound_to)
    except InvalidTag as error:
        raise SealBroken("the sealed value does not belong to this row") from error
