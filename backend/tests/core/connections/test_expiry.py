from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from core.connections.expiry import credentials_end


def jwt(claims: Any) -> str:
    body = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"eyJhbGciOiJIUzI1NiJ9.{body}.c2lnbmF0dXJl"


def test_the_earliest_token_decides() -> None:
    early, late = datetime(2026, 12, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    credentials = {
        "auth": {"scheme": "bearer", "token": jwt({"exp": late.timestamp()})},
        "others": [f" {jwt({'exp': early.timestamp()})}\n"],
    }
    assert credentials_end(credentials) == early


@pytest.mark.parametrize(
    "secret",
    [
        "a password",
        "one.two.three",
        jwt({}),
        jwt({"exp": "soon"}),
        jwt({"exp": 1e300}),
        jwt({"exp": None}),
        jwt([1]),
        "a." + "A" * 30_000 + ".b",
        "…." * 3,
    ],
)
def test_a_secret_that_does_not_say_it_has_no_end(secret: str) -> None:
    assert credentials_end({"password": secret}) is None
