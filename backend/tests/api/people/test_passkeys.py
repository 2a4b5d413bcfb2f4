from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from pytest_django import Settings

from tests.api.people.browser import Browser, codes, pending
from tests.api.people.passkey import Passkey
from tests.conftest import Tenant

pytestmark = pytest.mark.security("passkeys")

HOST = "waybill.example.com"
ORIGIN = f"https://{HOST}"
KEYS = "account/authenticators/webauthn"


@pytest.fixture(autouse=True)
def over_https(settings: Settings) -> None:
    settings.WAYBILL_PUBLIC_URL = ORIGIN
    settings.ALLOWED_HOSTS = ["*"]
    settings.MFA_SUPPORTED_TYPES = ["recovery_codes", "totp", "webauthn"]
    settings.MFA_PASSKEY_LOGIN_ENABLED = True


def passkey() -> Passkey:
    return Passkey(ORIGIN, HOST)


def add(browser: Browser, key: Passkey) -> int:
    """Register the key; gives the status of the answer."""
    browser.reauthenticate()
    offered = browser.get(f"{KEYS}?passwordless")
    assert offered.status_code == 200, offered.content
    options = offered.json()["data"]["creation_options"]
    assert options["publicKey"]["rp"]["id"] == HOST
    body = {"name": "Laptop", "credential": key.create(options)}
    return browser.post(KEYS, body).status_code


def sign_in(browser: Browser, key: Passkey) -> int:
    """Sign in with the key alone; gives the status of the answer."""
    options = browser.get("auth/webauthn/login").json()["data"]["request_options"]
    return browser.post("auth/webauthn/login", {"credential": key.get(options)}).status_code


def test_a_passkey_signs_in_without_a_password(
    mine: Browser, tenant: Tenant, recorded: Callable[[], list[str]]
) -> None:
    key = passkey()
    assert add(mine, key) == 200
    browser = Browser()
    assert sign_in(browser, key) == 200
    assert browser.get("/api/v1/me").json()["email"] == tenant.user.email
    assert recorded() == ["person.signed_in", "person.factor_added", "person.signed_in"]


def test_a_passkey_is_the_second_factor_after_a_password(mine: Browser, tenant: Tenant) -> None:
    key = passkey()
    add(mine, key)
    browser = Browser()
    assert pending(browser.sign_in(tenant.user.email)) == {"mfa_authenticate"}
    options = browser.get("auth/webauthn/authenticate").json()["data"]["request_options"]
    answer = browser.post("auth/webauthn/authenticate", {"credential": key.get(options)})
    assert answer.status_code == 200


def test_a_passkey_shows_again_who_it_is(mine: Browser) -> None:
    key = passkey()
    add(mine, key)
    options = mine.get("auth/webauthn/reauthenticate").json()["data"]["request_options"]
    answer = mine.post("auth/webauthn/reauthenticate", {"credential": key.get(options)})
    assert answer.status_code == 200


def test_a_passkey_that_asks_for_nothing_does_not_replace_a_password(mine: Browser) -> None:
    key = passkey()
    add(mine, key)
    key.verifies = False
    assert sign_in(Browser(), key) == 400


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example.com",
        "https://waybill.example.com.evil.example",
        "http://waybill.example.com",
        "https://example.com",
    ],
)
def test_what_another_origin_obtained_opens_nothing(mine: Browser, origin: str) -> None:
    key = passkey()
    add(mine, key)
    key.origin = origin
    assert sign_in(Browser(), key) == 400


def test_another_key_under_the_same_name_opens_nothing(mine: Browser) -> None:
    key = passkey()
    add(mine, key)
    forged = Passkey(ORIGIN, HOST, id=key.id, user_handle=key.user_handle)
    assert sign_in(Browser(), forged) == 400


def test_a_key_does_not_open_somebody_elses_account(mine: Browser, other_tenant: Tenant) -> None:
    key, theirs = passkey(), passkey()
    add(mine, key)
    other = Browser()
    other.sign_in(other_tenant.user.email)
    add(other, theirs)
    key.user_handle = theirs.user_handle
    assert sign_in(Browser(), key) == 400


def test_an_answer_is_good_for_one_challenge(mine: Browser) -> None:
    key = passkey()
    add(mine, key)
    browser = Browser()
    options = browser.get("auth/webauthn/login").json()["data"]["request_options"]
    caught = key.get(options)
    assert browser.post("auth/webauthn/login", {"credential": caught}).status_code == 200
    thief = Browser()
    thief.get("auth/webauthn/login")
    assert codes(thief.post("auth/webauthn/login", {"credential": caught})) == {"incorrect_code"}


@pytest.mark.parametrize("credential", [None, {}, {"id": 1}, [], "x", {"response": None}])
@pytest.mark.parametrize("path", ["auth/webauthn/login", "auth/webauthn/reauthenticate", KEYS])
def test_nonsense_is_refused(mine: Browser, credential: object, path: str) -> None:
    add(mine, passkey())
    mine.get(path)
    assert mine.post(path, {"credential": credential, "name": "x"}).status_code == 400


def test_a_removed_passkey_opens_nothing(mine: Browser) -> None:
    key = passkey()
    add(mine, key)
    mine.reauthenticate()
    pk = Authenticator.objects.get(type="webauthn").pk
    assert mine.call("DELETE", KEYS, {"authenticators": [pk]}).status_code == 200
    assert sign_in(Browser(), key) == 400


def test_nobody_removes_somebody_elses_passkey(mine: Browser, other_tenant: Tenant) -> None:
    key = passkey()
    add(mine, key)
    pk = Authenticator.objects.get(type="webauthn").pk
    other = Browser()
    other.sign_in(other_tenant.user.email)
    other.reauthenticate()
    assert other.call("DELETE", KEYS, {"authenticators": [pk]}).status_code == 400
    assert other.call("PUT", KEYS, {"id": pk, "name": "Mine now"}).status_code == 400
    assert sign_in(Browser(), key) == 200
