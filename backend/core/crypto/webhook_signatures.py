"""Signatures by the Standard Webhooks scheme (https://www.standardwebhooks.com), version 1.

`signed_headers` signs what Waybill sends; `signature_check` checks what arrives. The check covers
the raw bytes and the time. `core.redis.seen_messages` finds repeated messages.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import secrets
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

PREFIX = "whsec_"
TOLERANCE_SECONDS = 300

_MESSAGE_ID = re.compile(r"[!-~]{1,255}")
_TIMESTAMP = re.compile(r"[0-9]{1,12}")
_SIGNATURES_MOST = 10


class BadSignature(Exception):
    """The message is not authentic, too old or too new; the text says which."""


@dataclass(frozen=True, slots=True)
class Signed:
    """An authentic message. ``timestamp``: when it was signed, in seconds since 1970."""

    message_id: str
    timestamp: int


def secret_generate() -> str:
    """A new secret: 32 random bytes in base64, after ``whsec_``."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def signed_headers(
    *, message_id: str, timestamp: int, body: bytes, keys: Iterable[str]
) -> dict[str, str]:
    """The three headers of a message; one signature per key, so that keys can be rotated."""
    signed = f"{message_id}.{timestamp}.".encode() + body
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(f"v1,{_digest(key, signed)}" for key in keys),
    }


def signature_check(
    *,
    headers: Mapping[str, str],
    body: bytes,
    keys: Iterable[str],
    now: float | None = None,
) -> Signed:
    """Check a received message; ``body``: its raw bytes. Raises BadSignature.

    ``headers``: by lower-case name. Tries every key on every signature, in constant time.
    """
    message_id = headers.get("webhook-id", "")
    stamp = headers.get("webhook-timestamp", "")
    given = headers.get("webhook-signature", "").split()
    if not _MESSAGE_ID.fullmatch(message_id) or not _TIMESTAMP.fullmatch(stamp) or not given:
        raise BadSignature("webhook-id, webhook-timestamp and webhook-signature are all needed")
    if len(given) > _SIGNATURES_MOST:
        raise BadSignature(f"webhook-signature holds more than {_SIGNATURES_MOST} signatures")
    age = (time.time() if now is None else now) - int(stamp)
    if abs(age) > TOLERANCE_SECONDS:
        when = "old" if age > 0 else "new"
        raise BadSignature(f"webhook-timestamp is more than {TOLERANCE_SECONDS} s too {when}")
    signed = f"{message_id}.{stamp}.".encode() + body
    offered = [_raw(each.removeprefix("v1,")) for each in given if each.startswith("v1,")]
    expected = [hmac.new(_key(key), signed, hashlib.sha256).digest() for key in keys]
    matches = [hmac.compare_digest(one, other) for one in expected for other in offered]
    if not any(matches):
        raise BadSignature("webhook-signature does not fit the body")
    return Signed(message_id, int(stamp))


def _digest(key: str, signed: bytes) -> str:
    return base64.b64encode(hmac.new(_key(key), signed, hashlib.sha256).digest()).decode()


def _key(secret: str) -> bytes:
    return base64.b64decode(secret.removeprefix(PREFIX))


def _raw(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
