"""Answers under a key that is made of their link, so that the database alone opens nothing."""

from __future__ import annotations

import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from core.crypto.encryption import KEY_BYTES, NONCE_BYTES

_INFO = b"waybill.confirmation"


def answers_seal(plain: bytes, token: str) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + _cipher(token).encrypt(nonce, plain, _INFO)


def answers_open(sealed: bytes, token: str) -> bytes:
    """Raises InvalidTag for another token's."""
    return _cipher(token).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], _INFO)


def _cipher(token: str) -> AESGCM:
    return AESGCM(HKDF(SHA256(), KEY_BYTES, salt=None, info=_INFO).derive(token.encode()))
