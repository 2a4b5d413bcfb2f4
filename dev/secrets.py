"""Secrets of a local stack: made on first start, kept in a file that only its owner can read."""

from __future__ import annotations

import base64
import os
import secrets
import string
from collections.abc import Callable
from pathlib import Path

_LOWER_ALNUM = string.ascii_lowercase + string.digits


def _random(alphabet: str, length: int) -> str:
    return "".join(secrets.choice(alphabet) for _ in range(length))


def encryption_key() -> str:
    """One key for credentials at rest: `keyid:base64 of 32 bytes`."""
    return f"k1:{base64.b64encode(secrets.token_bytes(32)).decode()}"


def signing_key() -> str:
    """One key for signed tokens, an Ed25519 seed: `keyid:base64 of 32 bytes`."""
    return f"t1:{base64.b64encode(secrets.token_bytes(32)).decode()}"


def api_key() -> str:
    """An API key in the shape that Waybill issues: `wbk_<8 letters or digits>_<43 url-safe>`."""
    return f"wbk_{_random(_LOWER_ALNUM, 8)}_{secrets.token_urlsafe(32)}"


MAKERS: dict[str, Callable[[], str]] = {
    "WAYBILL_SECRET_KEY": lambda: secrets.token_urlsafe(48),
    "WAYBILL_ENCRYPTION_KEYS": encryption_key,
    "WAYBILL_JWT_KEYS": signing_key,
    "WAYBILL_DEMO_PASSWORD": lambda: "-".join(_random(_LOWER_ALNUM, 5) for _ in range(3)),
    "WAYBILL_DEMO_API_KEY": api_key,
    "FLOWER_BASIC_AUTH": lambda: f"operator:{secrets.token_urlsafe(12)}",
    "POSTGRES_PASSWORD": lambda: secrets.token_urlsafe(18),
    "WAYBILL_DATABASE_PASSWORD": lambda: secrets.token_urlsafe(18),
    "VALKEY_PASSWORD": lambda: secrets.token_urlsafe(18),
}


def parse(text: str) -> dict[str, str]:
    """Read `NAME=value` lines; the value is everything after the first `=`."""
    pairs = (line.split("=", 1) for line in text.splitlines() if "=" in line)
    return {name.strip(): value for name, value in pairs if not name.startswith("#")}


def load_or_create(path: Path) -> dict[str, str]:
    """The secrets in `path`. Adds missing ones. The file has mode 600 from the start."""
    known = parse(path.read_text()) if path.is_file() else {}
    missing = {name: make() for name, make in MAKERS.items() if name not in known}
    if missing:
        known |= missing
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.writelines(f"{name}={value}\n" for name, value in known.items())
    return known
