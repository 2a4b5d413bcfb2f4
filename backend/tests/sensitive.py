"""A form with sensitive fields, delivered to the sink."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from core.accounts.models import Organization
from core.connections.models import Connection
from core.workflows.definition import FormField
from core.workflows.models import WorkflowVersion
from core.workflows.versions import StepDraft, workflow_publish

FIELDS = [
    FormField(key="company", label="Company", kind="text"),
    FormField(key="email", label="E-mail", kind="email", sensitive=True),
    FormField(key="iban", label="Account", kind="text", sensitive=True, help="Where we pay to."),
    FormField(key="pin", label="PIN", kind="text", required=False, sensitive=True),
    FormField(key="card", label="Card", kind="text", required=False, sensitive=True),
    FormField(
        key="remark",
        label="Remark",
        kind="multiline",
        required=False,
        sensitive=True,
        max_length=900,
    ),
]

MAPPING: dict[str, Any] = {
    "method": "'POST'",
    "path": "'/first'",
    "query": {"account": "input.iban", "to": "input.email"},
    "body": {
        "company": "input.company",
        "customer": {"mail": "input.email", "iban": ["input.iban", {"deep": "input.iban"}]},
        "pin": "input.pin",
        "card": "int(input.card)",
        "text": "'Remark: ' + input.remark",
        "reference": "submission.reference",
    },
}

PublishSensitive = Callable[..., WorkflowVersion]


@pytest.fixture
def publish_sensitive(organization: Organization, connection: Connection) -> PublishSensitive:
    """Publish two steps: the first sends everything, the second what the first was answered."""

    def run(action: str = "request.send_keyed", **options: Any) -> WorkflowVersion:
        first = StepDraft(
            key="first",
            title="Sending",
            connection=connection,
            action=action,
            mapping=MAPPING | options.pop("mapping", {}),
            **options,
        )
        second = StepDraft(
            key="second",
            title="Sending on",
            connection=connection,
            action="request.send_keyed",
            mapping={
                "method": "'POST'",
                "path": "'/second'",
                "body": {"again": "steps.first.body.iban"},
            },
            depends_on=["first"],
        )
        return workflow_publish(
            organization=organization,
            slug="accounts",
            name="Accounts",
            form_slug="accounts",
            title="Your account",
            subject="input.company",
            fields=FIELDS,
            steps=[first, second],
        )

    return run
