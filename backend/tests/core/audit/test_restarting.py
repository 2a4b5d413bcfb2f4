"""A broken chain that an operator begins again: the break stays known, what follows is verified."""

# ruff: noqa: S608  # statements of whoever has the database, made of our own parts

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from core.accounts.models import Organization
from core.alerts.conditions import audit_conditions
from core.alerts.words import alert_sentence
from core.audit.chain_append import audit_seal_all
from core.audit.chain_breaks import RESTARTED
from core.audit.chain_restart import audit_restart
from core.audit.chain_verify import Anchor, audit_check, audit_verify
from core.audit.models import AuditEntry
from core.audit.services import SYSTEM, audit_record
from core.errors import Conflict
from tests.core.audit.test_tampering import COLUMNS, EDITS, OTHERS

pytestmark = [pytest.mark.django_db, pytest.mark.security("audit tampering")]

Owner = Callable[[str], None]


def record(organization: Organization, times: int = 1) -> None:
    for number in range(times):
        audit_record(
            organization=organization,
            actor=SYSTEM,
            action="thing.changed",
            object_kind="thing",
            object_id=number,
        )
    audit_seal_all()


def finding(organization: Organization) -> str:
    return audit_verify(organization=organization).finding


def restart(organization: Organization) -> None:
    audit_restart(organization=organization, by="Ada Berg", why="Ticket 1234")


BREAKS = {
    "edited": f"UPDATE audit_auditentry SET {EDITS['detail']} WHERE sequence = 3",
    "another key": "UPDATE audit_auditentry SET key_id = 'gone' WHERE sequence = 3",
    "head changed": "UPDATE audit_audithead SET hash = sha256('made up')",
    "head ahead": "UPDATE audit_audithead SET sequence = 40",
    "head deleted": "DELETE FROM audit_audithead",
    "everything deleted but the head": "DELETE FROM audit_auditentry",
    "an entry put behind the head": f"""
        INSERT INTO audit_auditentry (id, sequence, hash, {COLUMNS})
        SELECT gen_random_uuid(), 900, sha256('made up'), {COLUMNS}
        FROM audit_auditentry WHERE sequence = 6""",
    **OTHERS,
}


@pytest.mark.parametrize("statements", BREAKS.values(), ids=BREAKS.keys())
def test_what_follows_a_break_is_sealed_and_verified_again(
    organization: Organization, as_owner: Owner, statements: str
) -> None:
    as_owner(statements)
    broken = audit_verify(organization=organization)
    assert broken.finding
    restart(organization)
    record(organization, 3)
    assert AuditEntry.unscoped.filter(sequence=None).count() == 0
    verdict = audit_verify(organization=organization)
    (known,) = verdict.known
    assert (verdict.finding, known.finding) == ("", broken.finding)
    assert (known.verified, known.hash) == (broken.entries, broken.hash)
    assert verdict.entries >= known.sequence + 3
    # And what is changed in the new part shows as ever.
    place = known.sequence + 1
    as_owner(f"UPDATE audit_auditentry SET {EDITS['detail']} WHERE sequence = {place}")
    assert f"entry {place}" in finding(organization)


def test_the_entry_says_who_why_and_how_far_the_chain_held(
    organization: Organization, as_owner: Owner
) -> None:
    held = AuditEntry.unscoped.get(sequence=3)
    as_owner("DELETE FROM audit_auditentry WHERE sequence = 4")
    restart(organization)
    entry = AuditEntry.unscoped.get(action=RESTARTED)
    assert (entry.sequence, entry.actor_name, entry.actor_kind) == (7, "Ada Berg", "system")
    assert entry.detail["why"] == "Ticket 1234"
    assert entry.detail["finding"] == "entry 4 is missing: the next one is 5"
    assert entry.detail["verified"] == 3
    assert entry.hash is not None
    assert held.hash is not None
    assert entry.detail["hash"] == bytes(held.hash).hex()


def test_the_broken_part_stays_as_it_is(organization: Organization, as_owner: Owner) -> None:
    as_owner("DELETE FROM audit_auditentry WHERE sequence = 4")
    before = list(AuditEntry.unscoped.order_by("id").values_list())
    restart(organization)
    assert (
        list(AuditEntry.unscoped.exclude(action=RESTARTED).order_by("id").values_list()) == before
    )


AFTERWARDS = {
    "the verified part edited": (f"{EDITS['detail']} WHERE sequence = 2", "entry 2"),
    "the broken part edited": (f"{EDITS['action']} WHERE sequence = 5", "broken part"),
    "the broken part's hash": (f"{EDITS['hash']} WHERE sequence = 5", "broken part"),
    "the restart edited": (f"{EDITS['detail']} WHERE sequence = 7", "entry 4"),
    "the restart moved": ("sequence = 9 WHERE sequence = 7", "entry 4"),
    "the restart signed by nobody": ("key_id = 'gone' WHERE sequence = 7", "entry 4"),
}


