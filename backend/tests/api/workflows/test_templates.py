"""Templates over HTTP: listed in two languages, filled in, previewed, published."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from core.statistics.models import Grain, Happened, RollUp
from tests.conftest import Api, Tenant

AT = "/api/v1/workflow-templates"
FILL = {"slug": "events", "name": "Events", "connections": {"api": "erp"}}


def test_the_list_says_what_each_does_and_needs(machine: Api) -> None:
    items = machine.get(AT).json()["items"]
    found = {each["id"]: each for each in items}
    lead = found["lead-to-erp"]
    assert lead["name"] == "Contact form to ERP and sales"
    assert [(part["key"], part["connectors"]) for part in lead["parts"]] == [
        ("erp", ["tryton"]),
        ("mail", ["email"]),
    ]
    assert [step["part"] for step in lead["steps"]] == ["erp", "erp", "mail"]
    assert (lead["has_form"], found["webhook-relay"]["has_form"]) == (True, False)
    conditional = [s["key"] for s in found["dealer-order"]["steps"] if s["is_conditional"]]
    assert conditional == ["approval"]


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("de-AT", "Kontaktformular für ERP und Vertrieb"),
        ("en", "Contact form to ERP and sales"),
        ("fr", "Contact form to ERP and sales"),
    ],
)
def test_it_speaks_the_language_that_is_asked_for(machine: Api, language: str, name: str) -> None:
    told = machine.get(f"{AT}/lead-to-erp?language={language}").json()
    assert told["name"] == name
    assert told["questions"][0]["label"] == ("Firma" if language == "de-AT" else "Company")
    assert told["blanks"][0]["example"] == "sales@example.com"


def test_filled_in_it_is_previewed_and_published(machine: Api) -> None:
    template = machine.get(f"{AT}/webhook-relay").json()
    answer = machine.post(f"{AT}/webhook-relay/fill", FILL | {"values": {"path": "/hooks"}})
    assert answer.status_code == 200, answer.content
    filled = answer.json()
    assert filled["faults"] == []
    preview = machine.post(
        "/api/v1/workflows/preview", {"document": filled["document"], "data": template["sample"]}
    ).json()
    (request,) = preview["steps"][0]["requests"]
    assert (request["method"], request["url"]) == ("POST", "http://127.0.0.1:9/hooks")
    assert machine.get("/api/v1/workflows/events").status_code == 404
    made = machine.post_raw(
        "/api/v1/workflows", filled["document"].encode(), content_type="application/yaml"
    )
    assert made.status_code == 201, made.content
    assert machine.post("/api/v1/workflows/events/publish", None).status_code == 201


def test_what_is_wrong_is_told_at_its_field(machine: Api) -> None:
    body: dict[str, Any] = FILL | {"connections": {"api": "gone"}, "values": {"path": "x"}}
    answer = machine.post(f"{AT}/webhook-relay/fill", body)
    assert answer.status_code == 422
    assert {each["field"] for each in answer.json()["errors"]} == {
        "connections.api",
        "values.path",
    }


@pytest.mark.parametrize("name", ["", "x" * 10_000, "\0"])
def test_a_name_that_no_workflow_can_have_is_refused(machine: Api, name: str) -> None:
    answer = machine.post(f"{AT}/webhook-relay/fill", FILL | {"name": name})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "name"


def test_a_template_that_there_is_not(machine: Api) -> None:
    assert machine.get(f"{AT}/nothing").status_code == 404
    assert machine.post(f"{AT}/nothing/fill", FILL).status_code == 404


def test_the_list_of_workflows_says_how_each_did(machine: Api, tenant: Tenant) -> None:
    def happened(kind: Happened, count: int, days_ago: int, **of: Any) -> None:
        RollUp.objects.create(
            organization=tenant.organization,
            grain=Grain.DAY,
            start=timezone.now() - timedelta(days=days_ago),
            happened=kind,
            count=count,
            **({"workflow_id": tenant.version.workflow_id} | of),
        )

    happened(Happened.ACCEPTED, 5, 1)
    happened(Happened.ACCEPTED, 7, 20)
    happened(Happened.ACCEPTED, 900, 40)
    happened(Happened.ACCEPTED, 800, 2, workflow_id=None)
    happened(Happened.FAILED, 2, 3)
    happened(Happened.NEEDS_ATTENTION, 1, 12)
    (item,) = machine.get("/api/v1/workflows").json()["items"]
    assert item["last_7_days"] == {"accepted": 5, "failed": 2, "needs_attention": 0}
    assert item["last_30_days"] == {"accepted": 12, "failed": 2, "needs_attention": 1}


def test_a_workflow_without_submissions_did_nothing(machine: Api) -> None:
    (item,) = machine.get("/api/v1/workflows").json()["items"]
    assert item["last_30_days"] == {"accepted": 0, "failed": 0, "needs_attention": 0}
