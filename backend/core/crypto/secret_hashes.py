"""Hashes of secrets; the secrets themselves are not stored.

A secret has 256 random bits, so a plain SHA-256 is enough: no dictionary attack works. The check
must be cheap, since it runs on every request.
"""

from __future__ import annotations

import hashlib
import hmac
import os

_NOBODYS = os.urandom(32)


def secret_hash(secret: str) -> bytes:
    """32 bytes that reveal nothing about the secret."""
    return hashlib.sha256(secret.encode(errors="surrogatepass")).digest()


def secret_matches(secret: str, *accepted: bytes | memoryview | None) -> list[bool]:
    """For each accepted hash, whether it belongs to this secret.

    Compares 32-byte hashes in constant time, and always all of them. None stands for a hash that
    no secret has. So the time reveals neither how much of a secret was right nor whether there is
    anything to compare it with.
    """
    given = secret_hash(secret)
    return [
        hmac.compare_digest(given, _NOBODYS if known is None else bytes(known))
        for known in accepted
    ]
