from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.core.management import CommandError, call_command
from django.db import connection

from administration.founding import Invited
from core.access.invitations import invitation_find
from core.access.models import Invitation
from core.accounts.models import Membership, Organization, Role, User
from core.audit.models import AuditEntry
from tests.mail import Mailbox

BACKEND = Path(__file__).resolve().parents[2]
GOOD = "correct-horse-battery"


@pytest.fixture(autouse=True)
def _nothing_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("WAYBILL_INIT_")]:
        monkeypatch.delenv(name)


def init(monkeypatch: pytest.MonkeyPatch, *options: str, **variables: str) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"WAYBILL_INIT_{name.upper()}", value)
    call_command("init", "--no-input", *options)


def test_the_environment_makes_the_first_owner(
    db: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    init(monkeypatch, organization="Acme Ltd", owner="Ada@Acme.example", password=GOOD)
    owner = Membership.objects.across_organizations("all of them").get()
    assert (owner.organization.slug, owner.role) == ("acme-ltd", Role.OWNER)
    assert owner.user.email == "ada@acme.example"
    assert owner.user.check_password(GOOD)
    printed = capsys.readouterr().out
    assert f"{configured.WAYBILL_PUBLIC_URL}/sign-in" in printed
    assert "waybill-admin doctor" in printed
    assert GOOD not in printed
    entries = AuditEntry.objects.owned_by(owner.organization)
    assert [entry.action for entry in entries] == ["organization.founded"]


def test_a_second_run_says_what_is_there_and_changes_nothing(
    db: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    init(monkeypatch, organization="Acme", owner="ada@acme.example", password=GOOD)
    capsys.readouterr()
    init(monkeypatch, organization="Other", owner="eve@other.example", password=GOOD)
    printed = capsys.readouterr().out
    assert "Acme (acme), owned by ada@acme.example" in printed
    assert Organization.objects.count() == User.objects.count() == 1


def test_without_a_terminal_everything_that_is_missing_is_named_at_once(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CommandError) as refused:
        init(monkeypatch)
    for name in ("ORGANIZATION", "OWNER", "PASSWORD", "PASSWORD_FILE", "MAIL_LINK"):
        assert f"WAYBILL_INIT_{name}" in str(refused.value)
    assert not Organization.objects.exists()


@pytest.mark.parametrize("weak", ["12345678901", "password", "ada@acme.example", "short"])
def test_a_password_that_a_sign_up_refuses_is_refused(
    db: None, monkeypatch: pytest.MonkeyPatch, weak: str
) -> None:
    with pytest.raises(CommandError) as refused:
        init(monkeypatch, organization="Acme", owner="ada@acme.example", password=weak)
    assert "password" in str(refused.value).lower()
    assert not User.objects.exists()


def test_a_password_comes_from_a_file(
    db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "password"
    file.write_text(f"{GOOD}\n")
    init(
        monkeypatch,
        f"--password-file={file}",
        "--organization=Acme",
        "--owner=ada@acme.example",
        "--owner-name=Ada Byron",
    )
    owner = User.objects.get()
    assert owner.check_password(GOOD)
    assert owner.name == "Ada Byron"


def test_a_file_that_is_missing_is_named(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CommandError, match="/nowhere/password cannot be read"):
        init(monkeypatch, organization="A", owner="a@b.example", password_file="/nowhere/password")


def test_a_link_by_mail_lets_the_owner_choose_a_password(
    db: None,
    monkeypatch: pytest.MonkeyPatch,
    mailbox: Mailbox,
    settings: Any,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    init(monkeypatch, organization="Acme", owner="ada@acme.example", mail_link="true")
    assert mailbox.recipients == [["ada@acme.example"]]
    token = mailbox.texts()[0].split("/invitations/")[1].split()[0]
    invitation = invitation_find(token=token)
    assert (invitation.role, invitation.organization.slug) == (Role.OWNER, "acme")
    assert token not in capsys.readouterr().out


def test_a_link_that_could_not_be_mailed_is_mailed_by_the_next_run(
    db: None, monkeypatch: pytest.MonkeyPatch, mailbox: Mailbox, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    mailbox.answer = "451 Later"
    with pytest.raises(CommandError, match="init --mail-link"):
        init(monkeypatch, organization="Acme", owner="ada@acme.example", mail_link="true")
    mailbox.answer = "250 OK"
    init(monkeypatch, "--mail-link")
    assert mailbox.recipients == [["ada@acme.example"]]
    rows = Invitation.objects.across_organizations("all of them")
    assert rows.filter(revoked_at=None).count() == 1


def test_a_run_that_breaks_off_before_the_mail_has_invited_the_owner(
    db: None, monkeypatch: pytest.MonkeyPatch, mailbox: Mailbox, settings: Any
) -> None:
    class Killed(BaseException):
        pass

    def die(_: Invited) -> None:
        raise Killed

    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with monkeypatch.context() as patched:
        patched.setattr(Invited, "send", die)
        with pytest.raises(Killed):
            init(patched, organization="Acme", owner="ada@acme.example", mail_link="true")
    init(monkeypatch, "--mail-link")
    assert mailbox.recipients == [["ada@acme.example"]]


def test_an_organization_that_nobody_can_enter_gets_an_owner_or_a_complaint(
    db: None, monkeypatch: pytest.MonkeyPatch, mailbox: Mailbox, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    Organization.objects.create(slug="acme", name="Acme")
    for options in ([], ["--mail-link"], ["--owner=ada@acme.example"]):
        with pytest.raises(CommandError, match=r"nobody is invited.*--mail-link --owner"):
            init(monkeypatch, *options)
    with pytest.raises(CommandError, match="no e-mail address"):
        init(monkeypatch, "--mail-link", "--owner=ada")
    init(monkeypatch, "--mail-link", "--owner=Ada@acme.example")
    assert mailbox.recipients == [["ada@acme.example"]]


def test_without_a_name_the_password_is_compared_with_none(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = []

    def validate(_: str, user: User) -> None:
        checked.append(user.name)

    monkeypatch.setattr("administration.founding.answers.validate_password", validate)
    init(monkeypatch, organization="Acme", owner="ada@acme.example", password=GOOD)
    assert checked == [""]


def test_a_terminal_is_asked_and_shows_no_password(transactional_db: None) -> None:
    database = connection.settings_dict
    address = f"postgresql://{database['USER']}:{database['PASSWORD']}@{database['HOST']}"
    address += f":{database['PORT']}/{database['NAME']}"
    main, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "waybill-admin", "init"],
        cwd=BACKEND,
        env=os.environ | {"DATABASE_URL": address},
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
        preexec_fn=_controlling_terminal,
    )
    os.close(terminal)
    shown = _Terminal(main)
    try:
        for asked, answer in (
            ("Name of your organization: ", "Acme Ltd"),
            ("in addresses [acme-ltd]: ", ""),
            ("E-mail address of its owner: ", "ada@acme.example"),
            ("to set it): ", "12345"),
            ("to set it): ", GOOD),
            ("The same again: ", GOOD),
        ):
            shown.until(asked)
            os.write(main, f"{answer}\n".encode())
        shown.until("docs/guides/your-first-workflow.md")
        assert process.wait(240) == 0
    finally:
        process.kill()
        process.wait()
        os.close(main)
    assert "too common" in shown.all
    assert GOOD not in shown.all
    assert User.objects.get().check_password(GOOD)


def _controlling_terminal() -> None:
    """getpass asks at /dev/tty, which is the terminal that the process opens first."""
    os.close(os.open(os.ttyname(0), os.O_RDWR))


class _Terminal:
    """What a terminal shows. `until` goes on behind what it found last."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._at = 0
        self.all = ""

    def until(self, text: str) -> None:
        deadline = time.monotonic() + 240
        while (found := self.all.find(text, self._at)) < 0:
            left = max(0.0, deadline - time.monotonic())
            ready, _, _ = select.select([self._descriptor], [], [], left)
            assert ready, f"{text!r} was not shown, but: {self.all}"
            try:
                self.all += os.read(self._descriptor, 4096).decode()
            except OSError:  # Linux says so when the other side has ended
                raise AssertionError(f"{text!r} was not shown, but: {self.all}") from None
        self._at = found + len(text)
