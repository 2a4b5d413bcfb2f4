"""Previews over HTTP: what is told, what is refused, and what is never told."""

from __future__ import annotations

import json
from typing import Any

from tests.conftest import Api

ANSWERS = {"company": "Nordwind", "email": "ada@example.com"}
AT = "/api/v1/workflows/new-customer/preview"
DOCUMENT = """\
workflow: orders
name: Orders
form:
  title: Order here
  fields:
    company: {label: Company, kind: text}
    code: {label: Code, kind: text, sensitive: true}
steps:
  send:
    use: erp/request.send
    with: {path: /orders, body: {name: "${{ input.company }}", code: "${{ input.code }}"}}
"""


def test_each_step_is_told_with_its_requests(machine: Api) -> None:
    answer = machine.post(AT, {"data": ANSWERS})
    assert answer.status_code == 200, answer.content
    body = answer.json()
    assert (body["workflow"], body["version"], body["subject"]) == ("new-customer", 1, "Nordwind")
    first, second = body["steps"]
    assert (first["fate"], first["connection"], first["effect"]) == ("sent", "erp", "blind")
    (request,) = first["requests"]
    assert request == {
        "about": "Send the request.",
        "when": "",
        "reads": False,
        "method": "POST",
        "url": "http://127.0.0.1:9/customers",
        "headers": {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Authorization": "Bearer [redacted]",
        },
        "body": {"n": "Nordwind"},
        "decoded": {},
        "is_cut": False,
    }
    assert second["needs"] == ["customer"]
    assert "planted-connection-token" not in answer.text


def test_a_draft_and_a_definition_that_nobody_saved_are_previewed(machine: Api) -> None:
    asked = {"document": DOCUMENT, "data": {"company": "Nordwind", "code": "4711-secret"}}
    answer = machine.post("/api/v1/workflows/preview", asked)
    assert answer.status_code == 200, answer.content
    assert (answer.json()["workflow"], answer.json()["version"]) == ("orders", None)
    assert answer.json()["steps"][0]["requests"][0]["body"]["name"] == "Nordwind"
    assert "4711-secret" not in answer.text
    assert machine.get("/api/v1/workflows/orders").status_code == 404
    machine.post_raw("/api/v1/workflows", DOCUMENT.encode(), "application/yaml")
    draft = machine.post(
        "/api/v1/workflows/orders/preview", {"data": asked["data"], "state": "draft"}
    )
    assert draft.json() == answer.json()
    live = machine.post("/api/v1/workflows/orders/preview", {"data": asked["data"]})
    assert (live.status_code, live.json()["code"]) == (404, "not_found")


def test_faults_of_answers_are_those_of_a_submission(machine: Api) -> None:
    wrong: dict[str, Any] = {"data": {"email": "nobody", "surprise": 1}}
    previewed = machine.post(AT, wrong)
    submitted = machine.post("/api/v1/workflows/new-customer/submissions", wrong)
    assert previewed.status_code == submitted.status_code == 422
    assert previewed.json()["errors"] == submitted.json()["errors"]


def test_faults_of_a_definition_are_those_of_its_check(machine: Api) -> None:
    broken = DOCUMENT.replace("erp/", "nowhere/").replace("input.company", "input.compani")
    answer = machine.post("/api/v1/workflows/preview", {"document": broken, "data": {}})
    assert (answer.status_code, answer.json()["code"]) == (422, "definition_refused")
    told = [(each["field"], each["line"]) for each in answer.json()["errors"]]
    checked = machine.post_raw("/api/v1/workflows/check", broken.encode(), "application/yaml")
    assert told == [(each["field"], each["line"]) for each in checked.json()["faults"]]
    assert told


def test_another_organizations_workflow_is_not_found(machine: Api, stranger: Api) -> None:
    machine.post_raw("/api/v1/workflows", DOCUMENT.encode(), "application/yaml")
    asked = {"data": {"company": "Nordwind", "code": "4711"}, "state": "draft"}
    assert machine.post("/api/v1/workflows/orders/preview", asked).status_code == 200
    assert stranger.post("/api/v1/workflows/orders/preview", asked).status_code == 404


def test_a_document_may_be_as_large_as_elsewhere(machine: Api) -> None:
    padded = DOCUMENT + "# " + "x" * 900_000
    asked = {"document": padded, "data": {"company": "Nordwind", "code": "4711"}}
    assert machine.post("/api/v1/workflows/preview", asked).status_code == 200
    assert len(json.dumps(asked)) > 900_000
