"""Keyed hashes: they find and compare equal values. Guessing a value needs the key."""

from __future__ import annotations

import hashlib
import hmac

from core.sealing.data_keys import OpenKey


def keyed_hash(key: OpenKey, use: str, value: bytes) -> bytes:
    """HMAC-SHA-256 under a key derived for this ``use`` alone: 32 bytes."""
    derived = hmac.digest(key.secret, b"waybill/" + use.encode(), hashlib.sha256)
    return hmac.digest(derived, value, hashlib.sha256)
