"""Questions keep their order in the database, those of a group too."""

from __future__ import annotations

import json

import pytest

from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion
from core.workflows.versions import definition_publish
from tests.conftest import Tenant
from waybill_definitions.document import GroupQuestion

pytestmark = pytest.mark.django_db
TEXT = {"label": "Text", "kind": "text"}
KEYS = ["zulu", "alpha", "mike_and_more", "b"]


def test_a_version_that_is_read_again_asks_in_the_order_of_its_document(tenant: Tenant) -> None:
    rows = {"label": "Rows", "kind": "group", "fields": dict.fromkeys(KEYS, TEXT)}
    definition = {
        "workflow": "order",
        "name": "Order",
        "form": {"title": "Order", "fields": {**dict.fromkeys(KEYS, TEXT), "a": rows}},
        "steps": {"order": {"use": "erp/request.send", "with": {"path": "/orders"}}},
    }
    made = definition_publish(organization=tenant.organization, document=json.dumps(definition))
    questions = form_of(WorkflowVersion.unscoped.get(pk=made.pk)).questions
    assert list(questions) == [*KEYS, "a"]
    group = questions["a"]
    assert isinstance(group, GroupQuestion)
    assert list(group.fields) == KEYS
