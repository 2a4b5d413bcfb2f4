"""What people try Waybill with: the fixture, and the demonstration without an ERP."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.hashers import is_password_usable
from django.core.management import CommandError, call_command
from django.core.serializers import serialize
from django.db import DatabaseError

from core.accounts.api_keys import api_key_generate
from core.accounts.models import Membership, Organization, User
from core.audit.services import SYSTEM, audit_record
from core.postgres.tenancy import nobody
from core.submissions.accept import submission_accept
from core.submissions.models import Source, StepRun
from core.workflows.models import WorkflowDraft, WorkflowVersion
from core.workflows.versions import definition_publish
from tests.engine import deliver
from tests.mail import Mailbox


def load(*names: str) -> None:
    """As at a terminal, where nobody has chosen an organization."""
    with nobody():
        call_command("loaddata", *names, verbosity=0)


def test_the_fixture_is_loaded_past_row_level_security_and_can_be_published(db: None) -> None:
    load("trial")
    organization = Organization.objects.get(slug="trial")
    owner = Membership.objects.owned_by(organization).get()
    assert (owner.role, owner.user.email) == ("owner", "owner@trial.example")
    assert not is_password_usable(owner.user.password)
    draft = WorkflowDraft.objects.owned_by(organization).get()
    definition_publish(organization=organization, document=draft.document)


def test_a_fixture_may_be_loaded_twice_and_new_rows_get_numbers_after_it(db: None) -> None:
    load("trial")
    load("trial")
    person = User.objects.create_user("ada@trial.example", "correct-horse-battery")
    assert person.emailaddress_set.get().pk > 1_000_001  # type: ignore[attr-defined]


def test_a_fixture_cannot_change_the_audit_log(
    db: None, tmp_path: Path, organization: Organization
) -> None:
    entry = audit_record(
        organization=organization, actor=SYSTEM, action="a", object_kind="o", object_id=1
    )
    file = tmp_path / "entry.json"
    file.write_text(serialize("json", [entry]).replace('"action": "a"', '"action": "b"'))
    with pytest.raises(DatabaseError):
        load(str(file))


def test_what_is_dumped_can_be_loaded(db: None, tmp_path: Path) -> None:
    load("trial")
    file = tmp_path / "kept.json"
    with nobody():
        call_command("dumpdata", "accounts.organization", "connections", output=str(file))
    assert {row["model"] for row in json.loads(file.read_text())} == {
        "accounts.organization",
        "connections.connection",
    }
    load(str(file))


@pytest.fixture
def demonstration(monkeypatch: pytest.MonkeyPatch, mailbox: Mailbox, settings: Any) -> None:
    for name in ("TRYTON_URL", "TRYTON_DATABASE", "TRYTON_KEY", "TRYTON_COMPANY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SMTP_HOST", "127.0.0.1")
    monkeypatch.setenv("SMTP_PORT", str(settings.EMAIL_PORT))
    monkeypatch.setenv("WAYBILL_DEMO_PASSWORD", "correct-horse-battery")
    monkeypatch.setenv("WAYBILL_DEMO_API_KEY", api_key_generate())


def test_the_demonstration_delivers_without_an_erp(
    demonstration: None, transactional_db: None, allow_loopback: None, mailbox: Mailbox
) -> None:
    with pytest.raises(CommandError, match="TRYTON_URL is not set"):
        call_command("seed_demo")
    call_command("seed_demo", "--without-erp")
    call_command("seed_demo", "--without-erp")
    organization = Organization.objects.get(slug="demo")
    versions = WorkflowVersion.objects.owned_by(organization)
    assert versions.count() == 2
    steps = versions.get(workflow__slug="new-customer").steps
    assert set(steps.values_list("connection__slug", flat=True)) == {"mail"}
    version = versions.get(workflow__slug="new-customer")
    answers = {
        "company": "Acme Ltd",
        "contact_name": "Ada Byron",
        "email": "ada@acme.example",
        "country": "GB",
    }
    submission_accept(version=version, data=answers, source=Source.API)
    deliver()
    deliver()
    assert [run.status for run in StepRun.unscoped.all()] == ["succeeded", "succeeded"]
    assert mailbox.recipients == [["sales@demo.example"], ["ada@acme.example"]]
