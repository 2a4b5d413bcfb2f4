"""A party and an opportunity, as short as Tryton takes them."""

from __future__ import annotations

from integrations.sdk.testing.examples import CANARY, Examples

EXAMPLES = Examples(
    config=lambda port: {"base_url": f"http://127.0.0.1:{port}", "company": 1, "employee": 1},
    credentials={"application_key": CANARY},
    payloads={
        "party.create": {"name": "Ada Ltd", "email": "ada@example.com", "country": "AT"},
        "opportunity.create": {"party": 1, "description": "Website"},
    },
)
