"""Workflows that people make: documents in YAML and JSON, drafts, versions, who may see them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from api.api import api as WHOLE_API
from tests.api.checks import assert_problem
from tests.conftest import Api
from waybill_definitions.check.name import RESERVED
from waybill_definitions.document import MOST_BYTES, definition_json_schema

YAML = "application/yaml"
AT = "/api/v1/workflows"
DOCUMENT = """\
# Of the sales department.
workflow: orders
name: Orders
form:
  title: Order here
  fields:
    company: {label: Company, kind: text}
steps:
  send:
    use: erp/request.send
    with: {path: /orders, body: {name: "${{ input.company }}"}}
"""
AS_JSON = {
    "workflow": "orders",
    "name": "Orders",
    "form": {"title": "Order", "fields": {"company": {"label": "Company", "kind": "text"}}},
    "steps": {"send": {"use": "erp/request.send", "with": {"path": "/orders"}}},
}


def put(api: Api, document: str, **headers: str) -> Any:
    return api._send("PUT", f"{AT}/orders/draft", document.encode(), YAML, headers)


def create(api: Api, document: str = DOCUMENT) -> Any:
    return api.post_raw(AT, document.encode(), YAML)


def test_a_document_in_yaml_is_given_back_as_it_was_written(machine: Api) -> None:
    made = create(machine)
    assert made.status_code == 201, made.content
    assert made["Location"] == f"{AT}/orders"
    body = made.json()
    assert (body["document"], body["is_draft"], made["ETag"]) == (DOCUMENT, True, body["etag"])
    assert body["definition"]["form"]["fields"]["company"]["kind"] == "text"
    plain = machine.get(f"{AT}/orders/draft", accept=YAML)
    assert plain.content.decode() == DOCUMENT
    assert plain["Content-Type"] == "application/yaml; charset=utf-8"
    assert plain["ETag"] == body["etag"]


def test_a_document_in_json_works_as_well(machine: Api) -> None:
    made = machine.post(AT, AS_JSON)
    assert made.status_code == 201, made.content
    assert machine.post(f"{AT}/orders/publish", {}).status_code == 201
    plain = machine.get(f"{AT}/orders/versions/1", accept=YAML)
    assert plain["Content-Type"] == "application/json; charset=utf-8"
    assert plain.json() == AS_JSON


def test_the_whole_life_of_a_workflow(machine: Api) -> None:
    create(machine)
    assert machine.post(f"{AT}/orders/publish", {}).json()["number"] == 1
    saved = put(machine, DOCUMENT.replace("Order here", "Order there"))
    assert saved.status_code == 200, saved.content
    difference = machine.get(f"{AT}/orders/diff").json()
    assert difference["changes"] == ["`form.title`: “Order here” → “Order there”."]
    changed = {"path": ["form", "title"], "before": "Order here", "after": "Order there"}
    assert difference["parts"] == [{"kind": "changed", **changed}]
    assert difference["before"]["form"]["title"] == "Order here"
    assert difference["after"]["form"]["title"] == "Order there"
    published = machine.post(f"{AT}/orders/publish", {}, if_match=saved["ETag"])
    assert published.status_code == 201, published.content
    listed = machine.get(f"{AT}/orders/versions").json()["items"]
    assert [(each["number"], each["state"]) for each in listed] == [(2, "live"), (1, "archived")]
    restored = machine.post(f"{AT}/orders/versions/1/publish", {}).json()
    assert (restored["number"], restored["restores"], restored["document"]) == (3, 1, DOCUMENT)
    sent = machine.post(f"{AT}/orders/submissions", {"data": {"company": "Nordwind"}})
    assert sent.status_code == 202, sent.content
    assert_problem(machine.call("DELETE", f"{AT}/orders", None), 409, "workflow_in_use")
    renamed = machine.post(f"{AT}/orders/rename", {"slug": "sales"})
    assert renamed.status_code == 200, renamed.content
    assert_problem(machine.get(f"{AT}/orders"), 404, "not_found")
    copied = machine.post(f"{AT}/sales/duplicate", {"slug": "copy", "name": "Copy"})
    assert copied.status_code == 201, copied.content
    assert copied.json()["document"].startswith("# Of the sales department.\nworkflow: copy\n")
    assert machine.post(f"{AT}/sales/archive", {}).status_code == 200
    gone = machine.post(f"{AT}/sales/submissions", {"data": {"company": "Nordwind"}})
    assert_problem(gone, 404, "not_found")
    assert machine.call("DELETE", f"{AT}/copy", None).status_code == 204
    assert_problem(machine.get(f"{AT}/copy"), 404, "not_found")


def test_what_somebody_else_saved_is_not_overwritten(machine: Api) -> None:
    read = create(machine)["ETag"]
    assert put(machine, DOCUMENT, if_match=read).status_code == 200
    late = put(machine, DOCUMENT, if_match=read)
    assert_problem(late, 412, "outdated")
    assert "was changed by" in late.json()["detail"]
    assert "UTC" in late.json()["detail"]
    assert_problem(machine.post(f"{AT}/orders/publish", {}, if_match=read), 412, "outdated")


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ("*", 200),
        ("{etag}", 200),
        ('"other", {etag}', 200),
        ("W/{etag}", 412),
        ('"other"', 412),
        ('""', 412),
    ],
)
def test_only_a_strong_tag_of_what_is_there_matches(machine: Api, sent: str, status: int) -> None:
    made = create(machine)
    assert put(machine, DOCUMENT, if_match=sent.format(etag=made["ETag"])).status_code == status


def publish(api: Api, document: str, slug: str = "orders", **headers: str) -> Any:
    return api._send("PUT", f"{AT}/{slug}/live", document.encode(), YAML, headers)


def test_a_definition_is_published_at_once_and_its_draft_stays(machine: Api) -> None:
    made = publish(machine, DOCUMENT, if_none_match="*")
    assert (made.status_code, made.json()["number"]) == (201, 1)
    assert put(machine, DOCUMENT.replace("Orders", "Draft")).status_code == 200
    changed = publish(machine, DOCUMENT + "# changed\n", if_match=made["ETag"])
    assert (changed.status_code, changed.json()["number"]) == (201, 2)
    live = machine.get(f"{AT}/orders/live")
    assert (live["ETag"], live.json()["document"]) == (changed["ETag"], DOCUMENT + "# changed\n")
    assert machine.get(f"{AT}/orders").json()["has_draft"]


def test_a_definition_is_not_published_over_what_somebody_else_published(machine: Api) -> None:
    first = publish(machine, DOCUMENT)["ETag"]
    assert publish(machine, DOCUMENT, if_match=first).status_code == 201
    late = publish(machine, DOCUMENT, if_match=first)
    assert_problem(late, 412, "outdated")
    assert "“orders” was changed by" in late.json()["detail"]
    assert_problem(publish(machine, DOCUMENT, if_none_match="*"), 412, "outdated")
    assert machine.get(f"{AT}/orders").json()["version"] == 2


def test_nothing_is_left_of_a_definition_with_faults(machine: Api) -> None:
    assert_problem(
        publish(machine, DOCUMENT.replace("use: ", "use: no")), 422, "definition_refused"
    )
    assert_problem(publish(machine, DOCUMENT, "other"), 422, "invalid_input")
    assert [each["slug"] for each in machine.get(AT).json()["items"]] == ["new-customer"]
    assert_problem(machine.get(f"{AT}/orders/live"), 404, "not_found")


def test_faults_have_their_field_line_and_column(machine: Api) -> None:
    faulty = DOCUMENT.replace("kind: text", "kind: txt").replace("input.company", "input.compny")
    checked = machine.post_raw(f"{AT}/check", faulty.encode(), YAML).json()
    assert checked["ok"] is False
    places = [(each["field"], each["line"], each["column"]) for each in checked["faults"]]
    assert places == [
        ("form.fields.company.kind", 7, 31),
        ("steps.send.with.body.name", 11, 51),
    ]
    assert "did you mean `text`?" in checked["faults"][0]["message"]
    assert create(machine, faulty).status_code == 201
    refused = machine.post(f"{AT}/orders/publish", {})
    assert_problem(refused, 422, "definition_refused")
    assert [(each["field"], each["line"], each["column"]) for each in refused.json()["errors"]] == (
        places
    )
    right = machine.post_raw(f"{AT}/check", DOCUMENT.encode(), YAML)
    assert right.json() == {"ok": True, "faults": []}


def test_faults_in_json_have_their_line_and_column_as_well(machine: Api) -> None:
    faulty = json.dumps(AS_JSON, indent=2).replace('"text"', '"txt"').replace('"/orders"', "[\n]")
    checked = machine.post_raw(f"{AT}/check", faulty.encode()).json()
    places = [(each["field"], each["line"], each["column"]) for each in checked["faults"]]
    assert places == [("form.fields.company.kind", 9, 9), ("steps.send.with.path", 17, 9)]
    twice = faulty.replace('"name"', '"workflow"')
    (fault,) = machine.post_raw(f"{AT}/check", twice.encode()).json()["faults"]
    assert fault["message"] == "the key `workflow` is there twice"
    assert (fault["line"], fault["column"]) == (3, 3)


def test_a_document_of_another_workflow_is_refused(machine: Api) -> None:
    create(machine)
    other = put(machine, DOCUMENT.replace("workflow: orders", "workflow: others"))
    assert_problem(other, 422, "invalid_input", "workflow")


def test_the_names_that_stand_in_addresses_are_reserved() -> None:
    taken = {
        found[1]
        for path in WHOLE_API.get_openapi_schema()["paths"]
        if (found := re.fullmatch(r"/api/v1/workflows/([^/{]+)", path))
    }
    assert taken == RESERVED


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_no_workflow_has_a_name_that_stands_in_addresses(machine: Api, name: str) -> None:
    words = f"`{name}` is a reserved name; choose another one"
    refused = create(machine, DOCUMENT.replace("workflow: orders", f"workflow: {name}"))
    assert_problem(refused, 422, "definition_refused", "workflow")
    assert refused.json()["errors"][0]["message"] == words
    create(machine)
    for way, body in [("rename", {"slug": name}), ("duplicate", {"slug": name, "name": "A"})]:
        refused = machine.post(f"{AT}/orders/{way}", body)
        assert_problem(refused, 422, "invalid_input", "slug")
        assert refused.json()["errors"][0]["message"] == words


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        (b"a" * (MOST_BYTES + 1), YAML, 413, None),
        (DOCUMENT.encode(), "text/plain", 415, None),
        (b"workflow: \xff", YAML, 400, None),
        (b"{", "application/json", 422, "definition_refused"),
        (b'{"workflow": "a", "workflow": "b"}', "application/json", 422, "definition_refused"),
        (DOCUMENT.encode(), "application/json", 400, "malformed"),
        (b"- a", YAML, 422, "definition_refused"),
        (b'workflow: orders\nname: "a\\0b"', YAML, 422, "definition_refused"),
        (b"workflow: orders\nname: [", YAML, 422, "definition_refused"),
        (b"name: Orders", YAML, 422, "definition_refused"),
        (b"workflow: orders\nname: Orders\nfrom: {}", YAML, 201, None),
    ],
    ids=range(11),
)
def test_what_is_no_document_is_refused(
    machine: Api, body: bytes, kind: str, status: int, code: str | None
) -> None:
    answer = machine.post_raw(AT, body, kind)
    assert answer.status_code == status, answer.content
    if code is not None:
        assert answer.json()["code"] == code


@pytest.mark.parametrize("kind", [YAML, "application/json"])
@pytest.mark.parametrize("body", [b"", b" \n\t", b"\xef\xbb\xbf"], ids=["none", "blanks", "mark"])
def test_an_empty_document_is_a_fault_like_others(machine: Api, body: bytes, kind: str) -> None:
    told = machine.post_raw(f"{AT}/check", body, kind).json()["faults"]
    assert [each["message"] for each in told] == ["the document is empty"]
    create(machine)
    for refused in (
        machine.post_raw(AT, body, kind),
        machine._send("PUT", f"{AT}/orders/draft", body, kind, {}),
    ):
        assert_problem(refused, 422, "definition_refused")
        assert [each["message"] for each in refused.json()["errors"]] == ["the document is empty"]


def test_an_empty_document_needs_no_kind_and_blanks_do(machine: Api) -> None:
    assert machine.post_raw(f"{AT}/check", b"", "").status_code == 200
    assert machine.post_raw(f"{AT}/check", b" ", "text/plain").status_code == 415


def test_another_organization_finds_nothing(machine: Api, stranger: Api) -> None:
    create(machine)
    machine.post(f"{AT}/orders/publish", {})
    for path in ("", "/draft", "/versions", "/versions/1", "/diff"):
        assert_problem(stranger.get(f"{AT}/orders{path}"), 404, "not_found")
    for path, body in [
        ("/publish", {}),
        ("/versions/1/publish", {}),
        ("/rename", {"slug": "mine"}),
        ("/duplicate", {"slug": "mine", "name": "Mine"}),
        ("/archive", {}),
    ]:
        assert_problem(stranger.post(f"{AT}/orders{path}", body), 404, "not_found")
    assert_problem(put(stranger, DOCUMENT), 404, "not_found")
    assert_problem(stranger.call("DELETE", f"{AT}/orders/draft", None), 404, "not_found")
    assert_problem(stranger.call("DELETE", f"{AT}/orders", None), 404, "not_found")
    assert machine.get(f"{AT}/orders").status_code == 200


def test_the_schema_is_for_everyone(public: Api) -> None:
    answer = public.get("/api/v1/schemas/workflow.json")
    assert json.loads(answer.content) == definition_json_schema()
