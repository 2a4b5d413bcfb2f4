from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command

from core.accounts.api_keys import api_key_authenticate
from core.accounts.models import Organization, Role, User
from core.accounts.selectors import membership_current


def create(monkeypatch: pytest.MonkeyPatch, password: str, slug: str = "acme") -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
    call_command("create_organization", slug, "--name=Acme", "--owner=Owner@Acme.example")


def test_the_first_owner_can_sign_in(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    create(monkeypatch, "correct-horse-battery")
    user = User.objects.get(email="owner@acme.example")
    assert user.check_password("correct-horse-battery")
    membership = membership_current(user=user)
    assert membership is not None
    assert (membership.role, membership.organization.slug) == (Role.OWNER, "acme")


def test_a_weak_password_and_a_taken_slug_are_refused_in_words(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CommandError, match="too weak"):
        create(monkeypatch, "12345")
    assert not Organization.objects.filter(slug="acme").exists()
    create(monkeypatch, "correct-horse-battery")
    with pytest.raises(CommandError, match="already"):
        create(monkeypatch, "correct-horse-battery")


def test_a_printed_api_key_works(
    organization: Organization, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("create_api_key", organization.slug, "--name=CI")
    found = api_key_authenticate(secret=capsys.readouterr().out.strip())
    assert found is not None
    assert found.organization == organization


def test_a_printed_api_key_has_the_scopes_and_the_end_that_were_asked_for(
    organization: Organization, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("create_api_key", organization.slug, "--name=CI", "--scope=audit:read", "--days=1")
    found = api_key_authenticate(secret=capsys.readouterr().out.strip())
    assert found is not None
    assert found.scopes == ["audit:read"]
    assert found.expires_at is not None
    with pytest.raises(CommandError, match="days"):
        call_command("create_api_key", organization.slug, "--name=CI", "--days=0")
