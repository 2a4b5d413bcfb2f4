"""An organization with a chain of six entries, and somebody who owns the tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection

from core.accounts.models import Organization
from core.audit.chain_append import audit_seal
from core.audit.chain_verify import audit_verify
from core.audit.models import ActorKind
from core.audit.services import Actor, audit_record
from core.postgres.tenancy import database_owner
from tests.conftest import AUDIT_TRUNCATE_GUARDS


@pytest.fixture
def organization() -> Organization:
    organization = Organization.objects.create(slug="acme", name="Acme")
    for number in range(6):
        audit_record(
            organization=organization,
            actor=Actor(ActorKind.PERSON, organization.pk, "Ada", "req-1", "192.0.2.1", "Firefox"),
            action="thing.changed",
            object_kind="thing",
            object_id=number,
            detail={"n": 1.5, "whole": 2.0, "odd": "a\0b\ud800", "list": [1, None, True]},
            changes={"limit": {"before": 1e16, "after": 1e-7}},
        )
    assert audit_seal() == 6
    assert audit_verify(organization=organization).finding == ""
    return organization


@pytest.fixture
def as_owner() -> Callable[[str], None]:
    def run(statements: str) -> None:
        with database_owner("whoever has the database"), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table in AUDIT_TRUNCATE_GUARDS:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute(statements)
            for table in AUDIT_TRUNCATE_GUARDS:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")

    return run
