"""A form with sensitive fields, delivered to the sink."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from core.accounts.models import Organization
from core.connections.models import Connection
from core.workflows.models import WorkflowVersion
from core.workflows.versions import definition_publish

FIELDS: dict[str, Any] = {
    "company": {"label": "Company", "kind": "text"},
    "email": {"label": "E-mail", "kind": "email", "sensitive": True},
    "iban": {"label": "Account", "kind": "text", "sensitive": True, "help": "Where we pay to."},
    "pin": {"label": "PIN", "kind": "text", "required": False, "sensitive": True},
    "card": {"label": "Card", "kind": "text", "required": False, "sensitive": True},
    "remark": {
        "label": "Remark",
        "kind": "multiline",
        "required": False,
        "sensitive": True,
        "max_length": 900,
    },
}

MAPPING: dict[str, Any] = {
    "path": "/first",
    "body": {
        "company": "${{ input.company }}",
        "customer": {
            "mail": "${{ input.email }}",
            "iban": ["${{ input.iban }}", {"deep": "${{ input.iban }}"}],
        },
        "pin": "${{ input.pin }}",
        "card": "${{ has(input.card) ? dyn(int(input.card)) : null }}",
        "text": "Remark: ${{ coalesce(input.remark, '') }}",
        "reference": "${{ submission.reference }}",
    },
}
QUERY = {"account": "${{ input.iban }}", "to": "${{ input.email }}"}
"""Sensitive answers in an address: refused at publishing now, there in versions from before."""

PublishSensitive = Callable[..., WorkflowVersion]


@pytest.fixture
def publish_sensitive(organization: Organization, connection: Connection) -> PublishSensitive:
    """Publish two steps: the first sends everything, the second what the first was answered.

    ``then``: goes into the second one, what else is given into the first.
    """

    def run(
        action: str = "request.send_keyed", then: dict[str, Any] | None = None, **options: Any
    ) -> WorkflowVersion:
        first = {
            "title": "Sending",
            "use": f"{connection.slug}/{action}",
            "with": MAPPING | options.pop("mapping", {}),
            **options,
        }
        second = {
            "title": "Sending on",
            "use": f"{connection.slug}/request.send_keyed",
            "needs": ["first"],
            "with": {"path": "/second", "body": {"again": "${{ steps.first.body.iban }}"}},
            **(then or {}),
        }
        definition = {
            "workflow": "accounts",
            "name": "Accounts",
            "subject": "${{ input.company }}",
            "form": {"address": "accounts", "title": "Your account", "fields": FIELDS},
            "steps": {"first": first, "second": second},
        }
        version = definition_publish(organization=organization, document=json.dumps(definition))
        step = version.steps.get(key="first")
        step.mapping["query"] = QUERY
        step.save(update_fields=["mapping"])
        return version

    return run