@pytest.mark.parametrize(("edit", "wanted"), AFTERWARDS.values(), ids=AFTERWARDS.keys())
def test_what_is_changed_after_the_restart_is_found_out(
    organization: Organization, as_owner: Owner, edit: str, wanted: str
) -> None:
    as_owner("DELETE FROM audit_auditentry WHERE sequence = 4")
    restart(organization)
    record(organization)
    as_owner(f"UPDATE audit_auditentry SET {edit}")
    assert wanted in finding(organization)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit_auditentry WHERE sequence = 5",
        "DELETE FROM audit_auditentry WHERE sequence = 7",
        "DELETE FROM audit_auditentry WHERE sequence = 3",
        "UPDATE audit_auditentry SET sequence = 4 WHERE sequence = 5",
    ],
)
def test_what_is_deleted_after_the_restart_is_found_out(
    organization: Organization, as_owner: Owner, statement: str
) -> None:
    as_owner("DELETE FROM audit_auditentry WHERE sequence = 4")
    restart(organization)
    record(organization)
    as_owner(statement)
    assert finding(organization)


def test_a_restart_made_up_in_the_database_hides_nothing(
    organization: Organization, as_owner: Owner
) -> None:
    as_owner(f"""
        DELETE FROM audit_auditentry WHERE sequence = 4;
        INSERT INTO audit_auditentry (id, sequence, hash, {COLUMNS})
        SELECT gen_random_uuid(), 7, hash, organization_id, at, actor_kind, actor_id, actor_name,
            '{RESTARTED}', object_kind, object_id,
            jsonb_build_object('sequence', 7, 'verified', 3, 'why', '', 'finding', '',
                'hash', encode((SELECT hash FROM audit_auditentry WHERE sequence = 3), 'hex'),
                'digest', ''),
            changes, request_id, address, agent, key_id, mac
        FROM audit_auditentry WHERE sequence = 6""")
    verdict = audit_verify(organization=organization)
    assert ("entry 4" in verdict.finding, verdict.known) == (True, ())


def test_a_second_break_is_restarted_too_and_both_stay_known(
    organization: Organization, as_owner: Owner
) -> None:
    as_owner("DELETE FROM audit_auditentry WHERE sequence = 4")
    restart(organization)
    record(organization, 3)
    as_owner("DELETE FROM audit_auditentry WHERE sequence = 9")
    restart(organization)
    record(organization)
    verdict = audit_verify(organization=organization)
    assert verdict.finding == ""
    assert [(each.verified, each.sequence) for each in verdict.known] == [(3, 7), (8, 11)]


def test_a_break_before_the_first_restart_takes_its_place(
    organization: Organization, as_owner: Owner
) -> None:
    as_owner("DELETE FROM audit_auditentry WHERE sequence = 4")
    restart(organization)
    record(organization)
    as_owner("DELETE FROM audit_auditentry WHERE sequence = 2")
    restart(organization)
    verdict = audit_verify(organization=organization)
    assert verdict.finding == ""
    assert [(each.verified, each.sequence) for each in verdict.known] == [(1, 9)]


def test_a_chain_that_holds_is_not_begun_again(organization: Organization) -> None:
    with pytest.raises(Conflict, match="holds"):
        restart(organization)
    assert not AuditEntry.unscoped.filter(action=RESTARTED).exists()


def test_where_only_a_kept_head_shows_the_break_it_goes_on_behind_it(
    organization: Organization,
) -> None:
    kept = [Anchor(20, "00" * 32)]
    audit_restart(organization=organization, by="Ada", why="Restored a backup", anchors=kept)
    record(organization)
    verdict = audit_verify(organization=organization, anchors=kept)
    assert (verdict.finding, verdict.known[0].sequence) == ("", 21)


def test_another_organizations_chain_is_left_alone(
    organization: Organization, as_owner: Owner
) -> None:
    other = Organization.objects.create(slug="other", name="Other")
    record(other, 2)
    as_owner(f"DELETE FROM audit_auditentry WHERE sequence = 1 AND organization_id = '{other.pk}'")
    restart(other)
    assert finding(other) == ""
    assert audit_verify(organization=organization).known == ()


def test_the_alert_ends_with_the_restart(organization: Organization, as_owner: Owner) -> None:
    as_owner("DELETE FROM audit_auditentry WHERE sequence = 4")
    audit_check(organization=organization)
    (condition,) = audit_conditions()
    assert "restart_audit_chain" in alert_sentence(condition.kind, condition.facts, 1)
    restart(organization)
    audit_check(organization=organization)
    assert not list(audit_conditions())


def test_the_command_asks_who_and_why_and_says_what_it_did(
    organization: Organization,
    as_owner: Owner,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    as_owner("DELETE FROM audit_auditentry WHERE sequence = 4")
    with pytest.raises(CommandError, match="--why"):
        call_command("restart_audit_chain", "acme", by="Ada Berg", why=" ")
    with pytest.raises(CommandError, match="no organization"):
        call_command("restart_audit_chain", "nobody", by="Ada Berg", why="Ticket 1234")
    call_command("restart_audit_chain", "acme", by="Ada Berg", why="Ticket 1234")
    said = capsys.readouterr().out
    assert "entries 4 to 6 are not verified: entry 4 is missing" in said
    assert "Ada Berg began the chain again with entry 7" in said
    call_command("verify_audit", organization="acme")
    verified = capsys.readouterr()
    assert f"{organization.pk} 7 " in verified.out
    assert "known: entries 4 to 6 are not verified" in verified.err
    heads = tmp_path / "heads"
    heads.write_text(verified.out)
    call_command("verify_audit", anchors=str(heads))
    with pytest.raises(CommandError, match="holds"):
        call_command("restart_audit_chain", "acme", by="Ada Berg", why="Ticket 1234")
