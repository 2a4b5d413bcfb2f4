"""The two codes of a device sign-in (RFC 8628): one for the program, one that a person types.

A device code has 256 random bits and is kept like any secret. A user code is short, so a plain hash
of it could be tried out in minutes: it is kept as a keyed hash, and the key is not in the database.
"""

from __future__ import annotations

import secrets

from django.utils.crypto import salted_hmac

ALPHABET = "BCDFGHJKLMNPQRSTVWXZ"
"""Of RFC 8628, section 6.1: nothing that looks like a digit, and no vowels, so no words."""
_HALF = 4


def device_code_make() -> str:
    return secrets.token_urlsafe(32)


def user_code_make() -> str:
    """Such as ``WDJB-MJHT``: one of 2.5e10."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(2 * _HALF))
    return f"{letters[:_HALF]}-{letters[_HALF:]}"


def user_code_hash(typed: str) -> bytes:
    """32 bytes, the same for ``WDJB-MJHT``, ``wdjbmjht`` and ``wdjb mjht``."""
    letters = "".join(char for char in typed.upper() if char.isalnum())
    return salted_hmac("waybill.user_code", letters, algorithm="sha256").digest()
