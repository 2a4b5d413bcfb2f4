"""The log's text filter: what it finds, for whom, and that an index leads there."""

from __future__ import annotations

import pytest
from django.db import connection

from core.accounts.models import Organization
from core.audit import search
from core.audit.search import WRITTEN
from core.audit.selectors import AuditFilter, audit_page
from core.audit.services import SYSTEM, audit_record
from core.postgres.tenancy import database_owner, nobody, organization_scope

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[2_000, 1], ids=["few by the index", "many by reading"])
def acme(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Organization:
    monkeypatch.setattr(search, "FEW", request.param)
    for slug in ("acme", "other"):
        organization = Organization.objects.create(slug=slug, name=slug)
        for thing, name in (("a", "Nordwind Öl & Straße"), ("b", "100% _sure_"), ("c", "100 sure")):
            audit_record(
                organization=organization,
                actor=SYSTEM,
                action="thing.changed",
                object_kind="thing",
                object_id=thing,
                detail={"name": name},
                changes={"limit": {"before": 1, "after": f"{thing}-thirty-three"}},
            )
    return Organization.objects.get(slug="acme")


def found(organization: Organization, text: str) -> str:
    with organization_scope(organization):
        page = audit_page(organization=organization, wanted=AuditFilter(text=text))
    assert {entry.organization_id for entry in page.items} <= {organization.pk}
    return "".join(sorted(entry.object_id for entry in page.items))


FOUND = {
    "nordwind": "a",
    "NORDWIND": "a",
    "öl & straße": "a",
    "100%": "b",
    "_sure": "b",
    "100": "bc",
    "B-THIRTY": "b",
    "thing.": "abc",
    "waybill": "abc",
    "c": "abc",
    "\\": "",
    "nothing like it": "",
}


@pytest.mark.parametrize("text", FOUND)
def test_a_text_is_found_wherever_it_is_written(acme: Organization, text: str) -> None:
    assert found(acme, text) == FOUND[text]


def test_whoever_acts_for_nobody_finds_nothing(acme: Organization) -> None:
    with nobody(), connection.cursor() as cursor:
        cursor.execute("SELECT waybill_audit_found('%', 10)")
        assert cursor.fetchall() == []


def test_the_index_leads_to_a_text() -> None:
    with database_owner("looks at a plan"), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")
        cursor.execute(
            f"EXPLAIN SELECT id FROM audit_auditentry WHERE {WRITTEN} LIKE upper('%nordwind%')"  # noqa: S608
        )
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "Bitmap Index Scan on audit_written" in plan
