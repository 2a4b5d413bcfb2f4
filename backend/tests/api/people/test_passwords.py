from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth import hashers
from django.core.mail import EmailMessage
from django.core.mail.backends import locmem
from pytest_django import Settings

from core.accounts.models import User
from tests.api.people.browser import Browser, codes, link, pending
from tests.conftest import PASSWORD, Tenant

pytestmark = pytest.mark.security("passwords")

NEW = "a longer one than before"


def reset_key(tenant: Tenant, mailoutbox: list[EmailMessage]) -> str:
    assert Browser().post("auth/password/request", {"email": tenant.user.email}).status_code == 200
    return link(mailoutbox[-1], "reset-password")


def test_a_lost_password_is_set_anew_and_leads_in(
    browser: Browser,
    tenant: Tenant,
    mailoutbox: list[EmailMessage],
    recorded: Callable[[], list[str]],
) -> None:
    key = reset_key(tenant, mailoutbox)
    answer = browser.post("auth/password/reset", {"key": key, "password": NEW})
    assert answer.status_code == 200
    assert browser.signed_in
    assert Browser().sign_in(tenant.user.email).status_code == 400
    assert Browser().sign_in(tenant.user.email, NEW).status_code == 200
    assert recorded()[:2] == ["person.password_reset", "person.signed_in"]
    assert mailoutbox[-1].subject == "Your password was set anew"


def test_a_reset_ends_every_session(
    mine: Browser, tenant: Tenant, mailoutbox: list[EmailMessage]
) -> None:
    key = reset_key(tenant, mailoutbox)
    Browser().post("auth/password/reset", {"key": key, "password": NEW})
    assert not mine.signed_in


def test_the_link_of_a_reset_works_once(tenant: Tenant, mailoutbox: list[EmailMessage]) -> None:
    body = {"key": reset_key(tenant, mailoutbox), "password": NEW}
    assert Browser().post("auth/password/reset", body).status_code == 200
    again = Browser().post("auth/password/reset", body | {"password": "yet another password"})
    assert codes(again) == {"invalid_password_reset"}
    assert Browser().sign_in(tenant.user.email, NEW).status_code == 200


@pytest.mark.parametrize(
    "change", [lambda key: key[:-1] + "x", lambda key: "1-" + key, lambda _: "x"]
)
def test_a_made_up_key_resets_nothing(
    tenant: Tenant, mailoutbox: list[EmailMessage], change: Callable[[str], str]
) -> None:
    key = change(reset_key(tenant, mailoutbox))
    answer = Browser().post("auth/password/reset", {"key": key, "password": NEW})
    assert codes(answer) == {"invalid_password_reset"}


def test_an_old_link_resets_nothing(
    tenant: Tenant, mailoutbox: list[EmailMessage], settings: Settings
) -> None:
    key = reset_key(tenant, mailoutbox)
    settings.PASSWORD_RESET_TIMEOUT = -1
    answer = Browser().post("auth/password/reset", {"key": key, "password": NEW})
    assert codes(answer) == {"invalid_password_reset"}


def test_an_unknown_address_gets_the_same_answer_and_a_mail_too(
    tenant: Tenant, mailoutbox: list[EmailMessage]
) -> None:
    known = Browser().post("auth/password/request", {"email": tenant.user.email})
    unknown = Browser().post("auth/password/request", {"email": "nobody@example.com"})
    assert (known.status_code, known.json()) == (unknown.status_code, unknown.json())
    assert [message.to for message in mailoutbox] == [[tenant.user.email], ["nobody@example.com"]]


