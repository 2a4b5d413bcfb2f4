"""One contact."""

from __future__ import annotations

from integrations.sdk.testing.examples import CANARY, Examples

EXAMPLES = Examples(
    config=lambda port: {"base_url": f"http://127.0.0.1:{port}"},
    credentials={"token": CANARY},
    payloads={"contact.create": {"name": "Ada"}},
)
