"""Publishes the drill's workflow through Waybill's own services. Prints an API key."""

from __future__ import annotations

import json
import os

import django

django.setup()

from core.accounts.api_keys import api_key_create  # noqa: E402
from core.accounts.models import Organization  # noqa: E402
from core.connections.services import connection_save  # noqa: E402
from core.postgres.tenancy import every_organization  # noqa: E402
from core.workflows.versions import definition_publish  # noqa: E402

ORDER = {
    "title": "Placing the order",
    "use": "shop/request.send_keyed",
    "with": {
        "path": "/orders",
        "record_pointer": "/id",
        "body": {"order": "${{ submission.reference }}"},
    },
    "timeout_seconds": 60,
    "retry": {"base_seconds": 0.5, "factor": 1.5, "cap_seconds": 3, "max_tries": 100},
}
LETTER = {
    "title": "Writing to the customer",
    "use": "mail/email.send",
    "needs": ["order"],
    "with": {
        "to": "${{ input.email }}",
        "subject": "${{ submission.reference }}",
        "text": "Thank you.",
    },
}
WORKFLOW = {
    "workflow": "orders",
    "name": "Orders",
    "subject": "${{ input.email }}",
    "form": {"title": "Orders", "fields": {"email": {"label": "E-mail", "kind": "email"}}},
    "steps": {"order": ORDER, "letter": LETTER},
}


@every_organization("the drill prepares what it needs")
def main() -> str:
    """Make the organization, its connections and its workflow."""
    organization = Organization.objects.create(slug="drill", name="Drill")
    shop = f"http://127.0.0.1:{os.environ['DRILL_PORT']}"
    connection_save(
        organization=organization, slug="shop", name="Shop", connector="rest",
        config={"base_url": shop}, credentials={},
    )  # fmt: skip
    server = {"host": os.environ["SMTP_HOST"], "port": int(os.environ["SMTP_PORT"])}
    connection_save(
        organization=organization, slug="mail", name="Mail", connector="email",
        config={**server, "security": "none", "from_address": "drill@example.com"}, credentials={},
    )  # fmt: skip
    definition_publish(organization=organization, document=json.dumps(WORKFLOW))
    _, secret = api_key_create(organization=organization, name="Drill")
    return str(secret)


if __name__ == "__main__":
    print(main())
