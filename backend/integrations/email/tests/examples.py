"""One message over an encrypted connection, and a mail server that takes any."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from integrations.email.tests.mail_server import mail_server
from integrations.sdk.testing.examples import CANARY, Examples


def config(port: int) -> dict[str, Any]:
    """A server on loopback that speaks TLS from the first byte."""
    return {
        "host": "127.0.0.1",
        "port": port,
        "security": "tls",
        "from_address": "hello@example.com",
    }


@asynccontextmanager
async def willing_server() -> AsyncIterator[dict[str, Any]]:
    """Takes every message, without encryption and from anybody."""
    async with mail_server() as mail:
        yield {"config": config(mail.port) | {"security": "none"}, "credentials": {}}


EXAMPLES = Examples(
    config=config,
    credentials={"username": "hello", "password": CANARY},
    payloads={"email.send": {"to": "ada@example.com", "subject": "Hi", "text": "Hello"}},
    willing_server=willing_server,
)
