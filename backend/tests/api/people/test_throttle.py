"""Guessing is slow from one client and from many, and its victim still gets in."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from django.conf import settings
from django.core.mail import EmailMessage

from tests.api.people.browser import Browser, codes, link, pending
from tests.api.people.totp import add_app, code_now
from tests.conftest import PASSWORD, Tenant

pytestmark = pytest.mark.security("guessing and lockout")

TOO_MANY = {"too_many_login_attempts"}
EMAILS = pytest.mark.parametrize("known", [True, False])


def attack(email: str, tries: int, start: int = 0) -> list[set[str]]:
    """Wrong passwords, each from a client of its own."""
    clients = (Browser(f"203.0.113.{n}") for n in count(start))
    return [codes(next(clients).sign_in(email, f"guess {n}")) for n in range(tries)]


@EMAILS
def test_one_client_guesses_five_times(tenant: Tenant, known: bool) -> None:
    email = tenant.user.email if known else "nobody@example.com"
    attacker = Browser("203.0.113.9")
    said = [codes(attacker.sign_in(email, f"guess {n}")) for n in range(8)]
    assert said == [{"email_password_mismatch"}] * 5 + [TOO_MANY] * 3
    assert codes(attacker.sign_in(email)) == TOO_MANY, "right or not"


def test_the_attackers_limit_is_not_the_victims(tenant: Tenant) -> None:
    attacker = Browser("203.0.113.9")
    for n in range(8):
        attacker.sign_in(tenant.user.email, f"guess {n}")
    assert Browser("192.0.2.77").sign_in(tenant.user.email).status_code == 200


def test_one_client_at_many_accounts_is_refused(tenant: Tenant) -> None:
    attacker = Browser("203.0.113.9")
    said = [codes(attacker.sign_in(f"p{n}@example.com", "guess")) for n in range(32)]
    assert said[29:] == [{"email_password_mismatch"}, TOO_MANY, TOO_MANY]


def test_addresses_of_one_ipv6_network_are_one_client(tenant: Tenant) -> None:
    said = [
        codes(Browser(f"2001:db8:1:2::{n:x}").sign_in(tenant.user.email, "guess"))
        for n in range(1, 8)
    ]
    assert said[4:] == [{"email_password_mismatch"}, TOO_MANY, TOO_MANY]


@EMAILS
def test_many_clients_at_one_account_are_slowed(tenant: Tenant, known: bool) -> None:
    email = tenant.user.email if known else "nobody@example.com"
    said = attack(email, 24)
    assert said == [{"email_password_mismatch"}] * 20 + [TOO_MANY] * 4


def test_a_guess_that_is_right_says_nothing_while_slowed(tenant: Tenant) -> None:
    attack(tenant.user.email, 20)
    attacker = Browser("203.0.113.200")
    right, wrong = (attacker.sign_in(tenant.user.email, p) for p in (PASSWORD, "wrong"))
    assert (right.status_code, right.json()) == (wrong.status_code, wrong.json())
    assert not attacker.signed_in


def test_the_victim_gets_in_on_the_device_they_used_before(
    mine: Browser, tenant: Tenant, recorded: Callable[[], list[str]]
) -> None:
    mine.call("DELETE", "auth/session")
    attack(tenant.user.email, 30)
    assert mine.sign_in(tenant.user.email).status_code == 200
    seen = recorded()
    assert seen.count("person.sign_in_failed") == 20
    assert seen.count("person.sign_in_slowed") == 1, "the log is not flooded either"


def test_the_victim_gets_in_on_that_device_behind_the_attackers_own_address(
    mine: Browser, tenant: Tenant
) -> None:
    mine.call("DELETE", "auth/session")
    attacker = Browser(mine.address)
    for n in range(8):
        attacker.sign_in(tenant.user.email, f"guess {n}")
    assert codes(attacker.sign_in(tenant.user.email)) == TOO_MANY
    assert mine.sign_in(tenant.user.email).status_code == 200


def test_the_victim_gets_in_on_a_new_device_with_a_second_factor(
    mine: Browser, tenant: Tenant
) -> None:
    secret = add_app(mine)
    attack(tenant.user.email, 30)
    new = Browser("192.0.2.88")
    answer = new.sign_in(tenant.user.email)
    assert pending(answer) == {"mfa_authenticate"}
    assert new.post("auth/2fa/authenticate", {"code": code_now(secret)}).status_code == 200


def test_the_victim_gets_in_on_a_new_device_through_their_mailbox(
    tenant: Tenant, mailoutbox: list[EmailMessage]
) -> None:
    """Also while the attacker asks for resets, and once more when the attack goes on."""
    attack(tenant.user.email, 30)
    for n in range(10):
        Browser(f"203.0.113.{n}").post("auth/password/request", {"email": tenant.user.email})
    new = Browser("192.0.2.88")
    body = {"key": link(mailoutbox[0], "reset-password"), "password": "another long password"}
    assert new.post("auth/password/reset", body).status_code == 200
    new.call("DELETE", "auth/session")
    attack(tenant.user.email, 10, start=100)
    assert new.sign_in(tenant.user.email, "another long password").status_code == 200


def test_a_session_that_is_open_shows_again_who_it_is_during_an_attack(
    mine: Browser, tenant: Tenant
) -> None:
    attack(tenant.user.email, 30)
    mine.reauthenticate()


def test_a_known_device_guesses_no_faster_for_it(mine: Browser, tenant: Tenant) -> None:
    mine.call("DELETE", "auth/session")
    said = [codes(mine.sign_in(tenant.user.email, f"guess {n}")) for n in range(12)]
    assert said[9:] == [{"email_password_mismatch"}, TOO_MANY, TOO_MANY]


def device_cookie(browser: Browser) -> str:
    return browser.client.cookies[settings.WAYBILL_DEVICE_COOKIE_NAME].value


@pytest.mark.parametrize("kind", ["forged", "another person's", "of the former password"])
def test_a_device_cookie_that_is_not_this_persons_helps_nobody(
    mine: Browser, tenant: Tenant, other_tenant: Tenant, kind: str
) -> None:
    cookie = device_cookie(mine)
    if kind == "forged":
        cookie = cookie[:-2] + ("AA" if cookie[-2:] != "AA" else "BB")
    elif kind == "another person's":
        theirs = Browser("192.0.2.20")
        theirs.sign_in(other_tenant.user.email)
        cookie = device_cookie(theirs)
    else:
        tenant.user.set_password(PASSWORD)
        tenant.user.save()
    attack(tenant.user.email, 20)
    attacker = Browser("203.0.113.200")
    attacker.client.cookies[settings.WAYBILL_DEVICE_COOKIE_NAME] = cookie
    assert codes(attacker.sign_in(tenant.user.email)) == TOO_MANY


def test_the_device_cookie_opens_nothing(mine: Browser, tenant: Tenant) -> None:
    browser = Browser()
    browser.client.cookies[settings.WAYBILL_DEVICE_COOKIE_NAME] = device_cookie(mine)
    assert not browser.signed_in
    assert browser.sign_in(tenant.user.email, "wrong").status_code == 400


def test_the_device_cookie_is_for_the_server_alone(mine: Browser) -> None:
    cookie = mine.client.cookies[settings.WAYBILL_DEVICE_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert mine.client.cookies["sessionid"]["httponly"]


def test_codes_are_guessed_as_slowly_and_the_victim_gets_in(mine: Browser, tenant: Tenant) -> None:
    """By somebody who has the password, from many clients."""
    secret = add_app(mine)
    mine.call("DELETE", "auth/session")
    said = []
    for n in range(24):
        attacker = Browser(f"203.0.113.{n}")
        assert pending(attacker.sign_in(tenant.user.email)) == {"mfa_authenticate"}
        said.append(codes(attacker.post("auth/2fa/authenticate", {"code": f"{n:06}"})))
    assert said == [{"incorrect_code"}] * 20 + [TOO_MANY] * 4
    assert pending(mine.sign_in(tenant.user.email)) == {"mfa_authenticate"}
    assert mine.post("auth/2fa/authenticate", {"code": code_now(secret)}).status_code == 200


def test_what_succeeds_is_not_counted(tenant: Tenant) -> None:
    for _ in range(8):
        assert Browser("192.0.2.30").sign_in(tenant.user.email).status_code == 200
