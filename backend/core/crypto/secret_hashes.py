"""Secrets that only their hashes are kept of.

They carry 256 random bits, so a plain SHA-256 is enough: there is no dictionary to try, and
checking one must stay cheap on every request.
"""

from __future__ import annotations

import hashlib
import hmac
import os

_NOBODYS = os.urandom(32)


def secret_hash(secret: str) -> bytes:
    """32 bytes that tell nothing of the secret."""
    return hashlib.sha256(secret.encode(errors="surrogatepass")).digest()


def secret_matches(secret: str, *accepted: bytes | memoryview | None) -> list[bool]:
    """Which of the accepted hashes is this secret's.

    What is compared are two hashes of 32 bytes, in constant time, and always all of them: a None
    stands for a hash that nobody's secret has. So neither how much of a secret was right nor
    whether there is anything to compare it with shows in the time this takes.
    """
    given = secret_hash(secret)
    return [
        hmac.compare_digest(given, _NOBODYS if known is None else bytes(known))
        for known in accepted
    ]
