from __future__ import annotations

import json
from typing import Any

import pytest

from core.accounts.models import Organization
from core.connections.models import Connection
from core.submissions.accept.check import subject_of
from core.workflows.models import WorkflowVersion
from core.workflows.versions import definition_publish

_ALWAYS_ASKED = ("company", "first_name")


@pytest.fixture
def named(organization: Organization, connection: Connection) -> Any:
    """Publish a workflow that names its submissions so."""

    def run(subject: str) -> WorkflowVersion:
        asked = {
            key: {"label": key, "kind": "text", "required": key in _ALWAYS_ASKED}
            for key in (*_ALWAYS_ASKED, "last_name", "count")
        }
        use = f"{connection.slug}/request.send_keyed"
        definition = {
            "workflow": "orders",
            "name": "Orders",
            "subject": subject,
            "form": {"title": "Order", "fields": asked},
            "steps": {"only": {"use": use, "with": {"path": "/orders"}}},
        }
        return definition_publish(organization=organization, document=json.dumps(definition))

    return run


@pytest.mark.parametrize(
    ("template", "data", "subject"),
    [
        ("", {"company": "Acme"}, ""),
        ("An order", {"company": "Acme"}, "An order"),
        ("${{ input.company }}", {"company": "Acme"}, "Acme"),
        ("${{ input.company }}", {"company": "x" * 300}, "x" * 200),
        ("For ${{ input.company }}", {"company": "x" * 300}, "For " + "x" * 196),
        ("${{ coalesce(input.last_name, '') }}", {"company": "Acme"}, ""),
        ("${{ int(coalesce(input.count, '0')) + 1 }}", {"count": "7"}, "8"),
        ("${{ int(coalesce(input.count, '0')) + 1 }}", {"count": "seven"}, ""),
        (
            "${{ input.first_name }} ${{ coalesce(input.last_name, '') }}",
            {"first_name": "Ada", "last_name": "Byron"},
            "Ada Byron",
        ),
    ],
)
def test_a_subject_is_what_its_template_says(
    named: Any, template: str, data: dict[str, Any], subject: str
) -> None:
    assert subject_of(named(template), data) == subject


def test_a_subject_of_an_older_version_may_read_what_the_form_does_not_ask(named: Any) -> None:
    version = named("An order")
    WorkflowVersion.unscoped.filter(pk=version.pk).update(subject="${{ input.colour }}")
    version.refresh_from_db()
    assert subject_of(version, {"company": "Acme"}) == ""
    assert subject_of(version, {"colour": 7}) == "7"
