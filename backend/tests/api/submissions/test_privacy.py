from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from core.accounts.models import Membership, Role
from core.audit.models import AuditEntry
from core.submissions.models import Submission
from tests.api.checks import assert_problem
from tests.api.conftest import Submit
from tests.api.operations.test_audit import admin
from tests.conftest import PASSWORD, Api, Tenant

__all__ = ["admin"]

REQUESTS = "/api/v1/privacy/requests"
EMAIL = "ada.berg@example.com"


def search(api: Api, subject: str = EMAIL) -> dict[str, Any]:
    answer = api.post(REQUESTS, {"subject": subject})
    assert answer.status_code == 201, answer.content
    found: dict[str, Any] = answer.json()
    return found


def cancel(api: Api, submission: dict[str, Any]) -> None:
    answer = api.call("POST", f"/api/v1/submissions/{submission['id']}/cancel", None)
    assert answer.status_code == 200


def test_a_person_is_found_exported_and_erased(admin: Api, submit: Submit) -> None:
    one, two = submit(), submit(email="someone.else@example.com")
    cancel(admin, one)
    found = search(admin)
    assert (found["status"], found["subject"], found["found"]) == ("found", EMAIL, 1)
    (workflow,) = found["workflows"]
    assert (workflow["slug"], workflow["submissions"], workflow["in_flight"]) == (
        "new-customer",
        1,
        0,
    )
    path = f"{REQUESTS}/{found['id']}"
    answer = admin.get(f"{path}/export")
    assert answer["Cache-Control"] == "no-store"
    document = json.loads(answer.getvalue())
    assert document["subject"] == EMAIL
    assert [each["reference"] for each in document["submissions"]] == [one["reference"]]
    assert document["submissions"][0]["answers"]["email"] == EMAIL
    assert len(document["submissions"][0]["steps"]) == 2
    erased = admin.post(f"{path}/erase", {"confirm": EMAIL})
    assert erased.status_code == 202
    body = erased.json()
    assert (body["status"], body["erased"], body["subject"]) == ("erased", 1, None)
    assert admin.get(path).json() == body
    assert Submission.unscoped.get(pk=two["id"]).data["email"] == "someone.else@example.com"
    detail = admin.get(f"/api/v1/submissions/{one['id']}").json()
    assert detail["data"]["email"] == "[erased]"
    assert detail["erased_at"]
    assert_problem(admin.get(f"{path}/export"), 409, "conflict")
    actions = AuditEntry.unscoped.filter(object_id=found["id"]).values_list("action", flat=True)
    assert sorted(actions) == [
        "privacy.erased",
        "privacy.erasure_requested",
        "privacy.exported",
        "privacy.searched",
    ]


def test_what_is_on_its_way_waits(admin: Api, submit: Submit) -> None:
    submission = submit()
    found = search(admin)
    assert found["waiting"] == [submission["reference"]]
    body = admin.post(f"{REQUESTS}/{found['id']}/erase", {"confirm": EMAIL}).json()
    assert (body["status"], body["erased"]) == ("waiting", 0)


def test_a_wrong_confirmation_erases_nothing(admin: Api, submit: Submit) -> None:
    cancel(admin, submit())
    found = search(admin)
    answer = admin.post(f"{REQUESTS}/{found['id']}/erase", {"confirm": "other@example.com"})
    assert_problem(answer, 422, "invalid_input", "confirm")
    assert Submission.unscoped.get().data["email"] == EMAIL


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", ""), ("GET", ""), ("GET", "/{id}"), ("GET", "/{id}/export"), ("POST", "/{id}/erase")],
)
@pytest.mark.parametrize("role", [Role.VIEWER, Role.OPERATOR])
def test_only_admins_reach_a_persons_data(
    admin: Api, tenant: Tenant, public: Api, method: str, path: str, role: Role
) -> None:
    found = search(admin)
    Membership.unscoped.filter(user=tenant.user).update(role=role)
    assert public.client.login(username=tenant.user.email, password=PASSWORD)
    body = {"subject": EMAIL} if path == "" else {"confirm": EMAIL}
    answer = public.call(method, f"{REQUESTS}{path.format(**found)}", body)
    assert_problem(answer, 403, "not_permitted")


def test_another_organization_sees_nothing_of_it(
    admin: Api, other_tenant: Tenant, public: Api, submit: Submit
) -> None:
    submit()
    found = search(admin)
    Membership.unscoped.filter(user=other_tenant.user).update(role=Role.OWNER)
    assert public.client.login(username=other_tenant.user.email, password=PASSWORD)
    for method, path, body in [
        ("GET", "", None),
        ("GET", "/export", None),
        ("POST", "/erase", {"confirm": EMAIL}),
    ]:
        answer = public.call(method, f"{REQUESTS}/{found['id']}{path}", body)
        assert_problem(answer, 404, "not_found")
    assert public.get(REQUESTS).json()["items"] == []
    assert search(public)["found"] == 0
    assert admin.get(REQUESTS).json()["items"][0]["id"] == found["id"]


def test_the_commands_do_the_same(
    admin: Api, tenant: Tenant, submit: Submit, capsys: pytest.CaptureFixture[str]
) -> None:
    cancel(admin, submit())
    slug = tenant.organization.slug
    call_command("export_person", slug, EMAIL)
    assert json.loads(capsys.readouterr().out)["submissions"][0]["answers"]["email"] == EMAIL
    call_command("erase_person", slug, EMAIL)
    assert "Nothing was erased" in capsys.readouterr().out
    assert Submission.unscoped.get().data["email"] == EMAIL
    call_command("erase_person", slug, EMAIL, yes=True)
    assert Submission.unscoped.get().data["email"] == "[erased]"
    with pytest.raises(CommandError, match="no organization"):
        call_command("erase_person", "nobody", EMAIL)
