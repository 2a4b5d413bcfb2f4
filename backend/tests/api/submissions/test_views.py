from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from core.accounts.models import Membership, Role, User
from core.audit.models import AuditEntry
from tests.api.checks import assert_problem
from tests.conftest import Api, Tenant

PersonOf = Callable[[Role], Api]

VIEWS = "/api/v1/views"
FAILED: dict[str, Any] = {
    "name": "Failed at the ERP",
    "filter": {"status": ["failed"], "q": "ada@example.com"},
    "columns": ["reference", "state"],
    "sort": "changed",
}


@pytest.fixture
def person_of(tenant: Tenant) -> PersonOf:
    """Somebody with this role, signed in."""

    def signed_in(role: Role) -> Api:
        person = User.objects.create_user(f"{uuid.uuid4().hex}@example.com", name=f"An {role}")
        Membership.objects.create(organization=tenant.organization, user=person, role=role)
        client = Client(raise_request_exception=False)
        client.force_login(person)
        return Api(client, {})

    return signed_in


@pytest.fixture
def operator(person_of: PersonOf) -> Api:
    return person_of(Role.OPERATOR)


def save(api: Api, **changes: Any) -> dict[str, Any]:
    answer = api.post(VIEWS, FAILED | changes)
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def names(api: Api) -> list[str]:
    return [view["name"] for view in api.get(VIEWS).json()["items"]]


def test_a_view_is_kept_as_it_was_saved(operator: Api) -> None:
    made = save(operator)
    (view,) = operator.get(VIEWS).json()["items"]
    assert view == made
    assert view["filter"]["status"] == ["failed"]
    assert (view["columns"], view["sort"]) == (["reference", "state"], "changed")
    assert (view["mine"], view["shared"]) == (True, False)


def test_others_see_a_view_only_when_it_is_shared(person_of: PersonOf) -> None:
    viewer, operator = person_of(Role.VIEWER), person_of(Role.OPERATOR)
    save(operator, name="Mine")
    save(operator, name="Ours", shared=True)
    assert names(operator) == ["Mine", "Ours"]
    assert names(viewer) == ["Ours"]
    assert viewer.get(VIEWS).json()["items"][0]["mine"] is False


def test_whoever_only_looks_saves_for_themselves(person_of: PersonOf) -> None:
    viewer = person_of(Role.VIEWER)
    save(viewer)
    assert_problem(viewer.post(VIEWS, FAILED | {"name": "X", "shared": True}), 403, "forbidden")


def test_a_shared_view_is_changed_by_its_owner_or_an_administrator(person_of: PersonOf) -> None:
    owner, other, admin = (person_of(role) for role in (Role.OPERATOR, Role.OPERATOR, Role.ADMIN))
    made = save(owner, shared=True)
    path = f"{VIEWS}/{made['id']}"
    body = FAILED | {"shared": True, "name": "Renamed"}
    assert_problem(other.call("PUT", path, body), 403, "forbidden")
    assert_problem(other.call("DELETE", path, None), 403, "forbidden")
    assert owner.call("PUT", path, body).json()["name"] == "Renamed"
    assert admin.call("DELETE", path, None).status_code == 204
    assert names(owner) == []


def test_somebody_elses_view_is_not_there(person_of: PersonOf) -> None:
    made, other = save(person_of(Role.ADMIN)), person_of(Role.OPERATOR)
    for view_id in (made["id"], uuid.uuid4()):
        assert_problem(other.call("PUT", f"{VIEWS}/{view_id}", FAILED), 404, "not_found")
        assert_problem(other.call("DELETE", f"{VIEWS}/{view_id}", None), 404, "not_found")


def test_a_program_sees_what_is_shared_and_saves_nothing(machine: Api, operator: Api) -> None:
    save(operator, name="Ours", shared=True)
    save(operator, name="Mine")
    assert names(machine) == ["Ours"]
    assert_problem(machine.post(VIEWS, FAILED), 401, "bad_token")


def test_a_name_is_taken_once_by_oneself_and_once_among_the_shared(person_of: PersonOf) -> None:
    one, other = person_of(Role.OPERATOR), person_of(Role.OPERATOR)
    save(one)
    assert_problem(one.post(VIEWS, FAILED), 422, "name_taken")
    save(other, shared=True)
    save(other, name="Other")
    mine = next(view for view in one.get(VIEWS).json()["items"] if view["mine"])
    again = one.call("PUT", f"{VIEWS}/{mine['id']}", FAILED | {"shared": True})
    assert_problem(again, 422, "name_taken")


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ""},
        {"name": "   "},
        {"name": "x" * 81},
        {"name": "a\0b"},
        {"columns": ["<script>"]},
        {"columns": ["state"] * 21},
        {"sort": "random"},
        {"filter": {"status": ["exploded"]}},
        {"filter": {"surprise": 1}},
        {"surprise": 1},
    ],
)
def test_what_is_no_view_is_refused(operator: Api, changes: dict[str, Any]) -> None:
    assert_problem(operator.post(VIEWS, FAILED | changes), 422, "invalid_input")
    assert names(operator) == []


def test_a_name_may_be_in_any_script(operator: Api) -> None:
    name = "مرحبا 😀 Übersicht"
    assert save(operator, name=f"  {name} ")["name"] == name


def test_every_change_is_audited_without_what_is_searched_for(operator: Api) -> None:
    made = save(operator)
    operator.call("PUT", f"{VIEWS}/{made['id']}", FAILED | {"name": "Other"})
    operator.call("DELETE", f"{VIEWS}/{made['id']}", None)
    entries = AuditEntry.unscoped.filter(object_id=made["id"]).order_by("pk")
    assert [entry.action for entry in entries] == [
        "view.created",
        "view.changed",
        "view.deleted",
    ]
    for entry in entries:
        assert "ada@example.com" not in str(entry.changes) + str(entry.detail)
