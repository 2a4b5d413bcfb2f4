"""What the pages of connections ask the API."""

from __future__ import annotations

import json
from typing import Any

import pytest
from aiohttp import web

from core.audit.services import SYSTEM
from core.workflows.models import WorkflowDraft
from core.workflows.versions import definition_publish, draft_save
from tests.api.checks import assert_problem
from tests.api.connections.conftest import CONNECTIONS, TOKEN
from tests.conftest import Api, Tenant
from tests.destination import Sink

pytestmark = pytest.mark.django_db
CRM = f"{CONNECTIONS}/crm"


def definition(slug: str, connection: str) -> str:
    return json.dumps(
        {
            "workflow": slug,
            "name": slug.title(),
            "steps": {
                "visit": {
                    "use": f"{connection}/request.send",
                    "title": "Writing the visit",
                    "with": {"path": "/visits"},
                }
            },
            "form": {"title": slug, "fields": {"company": {"label": "Company", "kind": "text"}}},
        }
    )


def test_the_list_says_how_each_connection_is(machine: Api, crm: dict[str, Any]) -> None:
    assert crm["health"]["state"] == "untested"
    machine.call("POST", f"{CRM}/test", None)
    paused = machine.post(f"{CRM}/pause", {"message": "It moves."}).json()
    assert paused["health"]["state"] == "paused"
    assert paused["health"]["paused_by"]
    (listed,) = [each for each in machine.get(CONNECTIONS).json()["items"] if each["slug"] == "crm"]
    assert listed["health"] == paused["health"]
    assert listed["health"]["error_rate"] is None
    resumed = machine.call("POST", f"{CRM}/resume", None).json()
    assert (resumed["health"]["state"], resumed["health"]["since"]) == ("working", None)


def test_the_history_tells_what_people_did(machine: Api, crm: dict[str, Any]) -> None:
    machine.call("POST", f"{CRM}/test", None)
    machine.call("PUT", f"{CRM}/limits", {"max_in_flight": 3})
    machine.post(f"{CRM}/pause", {"message": "It moves."})
    shown = machine.get(f"{CRM}/history").json()
    assert [each["what"] for each in shown["items"]] == ["paused", "limited", "tested", "created"]
    paused, limited, tested, made = shown["items"]
    assert (paused["message"], tested["ok"]) == ("It moves.", True)
    assert {"field": "max_in_flight", "before": 32, "after": 3} in limited["changes"]
    assert TOKEN not in str(made)
    first = machine.get(f"{CRM}/history?limit=1").json()
    rest = machine.get(f"{CRM}/history?before={first['next_before'].replace('+', '%2B')}").json()
    assert first["items"] + rest["items"] == shown["items"]


def test_new_credentials_are_tried_and_saved_nowhere(
    machine: Api, crm: dict[str, Any], sink: Sink
) -> None:
    def answer(request: web.Request) -> web.StreamResponse:
        right = request.headers["Authorization"] == "Bearer right"
        return web.json_response({}, status=200 if right else 401)

    sink.answer = answer
    wrong = machine.post(
        f"{CRM}/try", {"credentials": {"auth": {"scheme": "bearer", "token": "wrong"}}}
    )
    assert (wrong.json()["ok"], wrong.json()["problem"]) == (False, "wrong_credentials")
    right = machine.post(
        f"{CRM}/try", {"credentials": {"auth": {"scheme": "bearer", "token": "right"}}}
    )
    assert right.json()["ok"] is True
    shown = machine.get(CRM).json()
    assert (shown["revision"], shown["tested_at"]) == (crm["revision"], None)
    assert machine.call("POST", f"{CRM}/test", None).json()["ok"] is False
    refused = machine.post(f"{CRM}/try", {"credentials": {"auth": {"scheme": "bearer"}}})
    assert_problem(refused, 422, "invalid_input")
    assert [each["field"] for each in refused.json()["errors"]] == ["credentials.auth.token"]
    tried = [each["what"] for each in machine.get(f"{CRM}/history").json()["items"]]
    assert tried == ["tested", "tried", "tried", "created"]


def test_other_settings_are_tried_with_the_stored_credentials(
    machine: Api, crm: dict[str, Any], sink: Sink
) -> None:
    settings = crm["settings"] | {"probe_path": "/somewhere-else"}
    assert machine.post(f"{CRM}/try", {"settings": settings}).json()["ok"] is True
    assert sink.requests[-1]["path"] == "/somewhere-else"
    assert machine.get(CRM).json()["settings"] == crm["settings"]


def test_when_credentials_end_is_kept(machine: Api, crm: dict[str, Any]) -> None:
    assert crm["credentials_end_at"] is None
    body = {"credentials": {"auth": {"scheme": "bearer", "token": "x"}}}
    ends = "2027-01-01T00:00:00Z"
    put = machine.call("PUT", f"{CRM}/credentials", body | {"end_at": ends}).json()
    assert put["credentials_end_at"] == ends
    assert machine.call("PUT", f"{CRM}/credentials", body).json()["credentials_end_at"] is None


def test_the_workflows_that_use_it_are_named_and_its_deletion_names_them(
    machine: Api, tenant: Tenant, crm: dict[str, Any]
) -> None:
    uses = f"{CRM}/uses"
    assert machine.get(uses).json() == {"items": []}
    organization = tenant.organization
    definition_publish(organization=organization, document=definition("visits", "crm"))
    draft_save(
        organization=organization,
        slug="new-customer",
        document=definition("new-customer", "crm"),
        expected=None,
        actor=SYSTEM,
    )
    items = machine.get(uses).json()["items"]
    assert [(each["slug"], each["draft"], each["steps"]) for each in items] == [
        ("visits", False, ["Writing the visit"]),
        ("new-customer", True, ["Writing the visit"]),
    ]
    refused = machine.call("DELETE", CRM, None)
    assert_problem(refused, 409, "connection_in_use")
    assert "“Visits” (“Writing the visit”)" in refused.json()["detail"]


def test_a_draft_that_cannot_be_read_still_counts(
    machine: Api, tenant: Tenant, crm: dict[str, Any]
) -> None:
    draft_save(
        organization=tenant.organization,
        slug="new-customer",
        document=definition("new-customer", "crm"),
        expected=None,
        actor=SYSTEM,
    )
    WorkflowDraft.unscoped.update(
        document="workflow: new-customer\nsteps: {visit: {use: crm/request.send"
    )
    (only,) = machine.get(f"{CRM}/uses").json()["items"]
    assert (only["draft"], only["steps"]) == (True, [])


def test_another_organization_sees_nothing_of_it(stranger: Api, crm: dict[str, Any]) -> None:
    for part in ("history", "errors", "uses"):
        answer = stranger.get(f"{CONNECTIONS}/{crm['id']}/{part}")
        assert_problem(answer, 404, "not_found")
    assert_problem(stranger.post(f"{CONNECTIONS}/{crm['id']}/try", {}), 404, "not_found")
