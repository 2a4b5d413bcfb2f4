"""Each action, as short as Tryton takes it."""

from __future__ import annotations

from integrations.sdk.testing.examples import CANARY, Examples

EXAMPLES = Examples(
    config=lambda port: {"base_url": f"http://127.0.0.1:{port}", "company": 1, "employee": 1},
    credentials={"application_key": CANARY},
    payloads={
        "party.create": {"name": "Ada Ltd", "email": "ada@example.com", "country": "AT"},
        "party.upsert": {"by": "email", "name": "Ada Ltd", "email": "ada@example.com"},
        "opportunity.create": {"party": 1, "description": "Website"},
        "sale.create": {
            "party": 1,
            "lines": [{"product": 1, "quantity": "2", "unit_price": "9.50"}],
            "description": "Chairs",
        },
        "sale.quote": {"sale": 1},
    },
)
