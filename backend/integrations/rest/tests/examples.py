"""One request for each kind of effect, signed in with HTTP Basic."""

from __future__ import annotations

from integrations.sdk.testing.examples import CANARY, Examples

EXAMPLES = Examples(
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
    canary_encoded="dTpjYW5hcnktN2YzYTkxYzJlNQ==",
)
