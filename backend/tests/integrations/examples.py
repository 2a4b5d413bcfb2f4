"""One complete, valid use of every connector, for the suite that all of them pass.

A new connector needs an entry here; `test_every_connector.py` says so when it is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

CANARY = "canary-7f3a91c2e5"


@dataclass(frozen=True)
class Example:
    """How to point a connector at a server on loopback, and what to send with each action."""

    config: Callable[[int], dict[str, Any]]
    """From the server's port."""
    credentials: dict[str, Any]
    """Every secret in it is, or holds, the canary."""
    payloads: Mapping[str, dict[str, Any]]
    """By action."""


EXAMPLES: Mapping[str, Example] = {
    "tryton": Example(
        config=lambda port: {"base_url": f"http://127.0.0.1:{port}", "company": 1, "employee": 1},
        credentials={"application_key": CANARY},
        payloads={
            "party.create": {"name": "Ada Ltd", "email": "ada@example.com", "country": "AT"},
            "opportunity.create": {"party": 1, "description": "Website"},
        },
    ),
    "email": Example(
        config=lambda port: {
            "host": "127.0.0.1",
            "port": port,
            "security": "tls",
            "from_address": "hello@example.com",
        },
        credentials={"username": "hello", "password": CANARY},
        payloads={"email.send": {"to": "ada@example.com", "subject": "Hi", "text": "Hello"}},
    ),
    "rest": Example(
        config=lambda port: {
            "base_url": f"http://127.0.0.1:{port}",
            "look_up": {
                "path": "/leads",
                "query": {"external_id": "{reference}"},
                "reference": "/external_id",
            },
        },
        credentials={"auth": {"scheme": "basic", "username": "u", "password": CANARY}},
        payloads={
            "request.send": {"path": "/leads", "body": {"name": "Ada"}},
            "request.send_keyed": {"path": "/leads", "body": {"name": "Ada"}},
            "request.send_found": {"path": "/leads", "body": {"name": "Ada"}},
        },
    ),
}
