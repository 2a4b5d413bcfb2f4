"""People of several organizations, and the settings of one."""

from __future__ import annotations

import uuid

import pytest

from core.accounts.models import Membership, Role
from core.audit.models import AuditEntry
from tests.api.checks import assert_problem
from tests.api.conftest import Submit
from tests.conftest import Api, Tenant

pytestmark = pytest.mark.security("several organizations")

ME = "/api/v1/me"
CHOICE = f"{ME}/organization"
ENDPOINT = {"url": "https://example.com/hook", "kinds": ["submission.failed"]}


@pytest.fixture
def ada(public: Api, tenant: Tenant, other_tenant: Tenant) -> Api:
    """Operator of her first organization, admin of another one."""
    Membership.objects.create(
        organization=other_tenant.organization, user=tenant.user, role=Role.ADMIN
    )
    public.client.force_login(tenant.user)
    return public


def choose(person: Api, organization_id: object) -> int:
    body = {"organization_id": str(organization_id)}
    return person.call("PUT", CHOICE, body).status_code


def test_a_person_works_for_the_one_they_joined_first(ada: Api, tenant: Tenant) -> None:
    me = ada.get(ME).json()
    assert me["organization"]["id"] == str(tenant.organization.pk)
    first, second = me["memberships"]
    assert (first["organization"]["id"], first["role"]) == (str(tenant.organization.pk), "operator")
    assert second["role"] == "admin"


def test_whoever_goes_over_sees_and_may_what_they_are_there(
    ada: Api, other_tenant: Tenant, submit: Submit
) -> None:
    theirs = submit()["id"]
    assert ada.get(f"/api/v1/submissions/{theirs}").status_code == 200
    assert_problem(ada.get("/api/v1/audit"), 403, "not_permitted")
    assert choose(ada, other_tenant.organization.pk) == 200
    me = ada.get(ME).json()
    assert (me["organization"]["id"], me["role"]) == (str(other_tenant.organization.pk), "admin")
    assert ada.get("/api/v1/audit").status_code == 200
    assert_problem(ada.get(f"/api/v1/submissions/{theirs}"), 404, "not_found")


def test_nobody_goes_over_to_where_they_do_not_belong(
    public: Api, tenant: Tenant, other_tenant: Tenant
) -> None:
    public.client.force_login(tenant.user)
    for organization_id in (other_tenant.organization.pk, uuid.uuid4()):
        assert choose(public, organization_id) == 404
    assert public.get(ME).json()["organization"]["id"] == str(tenant.organization.pk)


def test_a_choice_ends_with_the_membership(ada: Api, tenant: Tenant, other_tenant: Tenant) -> None:
    choose(ada, other_tenant.organization.pk)
    Membership.unscoped.filter(organization=other_tenant.organization, user=tenant.user).delete()
    assert ada.get(ME).json()["organization"]["id"] == str(tenant.organization.pk)
    assert_problem(ada.get("/api/v1/audit"), 403, "not_permitted")


def test_a_role_that_was_changed_counts_at_once(ada: Api, tenant: Tenant) -> None:
    preview = {"kind": "cancel", "filter": {}}
    assert ada.post("/api/v1/bulk-actions/preview", preview).status_code == 200
    Membership.unscoped.filter(user=tenant.user).update(role=Role.VIEWER)
    refused = ada.post("/api/v1/bulk-actions/preview", preview)
    assert_problem(refused, 403, "not_permitted")


def test_a_page_left_open_changes_nothing_in_the_other_organization(
    ada: Api, tenant: Tenant, other_tenant: Tenant
) -> None:
    choose(ada, other_tenant.organization.pk)
    stale = {"X_Waybill_Organization": str(tenant.organization.pk)}
    refused = ada.post("/api/v1/callback-endpoints", ENDPOINT, **stale)
    assert_problem(refused, 409, "other_organization")
    fresh = {"X_Waybill_Organization": str(other_tenant.organization.pk)}
    assert ada.post("/api/v1/callback-endpoints", ENDPOINT, **fresh).status_code == 201


def test_the_header_chooses_no_organization(ada: Api, other_tenant: Tenant) -> None:
    there = {"X-Waybill-Organization": str(other_tenant.organization.pk)}
    for path in ("audit", "submissions", "members"):
        assert_problem(ada.get(f"/api/v1/{path}", **there), 409, "other_organization")


def test_a_key_goes_over_nowhere(machine: Api, tenant: Tenant) -> None:
    assert choose(machine, tenant.organization.pk) == 401
    assert machine.get(ME).json()["memberships"] == []


def test_a_session_takes_no_choice_of_another_person(
    ada: Api, tenant: Tenant, other_tenant: Tenant
) -> None:
    choose(ada, other_tenant.organization.pk)
    ada.client.force_login(other_tenant.user)
    assert ada.get(ME).json()["organization"]["id"] == str(other_tenant.organization.pk)
    ada.client.force_login(tenant.user)
    assert ada.get(ME).json()["organization"]["id"] == str(tenant.organization.pk)


def test_leaving_ends_every_access(ada: Api, tenant: Tenant, other_tenant: Tenant) -> None:
    assert ada.call("DELETE", f"{ME}/memberships/{tenant.organization.pk}", None).status_code == 204
    assert ada.get(ME).json()["organization"]["id"] == str(other_tenant.organization.pk)
    again = ada.call("DELETE", f"{ME}/memberships/{tenant.organization.pk}", None)
    assert_problem(again, 404, "not_found")


def test_an_organization_is_renamed_and_the_change_is_written_down(
    machine: Api, tenant: Tenant
) -> None:
    before = machine.get("/api/v1/organization").json()
    body = {"name": "  Nordwind\n Trading ", "retention_days": 30}
    changed = machine.call("PUT", "/api/v1/organization", body).json()
    assert (changed["name"], changed["retention_days"]) == ("Nordwind Trading", 30)
    entry = AuditEntry.objects.owned_by(tenant.organization).get(action="organization.changed")
    assert entry.changes == {
        "name": {"before": before["name"], "after": "Nordwind Trading"},
        "retention_days": {"before": before["retention_days"], "after": 30},
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " \n"),
        ("name", "a\0"),
        ("name", "a" * 201),
        ("retention_days", 0),
        ("retention_days", 3651),
        ("slug", "other"),
    ],
)
def test_what_an_organization_cannot_be_is_refused(machine: Api, field: str, value: object) -> None:
    body = {"name": "Nordwind", "retention_days": 30} | {field: value}
    assert_problem(machine.call("PUT", "/api/v1/organization", body), 422, "invalid_input", field)
