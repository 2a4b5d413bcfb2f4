"""Somebody who owns the tables and has no key: whatever they do shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, ProgrammingError, connection, transaction

from core.accounts.models import Organization
from core.audit.chain_append import audit_seal_all
from core.audit.chain_verify import Anchor, audit_verify
from core.audit.models import ActorKind, AuditEntry
from core.audit.services import Actor, audit_record
from core.postgres.tenancy import EVERY, NOBODY, Scope, database_owner, every_organization, nobody
from tests.conftest import AUDIT_TRUNCATE_GUARDS

pytestmark = [pytest.mark.django_db, pytest.mark.security("audit tampering")]

COLUMNS = """organization_id, at, actor_kind, actor_id, actor_name, action, object_kind, object_id,
detail, changes, request_id, address, agent, key_id, mac"""

EDITS = {
    "at": "at = at - interval '1 day'",
    "actor kind": "actor_kind = 'system'",
    "actor id": "actor_id = gen_random_uuid()",
    "actor name": "actor_name = 'Somebody else'",
    "action": "action = 'thing.seen'",
    "object kind": "object_kind = 'other'",
    "object": "object_id = '999'",
    "detail": """detail = '{"n": 4.5}'""",
    "changes": """changes = '{"limit": {"before": 1, "after": 1}}'""",
    "request": "request_id = 'other'",
    "address": "address = '203.0.113.9'",
    "agent": "agent = 'Other'",
    "key": "key_id = ''",
    "signature": "mac = sha256('made up')",
    "hash": "hash = sha256('made up')",
    "organization's": "mac = (SELECT mac FROM audit_auditentry WHERE sequence = 1)",
}
OTHERS = {
    "deleted": "DELETE FROM audit_auditentry WHERE sequence = 3",
    "the first deleted": "DELETE FROM audit_auditentry WHERE sequence = 1",
    "deleted, the rest closed up": """
        DELETE FROM audit_auditentry WHERE sequence = 3;
        UPDATE audit_auditentry SET sequence = sequence - 1 WHERE sequence = 4;
        UPDATE audit_auditentry SET sequence = sequence - 1 WHERE sequence = 5;
        UPDATE audit_auditentry SET sequence = sequence - 1 WHERE sequence = 6""",
    "a copy inserted at the end": f"""
        INSERT INTO audit_auditentry (id, sequence, hash, {COLUMNS})
        SELECT gen_random_uuid(), 7, sha256('made up'), {COLUMNS}
        FROM audit_auditentry WHERE sequence = 6""",  # noqa: S608
    "two swapped": """
        UPDATE audit_auditentry SET sequence = 100 WHERE sequence = 2;
        UPDATE audit_auditentry SET sequence = 2 WHERE sequence = 4;
        UPDATE audit_auditentry SET sequence = 4 WHERE sequence = 100""",
    "the end cut off": "DELETE FROM audit_auditentry WHERE sequence > 4",
    "the end cut off, the head set back": """
        DELETE FROM audit_auditentry WHERE sequence > 4;
        UPDATE audit_audithead SET sequence = 4,
            hash = (SELECT hash FROM audit_auditentry WHERE sequence = 4)""",
    "the end cut off, the head deleted": """
        DELETE FROM audit_auditentry WHERE sequence > 4; DELETE FROM audit_audithead""",
    "an entry taken out of the chain": """
        UPDATE audit_auditentry SET sequence = NULL, hash = NULL WHERE sequence = 6""",
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edited_entry_is_named(
    organization: Organization, as_owner: Callable[[str], None], edit: str
) -> None:
    as_owner(f"UPDATE audit_auditentry SET {edit} WHERE sequence = 3")  # noqa: S608
    verdict = audit_verify(organization=organization)
    assert verdict.entries == 2
    assert "entry 3" in verdict.finding or "key has the id" in verdict.finding


@pytest.mark.parametrize("statements", OTHERS.values(), ids=OTHERS.keys())
def test_a_chain_with_other_entries_is_found_out(
    organization: Organization, as_owner: Callable[[str], None], statements: str
) -> None:
    as_owner(statements)
    assert audit_verify(organization=organization).finding
    # What Waybill writes afterwards must not make it true again.
    audit_record(
        organization=organization,
        actor=Actor(ActorKind.SYSTEM),
        action="thing.changed",
        object_kind="thing",
        object_id=7,
    )
    with pytest.raises(CommandError, match="acme"):
        call_command("verify_audit", organization="acme")


def test_an_entry_that_somebody_slipped_in_before_sealing_is_found_out(
    organization: Organization,
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"""
            INSERT INTO audit_auditentry (id, {COLUMNS})
            SELECT gen_random_uuid(), {COLUMNS} FROM audit_auditentry WHERE sequence = 6""")  # noqa: S608
    audit_seal_all()
    assert "entry 7" in audit_verify(organization=organization).finding


def test_a_head_that_was_set_back_to_an_earlier_true_one_is_found_by_an_anchor(
    organization: Organization, as_owner: Callable[[str], None], tmp_path: Path
) -> None:
    as_owner("CREATE TEMP TABLE kept AS SELECT * FROM audit_audithead")
    before = audit_verify(organization=organization)
    for number in range(3):
        audit_record(
            organization=organization,
            actor=Actor(ActorKind.SYSTEM),
            action="thing.changed",
            object_kind="thing",
            object_id=number,
        )
    audit_seal_all()
    later = audit_verify(organization=organization)
    as_owner("""
        DELETE FROM audit_auditentry WHERE sequence > 6;
        UPDATE audit_audithead AS head SET sequence = kept.sequence, hash = kept.hash,
            mac = kept.mac FROM kept""")
    assert audit_verify(organization=organization).finding == ""
    anchor = Anchor(later.entries, later.hash)
    assert "anchored" in audit_verify(organization=organization, anchors=[anchor]).finding
    file = tmp_path / "anchors"
    file.write_text(f"{organization.pk} {before.entries} {before.hash}\n")
    call_command("verify_audit", anchors=str(file))
    file.write_text(f"{organization.pk} {later.entries} {later.hash}\n")
    with pytest.raises(CommandError, match="cut off"):
        call_command("verify_audit", anchors=str(file))


def test_an_anchor_with_another_hash_is_found_out(organization: Organization) -> None:
    finding = audit_verify(organization=organization, anchors=[Anchor(4, "00" * 32)]).finding
    assert "entry 4" in finding


REFUSED = {
    "update": "UPDATE audit_auditentry SET detail = '{}'",
    "seal again": "UPDATE audit_auditentry SET sequence = 10, hash = hash WHERE sequence = 6",
    "unseal": "UPDATE audit_auditentry SET sequence = NULL, hash = NULL",
    "delete": "DELETE FROM audit_auditentry",
    "truncate": "TRUNCATE audit_auditentry",
    "truncate with others": "TRUNCATE accounts_organization CASCADE",
    "head set back": "UPDATE audit_audithead SET sequence = 1",
    "head moved": "UPDATE audit_audithead SET hash = sha256('x')",
    "head deleted": "DELETE FROM audit_audithead",
    "head truncated": "TRUNCATE audit_audithead",
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED.keys())
def test_postgresql_refuses_to_rewrite(organization: Organization, statement: str) -> None:
    with database_owner("rights refuse nothing to them"), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table, trigger in AUDIT_TRUNCATE_GUARDS.items():
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER {trigger}")
        with pytest.raises(IntegrityError, match=r"append-only|only grows"), transaction.atomic():
            cursor.execute(statement)
        for table, trigger in AUDIT_TRUNCATE_GUARDS.items():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
    assert AuditEntry.unscoped.count() == 6


RIGHTS = {
    "worker updates": (EVERY, "UPDATE audit_auditentry SET detail = '{}'"),
    "worker deletes": (EVERY, "DELETE FROM audit_auditentry"),
    "worker truncates": (EVERY, "TRUNCATE audit_auditentry"),
    "worker deletes the head": (EVERY, "DELETE FROM audit_audithead"),
    "worker switches triggers off": (EVERY, "ALTER TABLE audit_auditentry DISABLE TRIGGER ALL"),
    "worker passes triggers by": (EVERY, "SET session_replication_role = replica"),
    "application seals": (NOBODY, "UPDATE audit_auditentry SET sequence = 9, hash = 'x'"),
    "application updates": (NOBODY, "UPDATE audit_auditentry SET detail = '{}'"),
    "application deletes": (NOBODY, "DELETE FROM audit_auditentry"),
    "application writes the head": (NOBODY, "UPDATE audit_audithead SET sequence = 9"),
    "application writes a check": (NOBODY, "UPDATE audit_auditcheck SET finding = ''"),
}


@pytest.mark.parametrize(("scope", "statement"), RIGHTS.values(), ids=RIGHTS.keys())
def test_the_roles_may_not_even_try(
    organization: Organization, scope: Scope, statement: str
) -> None:
    context = every_organization("a worker") if scope is EVERY else nobody()
    with (
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
        transaction.atomic(),
        context,
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_an_entry_of_another_organization_does_not_fit(
    organization: Organization, as_owner: Callable[[str], None]
) -> None:
    other = Organization.objects.create(slug="other", name="Other")
    as_owner(f"""
        UPDATE audit_auditentry SET organization_id = '{other.pk}', sequence = 1
        WHERE sequence = 6""")  # noqa: S608
    assert "entry 1" in audit_verify(organization=other).finding
    assert audit_verify(organization=organization).finding
