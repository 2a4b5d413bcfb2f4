from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from functools import partial
from threading import Thread

import pytest
from django.db import connection, connections, transaction

from core.accounts.models import Organization
from core.audit.chain_append import audit_seal, audit_seal_all
from core.audit.chain_verify import audit_check, audit_verify
from core.audit.models import AuditCheck, AuditEntry
from core.audit.services import SYSTEM, audit_record
from core.postgres.tenancy import database_owner, every_organization

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS, EACH, SEALERS = 6, 25, 3


def record(organization: Organization, number: int = 0) -> AuditEntry:
    return audit_record(
        organization=organization,
        actor=SYSTEM,
        action="thing.changed",
        object_kind="thing",
        object_id=number,
    )


def acme() -> Organization:
    return Organization.objects.create(slug="acme", name="Acme")


def in_threads(work: Iterable[Callable[[], None]], failures: list[Exception]) -> list[Thread]:
    def guarded(each: Callable[[], None]) -> None:
        try:
            with every_organization("a worker's thread"):
                each()
        except Exception as error:  # told by the assertion
            failures.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=guarded, args=(each,)) for each in work]
    for thread in threads:
        thread.start()
    return threads


def write(organizations: list[Organization], number: int) -> None:
    for step in range(EACH):
        # Two organizations in both orders: a lock on a head would deadlock here.
        with transaction.atomic():
            for organization in organizations if (number + step) % 2 else organizations[::-1]:
                record(organization, number)


def test_many_writers_and_sealers_leave_no_gap_and_wait_for_no_one() -> None:
    organizations = [acme(), Organization.objects.create(slug="b", name="B")]
    failures: list[Exception] = []
    written = threading.Event()

    def seal() -> None:
        while not written.is_set():
            audit_seal()

    writers = in_threads((partial(write, organizations, n) for n in range(WRITERS)), failures)
    sealers = in_threads([seal] * SEALERS, failures)
    for thread in writers:
        thread.join(60)
    written.set()
    for thread in sealers:
        thread.join(60)
    assert failures == []
    audit_seal_all()
    for organization in organizations:
        verdict = audit_verify(organization=organization)
        assert (verdict.entries, verdict.finding) == (WRITERS * EACH, "")


def test_a_long_transaction_keeps_nobody_from_writing_or_sealing() -> None:
    organization = acme()
    begun, ended = threading.Event(), threading.Event()

    def bulk() -> None:
        with every_organization("a bulk worker"), transaction.atomic():
            record(organization, 1)
            begun.set()
            ended.wait(30)
        connections.close_all()

    thread = threading.Thread(target=bulk)
    thread.start()
    try:
        assert begun.wait(10)
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '2s'")
        record(organization, 2)
        assert audit_seal() == 1
    finally:
        ended.set()
        thread.join(10)
    assert audit_seal() == 1
    # The one that was committed last comes last, whatever its id.
    order = AuditEntry.unscoped.order_by("sequence").values_list("object_id", flat=True)
    assert list(order) == ["2", "1"]
    assert audit_verify(organization=organization).finding == ""


def test_an_organization_that_another_seals_is_left_to_it() -> None:
    organization = acme()
    record(organization)
    audit_seal()
    record(organization)
    held, ended = threading.Event(), threading.Event()

    def hold() -> None:
        with every_organization("a sealer"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT FROM audit_audithead FOR NO KEY UPDATE")
            held.set()
            ended.wait(30)
        connections.close_all()

    thread = threading.Thread(target=hold)
    thread.start()
    try:
        assert held.wait(10)
        assert audit_seal() == 0  # one that waited for the holder would find the entry
    finally:
        ended.set()
        thread.join(10)
    assert audit_seal() == 1


def test_what_waits_too_long_to_be_sealed_is_a_finding() -> None:
    organization = acme()
    record(organization)
    with database_owner("moves a clock"), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditentry DISABLE TRIGGER audit_sealing")
        cursor.execute("UPDATE audit_auditentry SET at = at - interval '6 min'")
        cursor.execute("ALTER TABLE audit_auditentry ENABLE TRIGGER audit_sealing")
    assert "waits to be sealed" in audit_verify(organization=organization).finding


def test_a_retired_key_still_verifies_and_a_missing_one_is_named(settings: object) -> None:
    organization = acme()
    old = dict(settings.WAYBILL_AUDIT_KEYS)  # type: ignore[attr-defined]
    record(organization)
    settings.WAYBILL_AUDIT_KEYS = {"new": b"n" * 32, **old}  # type: ignore[attr-defined]
    record(organization)
    audit_seal_all()
    assert set(AuditEntry.unscoped.values_list("key_id", flat=True)) == {"new", *old}
    assert audit_verify(organization=organization).finding == ""
    settings.WAYBILL_AUDIT_KEYS = {"new": b"n" * 32}  # type: ignore[attr-defined]
    assert "key has the id" in audit_verify(organization=organization).finding


def test_an_entry_that_no_key_can_give_its_place_is_told_at_once(settings: object) -> None:
    organization = acme()
    record(organization)
    settings.WAYBILL_AUDIT_KEYS = {"new": b"n" * 32}  # type: ignore[attr-defined]
    audit_seal_all()
    assert AuditEntry.unscoped.filter(sequence=None).exists()
    assert "into WAYBILL_AUDIT_KEYS" in audit_verify(organization=organization).finding


def test_a_check_is_noted() -> None:
    organization = acme()
    record(organization)
    audit_seal_all()
    audit_check(organization=organization)
    audit_check(organization=organization)
    check = AuditCheck.unscoped.get()
    assert (check.entries, check.finding, len(check.hash)) == (1, "", 64)
