"""The form of a definition that nobody saved, for an editor that shows it beside the text."""

from __future__ import annotations

import json

import pytest

from core.workflows.models import Workflow
from tests.api.checks import assert_problem
from tests.conftest import Api, Tenant

AT = "/api/v1/workflows/preview/form"
DOCUMENT = """\
workflow: orders
name: Orders
form:
  address: order-here
  languages: [en, de]
  title: {en: Order here, de: Hier bestellen}
  look: {logo: "https://example.com/logo.png", accent: "#0a5c4a"}
  sent: {redirect: "https://example.com/thanks"}
  opens: 2100-01-01T00:00:00Z
  fields:
    company: {label: {en: Company, de: Firma}, kind: text}
    vat: {label: VAT, kind: text, show_if: "${{ input.company != '' }}"}
    part: {label: Part, kind: choice, from: {connection: nowhere, list: parts}}
  rules:
    - {check: "${{ input.company != 'x' }}", message: Another one, field: company}
steps:
  send:
    title: {en: Sending it, de: Wird gesendet}
    use: erp/request.send
    with: {pth: /orders, body: {name: "${{ input.compani }}"}}
  lost:
    use: nowhere/thing.make
    needs: [nothing]
  unread: {}
"""


def test_a_form_is_drawn_whatever_is_wrong_with_the_steps(machine: Api, tenant: Tenant) -> None:
    answer = machine.post(AT, {"document": DOCUMENT, "language": "de"})
    assert answer.status_code == 200, answer.content
    form = answer.json()
    assert (form["slug"], form["version"], form["language"]) == ("order-here", 0, "de")
    assert (form["title"], form["organization"]) == (
        "Hier bestellen",
        {"name": tenant.organization.name},
    )
    assert form["look"] == {"logo": None, "accent": "#0a5c4a"}
    assert form["sent"]["redirect"] is None
    assert form["state"] == "not_yet"
    company, vat, part = form["questions"]
    assert (company["label"], vat["show_if"]) == ("Firma", "input.company != ''")
    assert (part["live"], part["choices"]) == (True, None)
    assert [each["question"] for each in form["rules"]] == ["company"]
    assert set(form["json_schema"]["properties"]) == {"company", "vat", "part"}
    assert form["steps"] == [
        {"key": "send", "title": "Wird gesendet", "system": "The ERP"},
        {"key": "lost", "title": "thing.make", "system": "nowhere"},
    ]
    assert form["protection"]["honeypot"] is True
    assert not Workflow.unscoped.filter(slug="orders").exists()


def test_it_is_as_the_published_form_is_told(machine: Api) -> None:
    document = {
        "workflow": "orders",
        "name": "Orders",
        "form": {
            "address": "order-here",
            "title": "Order here",
            "fields": {"company": {"label": "Company", "kind": "text"}},
        },
        "steps": {"send": {"use": "erp/request.send", "with": {"path": "/orders"}}},
    }
    drawn = machine.post(AT, {"document": json.dumps(document)}).json()
    published = machine.call("PUT", "/api/v1/workflows/orders/live", document)
    assert published.status_code == 201, published.content
    assert machine.get("/api/v1/forms/order-here").json() == drawn | {"version": 1}


def test_its_protection_is_that_of_the_workflow(machine: Api) -> None:
    machine.post_raw("/api/v1/workflows", DOCUMENT.encode(), "application/yaml")
    wanted = {
        "honeypot": False,
        "min_seconds": 3,
        "proof_of_work": False,
        "allowed_origins": ["https://example.com"],
    }
    changed = machine.call("PUT", "/api/v1/workflows/orders/protection", wanted)
    assert changed.status_code == 200, changed.content
    form = machine.post(AT, {"document": DOCUMENT}).json()
    assert (form["protection"]["honeypot"], form["protection"]["ticket"]) == (False, True)
    assert form["sent"]["redirect"] == "https://example.com/thanks"


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        ("kind: text, show_if", "kind: txt, show_if", "form.fields.vat.kind"),
        ("${{ input.company != ''", "${{ input.compani != ''", "form.fields.vat.show_if"),
        ("field: company}", "field: compani}", "form.rules[0].field"),
        ("from: {connection: nowhere, list: parts}", "choices: []", "form.fields.part.choices"),
        ("fields:", "feelds:", "form.fields"),
        ("steps:", "tables: [1]\nsteps:", "tables"),
        ("name: Orders", "name: [", ""),
    ],
)
def test_faults_of_the_form_are_those_of_its_check(
    machine: Api, right: str, wrong: str, field: str
) -> None:
    assert right in DOCUMENT
    document = DOCUMENT.replace(right, wrong)
    answer = machine.post(AT, {"document": document})
    problem = assert_problem(answer, 422, "definition_refused", field)
    checked = machine.post_raw(
        "/api/v1/workflows/check", document.encode(), "application/yaml"
    ).json()
    of_check = [(each["field"], each["message"], each["line"]) for each in checked["faults"]]
    told = [(each["field"], each["message"], each["line"]) for each in problem["errors"]]
    assert set(told) <= set(of_check)
    assert not [each for each in told if each[0].startswith("steps")]


def test_a_step_that_cannot_be_read_hides_nothing_of_a_form_in_several_languages(
    machine: Api,
) -> None:
    checked = machine.post_raw("/api/v1/workflows/check", DOCUMENT.encode(), "application/yaml")
    fields = {each["field"] for each in checked.json()["faults"]}
    assert {"steps.unread.use", "steps.send.with.pth", "steps.lost.needs[0]"} <= fields


def test_a_document_may_be_as_large_as_elsewhere(machine: Api) -> None:
    assert machine.post(AT, {"document": DOCUMENT + "# " + "x" * 900_000}).status_code == 200
