"""Workflows whose own API is tried: the demonstration, the guide's large form, all templates."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from core.accounts.models import Organization
from core.connections.services import connection_save
from core.workflows.models import WorkflowVersion
from core.workflows.versions import definition_publish
from waybill_definitions.document import definition_read
from waybill_definitions.templates import template_list

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "backend" / "core" / "workflows" / "demo"
GUIDE = ROOT / "docs" / "guides" / "forms.md"
_REST: dict[str, Any] = {"base_url": "http://127.0.0.1:9"}
_CONNECTIONS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "tryton": ({**_REST, "company": 1, "employee": 1}, {"application_key": "planted-key"}),
    "email": ({"host": "127.0.0.1", "port": 9, "from_address": "hello@example.com"}, {}),
    "rest": (
        {
            **_REST,
            "look_up": {
                "path": "/records",
                "query": {"reference": "{reference}"},
                "reference": "/reference",
            },
        },
        {},
    ),
}


def documents() -> dict[str, str]:
    """The definitions, by the slugs of their workflows."""
    guide = re.search(r"```yaml\n(# furniture\.yaml\n.*?)```", GUIDE.read_text(), re.DOTALL)
    assert guide is not None
    texts = [
        *(file.read_text() for file in sorted(DEMO.glob("*.yaml"))),
        guide[1].replace("-ORG", ""),
        *(each.document for each in template_list()),
    ]
    return {definition_read(text).workflow: text for text in texts}


def publish_one(organization: Organization, slug: str) -> WorkflowVersion:
    """Publish one of them, with the connections that its steps name."""
    document = documents()[slug]
    for name, connector in _connectors(document).items():
        config, credentials = _CONNECTIONS[connector]
        connection_save(
            organization=organization, slug=name, name=name, connector=connector,
            config=config, credentials=credentials,
        )  # fmt: skip
    return definition_publish(organization=organization, document=document)


def _connectors(document: str) -> dict[str, str]:
    """The kind of system that each connection must be, by what its actions are called."""
    kinds = {"email": "email", "request": "rest"}
    uses = [step.use.partition("/") for step in definition_read(document).steps.values()]
    return {slug: kinds.get(action.partition(".")[0], "tryton") for slug, _, action in uses}
