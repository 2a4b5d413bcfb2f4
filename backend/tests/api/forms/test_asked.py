"""The questions behind a submission's answers, as an operator reads them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from core.workflows.versions import definition_publish
from tests.conftest import Api, Tenant

pytestmark = pytest.mark.django_db

PARTS = [
    {"value": "b", "label": {"en": "Bolt", "de": "Bolzen"}},
    {"value": "n", "label": {"en": "Nut", "de": "Mutter"}},
]
FIELDS: dict[str, Any] = {
    "name": {"kind": "text", "label": {"en": "Name", "de": "Der Name"}},
    "country": {"kind": "country", "label": "Country"},
    "note": {"kind": "text", "label": "Note", "required": False},
    "colour": {"kind": "choice", "label": "Colour", "choices": PARTS, "sensitive": True},
    "lines": {
        "kind": "group",
        "label": "Lines",
        "row_label": "Line",
        "fields": {
            "amount": {"kind": "integer", "label": "Amount"},
            "part": {"kind": "choice", "label": "Part", "choices": PARTS},
        },
    },
}
DATA: dict[str, Any] = {
    "lines": [{"part": "b", "amount": 2}],
    "colour": "n",
    "country": "AT",
    "name": "Ada",
}


def asked(machine: Api, tenant: Tenant, fields: dict[str, Any], data: Any) -> list[dict[str, Any]]:
    form = {"title": "Order", "languages": ["en", "de"], "fields": fields}
    definition = {
        "workflow": "order",
        "name": "Order",
        "form": form,
        "steps": {"a": {"use": "erp/request.send", "with": {"path": "/a"}}},
    }
    definition_publish(organization=tenant.organization, document=json.dumps(definition))
    sent = machine.post("/api/v1/workflows/order/submissions", {"data": data})
    assert sent.status_code == 202, sent.content
    detail = machine.get(f"/api/v1/submissions/{sent.json()['id']}").json()
    questions: list[dict[str, Any]] = detail["asked"]
    return questions


def test_questions_stand_in_the_forms_order_with_the_texts_of_what_was_chosen(
    machine: Api, tenant: Tenant
) -> None:
    found = asked(machine, tenant, FIELDS, DATA)
    labels = [(each["key"], each["label"]) for each in found]
    assert labels == [
        ("name", "Name"),
        ("country", "Country"),
        ("colour", "Colour"),
        ("lines", "Lines"),
    ]
    assert found[1]["choices"] == [{"value": "AT", "label": "Austria"}]
    row = found[3]["questions"]
    assert [each["label"] for each in row] == ["Amount", "Part"]
    assert row[1]["choices"] == [{"value": "b", "label": "Bolt"}]


@pytest.mark.security("sensitive answers without permission")
def test_of_a_sensitive_question_nothing_tells_what_was_chosen(
    machine: Api, tenant: Tenant
) -> None:
    fields = FIELDS | {"lines": FIELDS["lines"] | {"sensitive": True}}
    first = asked(machine, tenant, fields, DATA)
    other = DATA | {"colour": "b", "lines": [{"part": "n", "amount": 3}]}
    assert asked(machine, tenant, fields, other) == first
    assert [each["value"] for each in first[2]["choices"]] == ["b", "n"]
    assert [each["key"] for each in first[3]["questions"]] == ["amount", "part"]
