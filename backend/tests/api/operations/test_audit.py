from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client

from core.accounts.models import Membership, Role
from core.audit.chain_append import audit_seal_all
from core.audit.chain_verify import audit_check
from core.audit.models import AuditEntry
from core.audit.services import SYSTEM, audit_record
from tests.api.checks import assert_problem
from tests.api.conftest import Submit
from tests.conftest import PASSWORD, Api, Tenant

AUDIT = "/api/v1/audit"
FORMULA = '=HYPERLINK("https://evil.example","x")'


@pytest.fixture
def admin(tenant: Tenant) -> Api:
    """A signed-in admin of the tenant."""
    Membership.unscoped.filter(user=tenant.user).update(role=Role.ADMIN)
    client = Client(raise_request_exception=False)
    assert client.login(username=tenant.user.email, password=PASSWORD)
    return Api(client, {"User-Agent": "Firefox\t140"})


def names(admin: Api, query: str) -> list[str]:
    answer = admin.get(f"{AUDIT}?{query}")
    assert answer.status_code == 200, answer.content
    return [item["object_id"] for item in answer.json()["items"]]


def record(tenant: Tenant, object_id: str, action: str = "thing.changed", **given: Any) -> None:
    audit_record(
        organization=tenant.organization,
        actor=given.pop("actor", SYSTEM),
        action=action,
        object_kind=given.pop("kind", "thing"),
        object_id=object_id,
        **given,
    )


def test_who_what_when_and_where_from(admin: Api, tenant: Tenant, submit: Submit) -> None:
    submission = submit()
    path = f"/api/v1/submissions/{submission['id']}/cancel"
    assert admin.call("POST", path, None).status_code == 200
    entry = admin.get(f"{AUDIT}?action=submission.cancelled").json()["items"][0]
    assert entry["actor_id"] == str(tenant.user.pk)
    assert (entry["actor_kind"], entry["actor_name"]) == ("person", "Ada")
    assert (entry["address"], entry["agent"]) == ("127.0.0.1", "Firefox140")
    assert entry["changes"] == {"status": {"before": "accepted", "after": "cancelled"}}
    assert entry["detail"]["reference"] == submission["reference"]
    assert entry["sequence"] is None
    audit_seal_all()
    again = admin.get(f"{AUDIT}/{entry['id']}").json()
    assert again["sequence"] >= 1
    assert again | {"sequence": None} == entry


def test_an_address_is_the_one_that_the_last_trusted_proxy_saw(
    admin: Api, tenant: Tenant, submit: Submit, settings: Any
) -> None:
    settings.WAYBILL_TRUSTED_PROXIES = 1
    submission = submit()
    answer = admin.client.get(
        f"/api/v1/submissions/{submission['id']}",
        headers={"X-Forwarded-For": "6.6.6.6, 2001:db8::1"},
    )
    assert answer.status_code == 200
    entry = AuditEntry.unscoped.get(action="submission.read")
    assert entry.address == "2001:db8::1"


def test_reading_a_submission_again_and_again_is_one_entry_for_each_reader(
    admin: Api, machine: Api, submit: Submit
) -> None:
    submission = submit()
    path = f"/api/v1/submissions/{submission['id']}"
    for reader in (admin, admin, machine, machine, admin):
        assert reader.get(path).status_code == 200
    kinds = AuditEntry.unscoped.filter(action="submission.read").values_list(
        "actor_kind", flat=True
    )
    assert sorted(kinds) == ["key", "person"]


def test_filters_narrow_the_log(admin: Api, tenant: Tenant) -> None:
    record(tenant, "a", detail={"name": "Nordwind"})
    record(tenant, "b", "thing.deleted", kind="box")
    record(tenant, "c", "other.changed", changes={"limit": {"before": 1, "after": "thirty-three"}})
    ours = {"a", "b", "c"}
    assert set(names(admin, "")) >= ours
    assert names(admin, "action=thing.") == ["b", "a"]
    assert names(admin, "action=thing.changed") == ["a"]
    assert names(admin, "object_kind=box") == ["b"]
    assert names(admin, "object_id=c") == ["c"]
    assert names(admin, "text=nordwind") == ["a"]
    assert names(admin, "text=thirty-three") == ["c"]
    assert set(names(admin, "actor=wayb")) >= ours
    assert names(admin, f"actor={tenant.user.pk}") == []
    assert names(admin, "before=2020-01-01T00:00:00Z") == []
    assert set(names(admin, "from=2020-01-01T00:00:00Z")) >= ours


