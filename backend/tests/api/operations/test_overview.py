from __future__ import annotations

import pytest
from django.utils import timezone

from core.accounts.api_keys import api_key_create
from core.accounts.permissions import Permission
from core.audit.services import SYSTEM
from core.callbacks.endpoints import endpoint_create
from core.callbacks.models import CallbackEndpoint, CallbackKind
from core.postgres.tenancy import every_organization
from core.statistics.roll_up import roll_up
from tests.api.checks import assert_problem
from tests.api.conftest import Submit
from tests.conftest import Api, Tenant


def rolled_up() -> None:
    with every_organization("a test"):
        roll_up()


def test_an_empty_organization_has_an_overview(machine: Api) -> None:
    told = machine.get("/api/v1/overview").json()
    assert (told["period"], told["grain"]) == ("day", "hour")
    assert told["submissions"]["accepted"] == 0
    assert told["submissions"]["success_rate"] is None
    assert told["submissions"]["end_to_end"] == {"p50": None, "p95": None}
    assert told["backlog"] == {"count": 0, "oldest_due_at": None, "places": []}
    assert (told["workflows"], told["connections"]) == ([], [])
    assert len(told["points"]) == 25


def test_what_was_accepted_is_counted_and_waits(
    machine: Api, submit: Submit, tenant: Tenant
) -> None:
    submit()
    rolled_up()
    workflow = tenant.version.workflow
    told = machine.get(f"/api/v1/overview?period=hour&workflow={workflow.slug}").json()
    assert told["submissions"]["accepted"] == 1
    assert sum(point["submissions"]["accepted"] for point in told["points"]) == 1
    (counted,) = told["workflows"]
    assert (counted["slug"], counted["submissions"]["accepted"]) == (workflow.slug, 1)
    assert told["backlog"]["count"] == sum(each["count"] for each in told["backlog"]["places"])
    assert told["backlog"]["count"] > 0


def test_of_one_connection_submissions_are_not_counted(machine: Api, submit: Submit) -> None:
    submit()
    rolled_up()
    waiting = machine.get("/api/v1/overview").json()["backlog"]["places"][0]
    told = machine.get(f"/api/v1/overview?connection={waiting['connection']}").json()
    assert told["submissions"]["accepted"] == 0


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ("workflow=nothing", 404, "not_found"),
        ("connection=nothing", 404, "not_found"),
        ("period=year", 422, "invalid_input"),
    ],
)
def test_what_is_not_there_is_refused(machine: Api, asked: str, status: int, code: str) -> None:
    assert_problem(machine.get(f"/api/v1/overview?{asked}"), status, code)


def test_a_stranger_counts_nothing_of_ours(stranger: Api, machine: Api, submit: Submit) -> None:
    submit()
    rolled_up()
    assert stranger.get("/api/v1/overview").json()["submissions"]["accepted"] == 0


def test_days_are_those_of_the_zone_that_is_asked_for(machine: Api) -> None:
    told = machine.get("/api/v1/overview?period=week&time_zone=Asia/Kolkata").json()
    assert all(point["start"].endswith("18:30:00Z") for point in told["points"])
    assert told["points"][0]["end"] == told["points"][1]["start"]
    assert_problem(machine.get("/api/v1/overview?time_zone=Mars/Base"), 422, "invalid_input")


def test_the_first_steps_of_an_organization(machine: Api, submit: Submit) -> None:
    steps = machine.get("/api/v1/overview").json()["first_steps"]
    assert (steps["published"], steps["submission_id"], steps["delivered"]) == (True, None, False)
    assert steps["form_slug"] == "new-customer"
    task = submit()
    steps = machine.get("/api/v1/overview").json()["first_steps"]
    assert steps["submission_id"] == task["id"]


def test_needs_are_told_by_what_one_may_read(machine: Api, tenant: Tenant) -> None:
    endpoint, _ = endpoint_create(
        organization=tenant.organization,
        url="https://receiver.example/hook?token=planted",
        kinds=list(CallbackKind),
        actor=SYSTEM,
    )
    CallbackEndpoint.unscoped.filter(pk=endpoint.pk).update(
        disabled_at=timezone.now(), disabled_reason="gone"
    )
    told = machine.get("/api/v1/overview/needs")
    (found,) = [each for each in told.json()["items"] if each["kind"] == "callbacks_disabled"]
    assert (found["name"], found["error"]) == ("receiver.example", "gone")
    assert b"planted" not in told.content
    _, key = api_key_create(
        organization=tenant.organization, name="Reads", scopes=[Permission.SUBMISSIONS_READ]
    )
    reader = Api(machine.client, {"authorization": f"Bearer {key}"})
    assert reader.get("/api/v1/overview/needs").json() == {"items": []}
