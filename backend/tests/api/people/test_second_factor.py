from __future__ import annotations

import base64
import time
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.mail import EmailMessage
from pytest_django import Settings

from tests.api.people.browser import Browser, codes, link, pending
from tests.api.people.totp import add_app, code_now
from tests.conftest import Tenant

pytestmark = pytest.mark.security("second factor")


def test_the_code_is_the_one_of_rfc_6238() -> None:
    """The first vector of its appendix B, with six digits."""
    secret = base64.b32encode(b"12345678901234567890").decode()
    assert format_hotp_value(hotp_value(secret, 59 // 30)) == "287082"
    assert code_now(secret, at=59) == "287082"


def test_signing_in_asks_for_the_code(
    transactional_db: None,
    mine: Browser,
    tenant: Tenant,
    mailoutbox: list[EmailMessage],
    recorded: Callable[[], list[str]],
) -> None:
    secret = add_app(mine)
    assert mailoutbox[-1].subject == "An authenticator app was added"
    browser = Browser()
    answer = browser.sign_in(tenant.user.email)
    assert (answer.status_code, pending(answer)) == (401, {"mfa_authenticate"})
    assert browser.get("/api/v1/me").status_code == 401
    assert browser.post("auth/2fa/authenticate", {"code": code_now(secret)}).status_code == 200
    assert browser.get("/api/v1/me").status_code == 200
    assert "person.factor_added" in recorded()


@pytest.mark.parametrize("code", ["000000", "", "not a code", "1" * 200])
def test_a_wrong_code_does_not_pass(
    mine: Browser, tenant: Tenant, code: str, recorded: Callable[[], list[str]]
) -> None:
    add_app(mine)
    browser = Browser()
    browser.sign_in(tenant.user.email)
    assert browser.post("auth/2fa/authenticate", {"code": code}).status_code == 400
    assert not browser.signed_in
    assert not code or "person.wrong_code" in recorded()


@pytest.mark.parametrize("periods", [-3, 3])
def test_a_code_of_another_time_does_not_pass(mine: Browser, tenant: Tenant, periods: int) -> None:
    secret = add_app(mine)
    browser = Browser()
    browser.sign_in(tenant.user.email)
    late = code_now(secret, at=time.time() + 30 * periods)
    assert browser.post("auth/2fa/authenticate", {"code": late}).status_code == 400


def test_a_code_passes_once(mine: Browser, tenant: Tenant) -> None:
    secret = add_app(mine)
    code, passed = code_now(secret), []
    for _ in range(2):
        browser = Browser()
        browser.sign_in(tenant.user.email)
        passed.append(browser.post("auth/2fa/authenticate", {"code": code}).status_code)
    assert passed == [200, 400]


def test_the_code_alone_opens_nothing(mine: Browser, tenant: Tenant) -> None:
    secret = add_app(mine)
    answer = Browser().post("auth/2fa/authenticate", {"code": code_now(secret)})
    assert answer.status_code == 401


def test_a_recovery_code_passes_once(mine: Browser, tenant: Tenant) -> None:
    add_app(mine)
    shown = mine.get("account/authenticators/recovery-codes").json()["data"]["unused_codes"]
    assert len(set(shown)) == 10
    again = mine.get("account/authenticators/recovery-codes").json()["data"]
    assert "unused_codes" not in again, "shown once"
    passed = []
    for code in (shown[0], shown[0], shown[1]):
        browser = Browser()
        browser.sign_in(tenant.user.email)
        passed.append(browser.post("auth/2fa/authenticate", {"code": code}).status_code)
    assert passed == [200, 400, 200]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "account/authenticators/totp", {"code": "000000"}),
        ("DELETE", "account/authenticators/totp", None),
        ("GET", "account/authenticators/recovery-codes", None),
        ("POST", "account/authenticators/recovery-codes", {}),
        ("GET", "account/authenticators/webauthn", None),
        ("POST", "account/email", {"email": "other@example.com"}),
    ],
)
def test_what_is_sensitive_asks_again_who_it_is(
    mine: Browser, settings: Settings, method: str, path: str, body: object
) -> None:
    """A session that somebody left open changes nothing of the kind."""
    add_app(mine)
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    answer = mine.call(method, path, body)
    if path.endswith("totp") and method == "POST":
        assert answer.status_code == 400
    else:
        assert answer.status_code == 401
        assert answer.json()["meta"]["is_authenticated"] is True
    assert Authenticator.objects.filter(type="totp").count() == 1


def test_removing_the_app_is_recorded_and_told(
    mine: Browser,
    tenant: Tenant,
    mailoutbox: list[EmailMessage],
    recorded: Callable[[], list[str]],
) -> None:
    secret = add_app(mine)
    assert mine.post("auth/2fa/reauthenticate", {"code": code_now(secret)}).status_code == 200
    assert mine.call("DELETE", "account/authenticators/totp").status_code == 200
    assert "person.factor_removed" in recorded()
    assert mailoutbox[-1].subject == "The authenticator app was removed"
    assert Browser().sign_in(tenant.user.email).status_code == 200
    assert not Authenticator.objects.exists(), "recovery codes go with the last factor"


def test_the_secret_is_sealed_at_rest(mine: Browser) -> None:
    secret = add_app(mine)
    stored = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in stored
    assert secret.encode() not in base64.b64decode(stored)


def test_a_reset_by_mail_does_not_go_round_the_second_factor(
    mine: Browser, tenant: Tenant, mailoutbox: list[EmailMessage]
) -> None:
    add_app(mine)
    browser = Browser()
    browser.post("auth/password/request", {"email": tenant.user.email})
    body = {"key": link(mailoutbox[-1], "reset-password"), "password": "another long password"}
    answer = browser.post("auth/password/reset", body)
    assert (answer.status_code, pending(answer)) == (401, {"mfa_authenticate"})
    assert not browser.signed_in


def test_a_code_does_not_move_to_somebody_else(
    mine: Browser, tenant: Tenant, other_tenant: Tenant
) -> None:
    secret = add_app(mine)
    theirs = Browser()
    theirs.sign_in(other_tenant.user.email)
    add_app(theirs)
    browser = Browser()
    browser.sign_in(other_tenant.user.email)
    answer = browser.post("auth/2fa/authenticate", {"code": code_now(secret)})
    assert codes(answer) == {"incorrect_code"}