@pytest.mark.parametrize(
    "query",
    ["from=yesterday", "text=%00", "cursor=x", "limit=0", "actor=" + "x" * 201],
)
def test_a_filter_that_makes_no_sense_is_refused(admin: Api, query: str) -> None:
    assert_problem(admin.get(f"{AUDIT}?{query}"), 422, "invalid_input")


def export(admin: Api, query: str) -> str:
    answer = admin.get(f"{AUDIT}/export?{query}")
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    return answer.getvalue().decode()


def test_an_export_holds_every_entry_and_is_audited_itself(admin: Api, tenant: Tenant) -> None:
    for number in range(1_100):
        record(tenant, str(number), detail={"n": number})
    lines = export(admin, "format=jsonl&action=thing.changed").splitlines()
    assert [json.loads(line)["object_id"] for line in lines] == [str(n) for n in range(1_100)]
    entry = AuditEntry.unscoped.get(action="audit.exported")
    assert entry.detail == {"format": "jsonl", "filter": {"action": "thing.changed"}}
    assert entry.actor_id == tenant.user.pk


@pytest.mark.parametrize(
    ("query", "separator"),
    [("", ","), ("&separator=comma", ","), ("&separator=semicolon", ";"), ("&separator=tab", "\t")],
)
def test_a_spreadsheet_knows_letters_and_columns(
    admin: Api, tenant: Tenant, query: str, separator: str
) -> None:
    record(tenant, "a", detail={"name": "Zo\u00eb, Ltd; Sons\tand more"})
    record(tenant, "b", detail={})
    text = export(admin, f"action=thing.{query}")
    assert text.startswith(f"\ufeffsequence{separator}")
    assert text.count("\ufeff") == 1
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=separator))
    assert {len(row) for row in rows} == {len(rows[0])}
    cell = dict(zip(rows[0], rows[1], strict=True))["detail"]
    assert json.loads(cell) == {"name": "Zo\u00eb, Ltd; Sons\tand more"}


def test_lines_of_json_have_no_mark_and_another_separator_is_refused(
    admin: Api, tenant: Tenant
) -> None:
    record(tenant, "a")
    assert export(admin, "format=jsonl&separator=tab&action=thing.").startswith("{")
    answer = admin.get(f"{AUDIT}/export?separator=pipe")
    assert_problem(answer, 422, "invalid_input", "separator")


@pytest.mark.security("CSV injection")
@pytest.mark.parametrize("text", [FORMULA, "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1"])
def test_no_cell_of_an_export_is_a_formula(admin: Api, tenant: Tenant, text: str) -> None:
    record(tenant, text, detail={"name": text})
    rows = list(csv.reader(io.StringIO(export(admin, "action=thing.").removeprefix("\ufeff"))))
    assert rows[0][0] == "sequence"
    row = dict(zip(rows[0], rows[1], strict=True))
    assert row["object_id"].startswith("'")
    assert row["detail"].startswith("{")


def test_the_state_of_the_chain(admin: Api, tenant: Tenant) -> None:
    record(tenant, "a")
    before = admin.get(f"{AUDIT}/chain").json()
    assert (before["sequence"], before["verified_at"]) == (0, None)
    waiting = before["waiting"]
    assert waiting >= 1
    audit_seal_all()
    audit_check(organization=tenant.organization)
    after = admin.get(f"{AUDIT}/chain").json()
    assert (after["sequence"], after["waiting"], after["finding"]) == (waiting, 0, "")
    assert after["verified_entries"] == waiting
    assert len(after["hash"]) == 64


@pytest.mark.parametrize("path", ["", "/chain", "/export"])
def test_operators_do_not_see_the_log(tenant: Tenant, public: Api, path: str) -> None:
    assert public.client.login(username=tenant.user.email, password=PASSWORD)
    assert_problem(public.get(f"{AUDIT}{path}"), 403, "not_permitted")
    assert not AuditEntry.unscoped.filter(action="audit.exported").exists()


def test_an_entry_of_another_organization_is_not_there(
    admin: Api, tenant: Tenant, other_tenant: Tenant
) -> None:
    record(other_tenant, "theirs")
    theirs = AuditEntry.unscoped.get(object_id="theirs")
    assert_problem(admin.get(f"{AUDIT}/{theirs.pk}"), 404, "not_found")
    assert "theirs" not in names(admin, "text=theirs")
    assert "theirs" not in export(admin, "format=jsonl")
