"""Signed tokens (RFC 7519), with one algorithm and one audience for each kind.

Ed25519 (RFC 8037): a key is 32 random bytes, so it is made and configured like an encryption key,
and nothing about a token chooses how it is checked: neither its `alg` nor a key it may carry.
"""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings
from jwt.algorithms import OKPAlgorithm

ALGORITHM = "EdDSA"
_LONGEST = 2_048
_SHAPE = re.compile(r"[\w-]+\.[\w-]+\.[\w-]+", re.ASCII)
_REQUIRED = ["iss", "aud", "sub", "iat", "exp", "jti"]
_CLOCKS_APART = 5  # seconds between the clocks of two of our hosts


class TokenKind(StrEnum):
    """What a token is for. One of another kind is refused: `typ` and `aud` both say it."""

    PERSON = "person"
    SERVICE = "service"
    REFRESH = "refresh"

    @property
    def audience(self) -> str:
        return f"urn:waybill:{self.value}"

    @property
    def header_type(self) -> str:
        return "at+jwt" if self is TokenKind.SERVICE else f"{self.value}+jwt"


_BY_TYPE = {kind.header_type: kind for kind in TokenKind}


class TokenRefused(Exception):
    """The token is not ours, not for this, not yet or no longer good. It says no more."""


@dataclass(frozen=True, slots=True)
class Token:
    """What a good token says."""

    kind: TokenKind
    subject: str
    expires_at: float
    claims: Mapping[str, Any]


def token_sign(kind: TokenKind, *, subject: str, seconds: int, claims: Mapping[str, Any]) -> str:
    """A token of this kind, good from now on for so many seconds, by the newest key."""
    key_id, key = next(iter(_private_keys().items()))
    now = int(time.time())
    payload = {
        **claims,
        "iss": settings.WAYBILL_PUBLIC_URL,
        "aud": kind.audience,
        "sub": subject,
        "iat": now,
        "exp": now + seconds,
        "jti": secrets.token_urlsafe(16),
    }
    headers = {"kid": key_id, "typ": kind.header_type}
    return jwt.encode(payload, key, algorithm=ALGORITHM, headers=headers)


def token_read(text: str, *kinds: TokenKind) -> Token:
    """What the token says, when it is one of these kinds and good now. Raises TokenRefused."""
    if len(text) > _LONGEST or _SHAPE.fullmatch(text) is None:
        raise TokenRefused
    try:
        header = jwt.get_unverified_header(text)
        kind = _BY_TYPE[header["typ"]]
        claims = jwt.decode(
            text,
            key=_public_keys()[header["kid"]],
            algorithms=[ALGORITHM],
            audience=kind.audience,
            issuer=settings.WAYBILL_PUBLIC_URL,
            leeway=_CLOCKS_APART,
            options={"require": _REQUIRED, "strict_aud": True},
        )
    except (jwt.PyJWTError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise TokenRefused from error
    if kind not in kinds:
        raise TokenRefused
    return Token(kind, claims["sub"], float(claims["exp"]), claims)


def token_claims_kind(text: str) -> TokenKind | None:
    """Which kind a token says it is. Nothing is checked yet: only `token_read` believes it."""
    if len(text) > _LONGEST:
        return None
    try:
        return _BY_TYPE.get(jwt.get_unverified_header(text).get("typ", ""))
    except (jwt.PyJWTError, TypeError, ValueError, RecursionError):
        return None


def key_set() -> dict[str, list[dict[str, Any]]]:
    """The public keys (RFC 7517) that tokens may be checked with."""
    return {
        "keys": [
            {
                **OKPAlgorithm.to_jwk(key, as_dict=True),
                "kid": key_id,
                "use": "sig",
                "alg": ALGORITHM,
            }
            for key_id, key in _public_keys().items()
        ]
    }


def _private_keys() -> dict[str, Ed25519PrivateKey]:
    return _loaded(tuple(settings.WAYBILL_JWT_KEYS.items()))[0]


def _public_keys() -> dict[str, Ed25519PublicKey]:
    return _loaded(tuple(settings.WAYBILL_JWT_KEYS.items()))[1]


@lru_cache(maxsize=4)
def _loaded(
    keys: tuple[tuple[str, bytes], ...],
) -> tuple[dict[str, Ed25519PrivateKey], dict[str, Ed25519PublicKey]]:
    private = {key_id: Ed25519PrivateKey.from_private_bytes(raw) for key_id, raw in keys}
    return private, {key_id: key.public_key() for key_id, key in private.items()}
