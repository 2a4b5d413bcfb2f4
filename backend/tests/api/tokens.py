"""Tokens for tests: those of a person who signed in, and forged ones, made by hand."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from core.credentials.token_signing import TokenKind
from tests.conftest import PASSWORD, Api, Tenant

LOGIN = "/_allauth/app/v1/auth/login"
ME = "/api/v1/me"


@dataclass(frozen=True)
class SignedIn:
    """What a program holds after a person signed in with it."""

    access: str
    refresh: str
    session: str


def sign_in(tenant: Tenant) -> SignedIn:
    cache.clear()  # the sign-ins of other tests count against this one's limit
    body = {"email": tenant.user.email, "password": PASSWORD}
    answer = Api(Client(), {}).post(LOGIN, body)
    assert answer.status_code == 200, answer.content
    meta = answer.json()["meta"]
    return SignedIn(meta["access_token"], meta["refresh_token"], meta["session_token"])


def bearing(credential: str) -> Api:
    """A program that shows this, and no cookie."""
    headers = {"authorization": f"Bearer {credential}"}
    return Api(Client(raise_request_exception=False), headers)


def encode(raw: bytes | dict[str, Any]) -> str:
    data = raw if isinstance(raw, bytes) else json.dumps(raw).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(part: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return read


def our_key() -> tuple[str, Ed25519PrivateKey]:
    key_id, seed = next(iter(settings.WAYBILL_JWT_KEYS.items()))
    return key_id, Ed25519PrivateKey.from_private_bytes(seed)


def our_public_bytes() -> bytes:
    return our_key()[1].public_key().public_bytes_raw()


@dataclass(frozen=True)
class Forge:
    """A good token's parts, to change one of them and sign again, rightly or wrongly."""

    header: dict[str, Any]
    claims: dict[str, Any]

    @classmethod
    def of(cls, token: str) -> Forge:
        header, claims, _ = token.split(".")
        return cls(decode(header), decode(claims))

    def signed(
        self,
        *,
        header: dict[str, Any] | None = None,
        without: str | None = None,
        key: Ed25519PrivateKey | None = None,
        **claims: Any,
    ) -> str:
        """Signed with our own key unless another is given: only the content is wrong."""
        body = {name: v for name, v in (self.claims | claims).items() if name != without}
        text = f"{encode(self.header | (header or {}))}.{encode(body)}"
        return f"{text}.{encode((key or our_key()[1]).sign(text.encode()))}"

    def hmac(self, secret: bytes) -> str:
        """Signed with HS256: the attacker hopes that we take a public key for its secret."""
        text = f"{encode(self.header | {'alg': 'HS256'})}.{encode(self.claims)}"
        return f"{text}.{encode(hmac.digest(secret, text.encode(), hashlib.sha256))}"

    def unsigned(self, algorithm: str) -> str:
        return f"{encode(self.header | {'alg': algorithm})}.{encode(self.claims)}."


def later(seconds: int) -> int:
    return int(time.time()) + seconds


def of_kind(kind: TokenKind) -> dict[str, Any]:
    return {"header": {"typ": kind.header_type}, "aud": kind.audience}
