"""Bulk actions through the API: previewed, started, followed; not by those who only look."""

from __future__ import annotations

from typing import Any

import pytest

from core.accounts.models import Membership, Role
from core.delivery.models import BulkAction
from core.delivery.operate import bulk_run
from tests.api.checks import assert_problem
from tests.api.conftest import Submit
from tests.conftest import PASSWORD, Api, Tenant

BULK = "/api/v1/bulk-actions"
CANCEL = {"kind": "cancel", "filter": {}}


def test_a_bulk_action_is_previewed_started_and_followed(machine: Api, submit: Submit) -> None:
    made = submit()
    preview = machine.post(f"{BULK}/preview", CANCEL).json()
    assert (preview["selected"], preview["submissions"], preview["more"]) == (1, 1, False)
    assert machine.get(BULK).json()["items"] == []
    started = machine.post(f"{BULK}/{preview['id']}/start", {"rate_per_second": 50})
    assert started.status_code == 202
    bulk = started.json()
    assert (bulk["total"], bulk["status"], bulk["rate_per_second"]) == (1, "running", 50)
    assert bulk_run(seconds=5) == 1
    found = machine.get(f"{BULK}/{bulk['id']}").json()
    assert (found["status"], found["done"], found["started_by"]) == ("done", 1, "Tests")
    assert [each["id"] for each in machine.get(BULK).json()["items"]] == [bulk["id"]]
    (item,) = machine.get(f"{BULK}/{bulk['id']}/items?outcome=done").json()["items"]
    assert (item["submission_id"], item["status"]) == (made["id"], "cancelled")
    assert machine.get(f"{BULK}/{bulk['id']}/items").json() == {"items": [], "next_after": None}


def test_a_program_starts_without_a_preview(machine: Api, submit: Submit) -> None:
    wanted = CANCEL | {"filter": {"ids": [submit()["id"]]}}
    answer = machine.post(BULK, wanted)
    assert (answer.status_code, answer.json()["total"]) == (202, 1)
    assert_problem(machine.post(BULK, {"kind": "resume", "filter": {}}), 409, "conflict")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/preview", CANCEL),
        ("POST", "/fields", {"filter": {}}),
        ("POST", "", CANCEL),
    ],
)
def test_a_viewer_is_refused(
    tenant: Tenant, public: Api, submit: Submit, method: str, path: str, body: Any
) -> None:
    submit()
    Membership.unscoped.filter(user=tenant.user).update(role=Role.VIEWER)
    assert public.client.login(username=tenant.user.email, password=PASSWORD)
    assert public.get(BULK).status_code == 200
    answer = public.call(method, f"{BULK}{path}", body)
    assert_problem(answer, 403, "not_permitted")
    assert not BulkAction.unscoped.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "correct"},
        {"kind": "cancel", "field": "email"},
        {"kind": "resolve"},
        {"kind": "retry", "decision": "resend"},
        {"kind": "cancel", "filter": {"colour": "red"}},
        {"kind": "cancel", "filter": {"ids": ["1"]}},
    ],
)
def test_what_does_not_belong_together_is_refused(machine: Api, wrong: dict[str, Any]) -> None:
    answer = machine.post(f"{BULK}/preview", {"filter": {}} | wrong)
    assert_problem(answer, 422, "invalid_input")


@pytest.mark.parametrize("rate", [0, -1, 1001, "fast"])
def test_a_pace_is_a_number_of_submissions_a_second(machine: Api, rate: object) -> None:
    answer = machine.post(BULK, CANCEL | {"rate_per_second": rate})
    assert_problem(answer, 422, "invalid_input")


@pytest.mark.parametrize("moment", [0, "2026-11-24", "2026-11-24T12:00:00", "soon"])
def test_a_filter_takes_moments_with_their_offset_alone(machine: Api, moment: object) -> None:
    wanted = CANCEL | {"filter": {"accepted_from": moment}}
    assert_problem(machine.post(f"{BULK}/preview", wanted), 422, "invalid_input")


def test_the_questions_to_correct_are_those_of_what_can_be_taken_up(
    machine: Api, submit: Submit
) -> None:
    made = submit()
    assert machine.post(f"{BULK}/fields", {"filter": {}}).json() == {"items": []}
    machine.call("POST", f"/api/v1/submissions/{made['id']}/cancel", None)
    items = machine.post(f"{BULK}/fields", {"filter": {}}).json()["items"]
    assert {item["key"]: item["submissions"] for item in items}["email"] == 1