@pytest.mark.parametrize("email", ["known", "nobody@example.com"])
def test_nobody_is_flooded_with_mails_and_the_first_links_stay_good(
    tenant: Tenant, mailoutbox: list[EmailMessage], email: str
) -> None:
    email = tenant.user.email if email == "known" else email
    answers = [
        Browser(f"198.51.100.{n}").post("auth/password/request", {"email": email}) for n in range(6)
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert len(mailoutbox) == 3
    if email == tenant.user.email:
        body = {"key": link(mailoutbox[0], "reset-password"), "password": NEW}
        assert Browser().post("auth/password/reset", body).status_code == 200


def test_a_mail_that_cannot_be_sent_is_said_so(
    tenant: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> int:
        raise ConnectionRefusedError

    monkeypatch.setattr(locmem.EmailBackend, "send_messages", away)
    for email in (tenant.user.email, "nobody@example.com"):
        answer = Browser().post("auth/password/request", {"email": email})
        assert (answer.status_code, answer.json()["code"]) == (503, "email_not_sent")


def test_changing_the_password_ends_all_other_sessions(
    mine: Browser, tenant: Tenant, recorded: Callable[[], list[str]]
) -> None:
    other = Browser("192.0.2.11")
    other.sign_in(tenant.user.email)
    body = {"current_password": PASSWORD, "new_password": NEW}
    assert mine.post("account/password/change", body).status_code == 200
    assert mine.signed_in
    assert not other.signed_in
    assert other.get("/api/v1/me").status_code == 401
    assert recorded()[-1] == "person.password_changed"
    assert len(mine.get("auth/sessions").json()["data"]) == 1


@pytest.mark.parametrize("current", ["wrong", "", None])
def test_a_password_is_changed_by_somebody_who_knows_it(
    mine: Browser, tenant: Tenant, current: str | None
) -> None:
    answer = mine.post(
        "account/password/change", {"current_password": current, "new_password": NEW}
    )
    assert answer.status_code == 400
    assert Browser().sign_in(tenant.user.email).status_code == 200


def test_a_new_address_counts_from_its_proof_on(
    mine: Browser,
    tenant: Tenant,
    mailoutbox: list[EmailMessage],
    recorded: Callable[[], list[str]],
) -> None:
    old, new = tenant.user.email, "moved@example.com"
    assert mine.post("account/email", {"email": new}).status_code == 401
    mine.reauthenticate()
    assert mine.post("account/email", {"email": new}).status_code == 200
    assert Browser().sign_in(old).status_code == 200
    assert Browser().sign_in(new).status_code != 200

    key = link(mailoutbox[-1], "verify-email")
    assert mine.post("auth/email/verify", {"key": key}).status_code == 200
    tenant.user.refresh_from_db()
    assert tenant.user.email == new
    assert Browser().sign_in(new).status_code == 200
    assert Browser().sign_in(old).status_code == 400
    assert "person.email_changed" in recorded()


def test_an_address_of_somebody_else_is_not_taken_over(
    mine: Browser, tenant: Tenant, mailoutbox: list[EmailMessage]
) -> None:
    User.objects.create_user("theirs@example.com", PASSWORD)
    mine.reauthenticate()
    mine.post("account/email", {"email": "theirs@example.com"})
    answer = mine.post("auth/email/verify", {"key": link(mailoutbox[-1], "verify-email")})
    assert codes(answer) == {"email_taken"}
    tenant.user.refresh_from_db()
    assert tenant.user.email != "theirs@example.com"
    assert Browser().sign_in("theirs@example.com").status_code == 200


def test_wrong_and_unknown_get_the_same_answer(tenant: Tenant) -> None:
    wrong = Browser().sign_in(tenant.user.email, "wrong")
    unknown = Browser().sign_in("nobody@example.com", "wrong")
    assert (wrong.status_code, wrong.json()) == (unknown.status_code, unknown.json())


def test_unknown_addresses_cost_a_hash_too(tenant: Tenant, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[int] = []
    encode = hashers.MD5PasswordHasher.encode

    def counting(self: hashers.MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(1)
        return encode(self, password, salt)

    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", counting)
    spent = []
    for email in (tenant.user.email, "nobody@example.com"):
        hashed.clear()
        Browser().sign_in(email, "wrong")
        spent.append(len(hashed))
    assert spent == [1, 1]


def test_a_person_without_a_proven_address_does_not_pass(tenant: Tenant) -> None:
    tenant.user.emailaddress_set.update(verified=False)  # type: ignore[attr-defined]
    answer = Browser().sign_in(tenant.user.email)
    assert (answer.status_code, pending(answer)) == (401, {"verify_email"})
