"""Connections are made, changed and deleted through the API."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from core.audit.models import AuditEntry
from core.audit.services import SYSTEM
from core.connections.models import Connection, ConnectionList
from core.connections.services import connection_credentials
from core.submissions.models import StepRun
from core.submissions.operate import submission_cancel
from core.workflows.models import Step, Workflow
from tests.api.checks import assert_problem
from tests.api.conftest import Submit
from tests.api.connections.conftest import CONNECTIONS, TOKEN, rest
from tests.conftest import Api, Tenant
from tests.destination import Sink

pytestmark = pytest.mark.django_db


def faults(answer: Any) -> dict[str, str]:
    """What was refused, by field."""
    assert_problem(answer, 422, "invalid_input")
    return {each["field"]: each["message"] for each in answer.json()["errors"]}


def test_a_connection_is_made_and_found_by_slug_and_by_id(
    machine: Api, crm: dict[str, Any], sink: Sink
) -> None:
    assert (crm["slug"], crm["settings"]["probe_path"]) == ("crm", "/me")
    by_slug = machine.get(f"{CONNECTIONS}/crm")
    assert by_slug["ETag"] == f'"{crm["revision"]}"'
    assert by_slug.json() == machine.get(f"{CONNECTIONS}/{crm['id']}").json()
    row = Connection.unscoped.get(pk=crm["id"])
    assert connection_credentials(row) == rest(sink)["credentials"]


def test_the_answer_says_where_it_is(machine: Api, sink: Sink, allow_loopback: None) -> None:
    made = machine.post(CONNECTIONS, rest(sink))
    assert made["Location"] == f"{CONNECTIONS}/crm"
    assert machine.get(made["Location"]).json()["id"] == made.json()["id"]


def test_all_faults_are_told_at_once_each_at_its_field(machine: Api) -> None:
    body = {
        "slug": "Not A Slug",
        "nam": "The CRM",
        "connector": "rest",
        "settings": {"base_ur": "https://a.example", "headers": {"Host": "x"}, "look_up": {}},
        "credentials": {"auth": {"scheme": "bearer", "tokn": TOKEN}},
    }
    answer = machine.post(CONNECTIONS, body)
    found = faults(answer)
    assert "Did you mean “name”?" in found["nam"]
    assert found["name"]
    assert found["slug"]
    assert found["settings.base_url"] == "This is needed."
    assert "Did you mean “base_url”?" in found["settings.base_ur"]
    assert "Host" in found["settings.headers"]
    assert found["settings.look_up.path"] == "This is needed."
    assert found["credentials.auth.token"] == "This is needed."
    assert "Did you mean “token”?" in found["credentials.auth.tokn"]
    assert TOKEN not in answer.content.decode()


def test_a_sign_in_of_an_unknown_kind_is_told_which_kinds_there_are(
    machine: Api, sink: Sink, allow_loopback: None
) -> None:
    body = rest(sink, credentials={"auth": {"scheme": "oauth"}})
    message = faults(machine.post(CONNECTIONS, body))["credentials.auth"]
    assert "bearer" in message
    assert "basic" in message


def test_a_connector_that_there_is_not_is_answered_with_the_nearest(machine: Api) -> None:
    body = {"slug": "erp2", "name": "ERP", "connector": "triton", "settings": {}}
    assert "Did you mean “tryton”?" in faults(machine.post(CONNECTIONS, body))["connector"]


@pytest.mark.parametrize(
    "slug", ["0192f0c1-2345-7abc-8def-0123456789ab", "0192f0c123457abc8def0123456789ab", "test"]
)
def test_a_slug_that_means_something_else_is_refused(
    machine: Api, sink: Sink, allow_loopback: None, slug: str
) -> None:
    assert faults(machine.post(CONNECTIONS, rest(sink, slug=slug))).keys() == {"slug"}


def test_a_taken_slug_is_said_to_be_taken(machine: Api, crm: dict[str, Any], sink: Sink) -> None:
    again = machine.post(CONNECTIONS, rest(sink))
    assert_problem(again, 409, "slug_taken")
    assert "already has a connection “crm”" in again.json()["detail"]


@pytest.mark.security("ssrf")
@pytest.mark.parametrize(
    "url",
    [
        "http://10.0.0.5:8000",
        "http://127.0.0.1",
        "http://localhost:9",
        "http://2130706433",
        "http://0x7f.1",
        "http://[::1]",
        "http://[::ffff:10.0.0.1]",
        "http://169.254.169.254/latest",
        "https://[fd00:ec2::254]",
    ],
)
def test_an_address_inside_our_own_network_is_refused_at_once(
    machine: Api, sink: Sink, url: str
) -> None:
    answer = machine.post(CONNECTIONS, rest(sink, settings={"base_url": url}))
    message = faults(answer)["settings.base_url"]
    assert "own network" in message
    assert "WAYBILL_EGRESS_ALLOW" in message
    assert not Connection.unscoped.filter(slug="crm").exists()


@pytest.mark.security("ssrf")
def test_a_mail_server_inside_our_own_network_is_refused_at_its_host(machine: Api) -> None:
    body = {
        "slug": "mail",
        "name": "Mail",
        "connector": "email",
        "settings": {"host": "192.168.1.9", "from_address": "a@example.com"},
    }
    assert "192.168.1.9:587" in faults(machine.post(CONNECTIONS, body))["settings.host"]
    public = body | {"settings": {"host": "mail.example.com", "from_address": "a@example.com"}}
    assert machine.post(CONNECTIONS, public).status_code == 201


def test_settings_are_changed_as_a_whole_and_the_name_alone(
    machine: Api, crm: dict[str, Any], sink: Sink
) -> None:
    renamed = machine.call("PATCH", f"{CONNECTIONS}/crm", {"name": "Sales"}).json()
    assert (renamed["name"], renamed["settings"]) == ("Sales", crm["settings"])
    settings = {"base_url": crm["settings"]["base_url"], "headers": {"X-Api-Key": "planted-header"}}
    changed = machine.call("PATCH", f"{CONNECTIONS}/crm", {"settings": settings})
    assert "planted-header" not in changed.content.decode()
    shown = changed.json()["settings"]
    assert shown == settings | {"headers": {"X-Api-Key": "[redacted]"}}
    more = shown | {"probe_path": "/ping"}
    assert machine.call("PATCH", f"{CONNECTIONS}/crm", {"settings": more}).status_code == 200
    assert Connection.unscoped.get(pk=crm["id"]).config == settings | {"probe_path": "/ping"}


def test_wrong_first_and_right_after(machine: Api, crm: dict[str, Any]) -> None:
    path = f"{CONNECTIONS}/crm"
    wrong = machine.call("PATCH", path, {"settings": {"base_url": "http://10.1.1.1"}})
    assert faults(wrong).keys() == {"settings.base_url"}
    assert machine.get(path).json()["settings"] == crm["settings"]
    right = machine.call("PATCH", path, {"settings": {"base_url": "https://api.example.com"}})
    assert right.json()["settings"] == {"base_url": "https://api.example.com"}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PATCH", "crm", {"name": "Mine"}),
        ("PUT", "crm/credentials", {"credentials": {}}),
        ("PUT", "crm/limits", {"max_in_flight": 3}),
        ("DELETE", "crm", None),
    ],
)
def test_of_two_who_change_it_at_once_the_second_is_told_of_the_first(
    machine: Api, crm: dict[str, Any], method: str, path: str, body: Any
) -> None:
    read = Api(machine.client, machine.headers | {"If-Match": f'"{crm["revision"]}"'})
    assert read.call("PATCH", f"{CONNECTIONS}/crm", {"name": "Theirs"}).status_code == 200
    second = read.call(method, f"{CONNECTIONS}/{path}", body)
    assert_problem(second, 412, "outdated")
    assert "The connection “Theirs” was changed by Tests at 2" in second.json()["detail"]
    now = machine.get(f"{CONNECTIONS}/crm")
    assert now.json()["name"] == "Theirs"
    again = Api(machine.client, machine.headers | {"If-Match": now["ETag"]})
    assert again.call(method, f"{CONNECTIONS}/{path}", body).status_code < 300


def test_a_change_of_nothing_makes_no_revision(machine: Api, crm: dict[str, Any]) -> None:
    same = machine.call("PATCH", f"{CONNECTIONS}/crm", {"name": crm["name"]}).json()
    assert same["revision"] == crm["revision"]


def test_a_connection_of_another_organization_is_not_there(
    stranger: Api, crm: dict[str, Any]
) -> None:
    for name in (crm["id"], "crm"):
        for method, path, body in (
            ("GET", "", None),
            ("PATCH", "", {"name": "Mine"}),
            ("DELETE", "", None),
            ("POST", "/test", None),
            ("GET", "/lists/products", None),
        ):
            assert_problem(
                stranger.call(method, f"{CONNECTIONS}/{name}{path}", body), 404, "not_found"
            )


def test_a_deleted_connection_is_gone_and_its_slug_is_free(
    machine: Api, crm: dict[str, Any], sink: Sink
) -> None:
    ConnectionList.unscoped.create(
        organization_id=Connection.unscoped.get(pk=crm["id"]).organization_id,
        connection_id=crm["id"],
        name="products",
    )
    assert machine.call("DELETE", f"{CONNECTIONS}/crm", None).status_code == 204
    for name in ("crm", crm["id"]):
        assert_problem(machine.get(f"{CONNECTIONS}/{name}"), 404, "not_found")
    listed = machine.get(CONNECTIONS).json()["items"]
    assert crm["id"] not in {each["id"] for each in listed}
    gone = Connection.unscoped.get(pk=crm["id"])
    assert gone.sealed_credentials is None
    assert not ConnectionList.unscoped.filter(connection_id=crm["id"]).exists()
    again = machine.post(CONNECTIONS, rest(sink)).json()
    assert again["slug"] == "crm"
    assert again["id"] != crm["id"]


def test_a_connection_that_a_live_workflow_uses_stays(machine: Api, tenant: Tenant) -> None:
    refused = machine.call("DELETE", f"{CONNECTIONS}/erp", None)
    assert_problem(refused, 409, "connection_in_use")
    detail = refused.json()["detail"]
    assert "“New customer” (“Creating the customer”, “Sending the welcome”)" in detail
    assert machine.get(f"{CONNECTIONS}/erp").status_code == 200


def test_a_connection_that_steps_wait_for_stays_until_they_end(
    machine: Api, tenant: Tenant, submit: Submit, crm: dict[str, Any]
) -> None:
    made = submit()
    Workflow.unscoped.filter(organization=tenant.organization).update(current=None)
    refused = machine.call("DELETE", f"{CONNECTIONS}/erp", None)
    assert_problem(refused, 409, "connection_in_use")
    open_runs = StepRun.unscoped.filter(submission=made["id"]).count()
    assert refused.json()["detail"].startswith(f"{open_runs} steps have not ended")
    submission_cancel(organization=tenant.organization, submission_id=made["id"], actor=SYSTEM)
    assert machine.call("DELETE", f"{CONNECTIONS}/erp", None).status_code == 204
    shown = machine.get(f"/api/v1/submissions/{made['id']}")
    assert shown.status_code == 200
    assert "The ERP" in shown.content.decode()


def test_no_step_can_be_made_on_a_deleted_connection(
    machine: Api, tenant: Tenant, crm: dict[str, Any]
) -> None:
    assert machine.call("DELETE", f"{CONNECTIONS}/crm", None).status_code == 204
    with pytest.raises(IntegrityError, match="was deleted"), transaction.atomic():
        Step.unscoped.create(
            organization=tenant.organization,
            version=tenant.version,
            position=9,
            key="late",
            title="Late",
            connection_id=crm["id"],
            action="request.send",
            mapping={},
        )


def test_each_change_is_in_the_audit_log_without_a_secret(
    machine: Api, crm: dict[str, Any]
) -> None:
    path = f"{CONNECTIONS}/crm"
    token = "planted-second-token"
    credentials = {"auth": {"scheme": "bearer", "token": token}}
    machine.call("PATCH", path, {"name": "Sales"})
    machine.call("PUT", f"{path}/credentials", {"credentials": credentials})
    machine.call("POST", f"{path}/test", None)
    machine.call("DELETE", path, None)
    entries = list(AuditEntry.unscoped.filter(object_id=crm["id"]).order_by("pk"))
    assert [each.action for each in entries] == [
        "connection.created",
        "connection.changed",
        "connection.credentials_replaced",
        "connection.tested",
        "connection.deleted",
    ]
    assert entries[1].changes == {"name": {"before": "The CRM", "after": "Sales"}}
    kept = json.dumps([[each.detail, each.changes] for each in entries])
    assert TOKEN not in kept
    assert token not in kept


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "crm/test", {}),
        ("GET", "crm/lists/products", None),
        ("PATCH", "crm", {"settings": {"base_url": "http://127.0.0.1:9"}}),
        ("PUT", "crm/credentials", {"credentials": {}}),
    ],
)
def test_a_connection_of_a_kind_that_the_release_does_not_have_says_so(
    machine: Api, crm: dict[str, Any], method: str, path: str, body: Any
) -> None:
    Connection.unscoped.filter(pk=crm["id"]).update(connector="pigeon")
    answer = machine.call(method, f"{CONNECTIONS}/{path}", body)
    assert_problem(answer, 422, "connector_unknown")
    assert answer.json()["detail"].startswith(
        "Connection `crm` is of a kind, `pigeon`, that this release does not have; there are"
    )
    assert machine.get(f"{CONNECTIONS}/crm").json()["connector"] == "pigeon"
    assert machine.call("DELETE", f"{CONNECTIONS}/crm", None).status_code == 204
