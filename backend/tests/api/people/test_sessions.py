from __future__ import annotations

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from tests.api.people.browser import ROOT, Browser
from tests.conftest import PASSWORD, Tenant

pytestmark = pytest.mark.security("sessions")


def test_sessions_are_listed_and_ended(mine: Browser, tenant: Tenant) -> None:
    other = Browser("192.0.2.44")
    other.sign_in(tenant.user.email)
    listed = mine.get("auth/sessions").json()["data"]
    assert {(each["ip"], each["is_current"]) for each in listed} == {
        ("192.0.2.10", True),
        ("192.0.2.44", False),
    }
    theirs = next(each["id"] for each in listed if not each["is_current"])
    assert mine.call("DELETE", "auth/sessions", {"sessions": [theirs]}).status_code == 200
    assert other.get("/api/v1/me").status_code == 401
    assert mine.get("/api/v1/me").status_code == 200


def test_nobody_ends_somebody_elses_session(mine: Browser, other_tenant: Tenant) -> None:
    theirs = Browser()
    theirs.sign_in(other_tenant.user.email)
    pk = UserSession.objects.get(user=other_tenant.user).pk
    assert mine.call("DELETE", "auth/sessions", {"sessions": [pk]}).status_code == 400
    assert theirs.signed_in


@pytest.mark.parametrize("path", ["auth/sessions", "account/email", "account/authenticators"])
def test_nobody_reads_it_unasked(browser: Browser, db: None, path: str) -> None:
    assert browser.get(path).status_code == 401


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "auth/login"),
        ("POST", "auth/signup"),
        ("POST", "auth/invitation"),
        ("POST", "auth/password/request"),
        ("POST", "account/password/change"),
        ("POST", "auth/provider/redirect"),
        ("DELETE", "auth/session"),
        ("DELETE", "auth/sessions"),
        ("DELETE", "account/authenticators/totp"),
        ("DELETE", "account/providers"),
    ],
)
def test_another_site_changes_nothing(mine: Browser, method: str, path: str) -> None:
    mine.client.cookies.pop("csrftoken", None)
    answer = mine.client.generic(method, ROOT + path, b"{}", content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")
    assert mine.signed_in


@pytest.mark.parametrize(
    "path",
    [
        "auth/provider/token",
        "auth/code/request",
        "auth/code/confirm",
        "auth/webauthn/signup",
        "auth/phone/verify",
        "auth/2fa/trust",
        "account/phone",
        "tokens/refresh",
        "../../app/v1/auth/signup",
        "../../app/v1/account/email",
        "../../callback/facebook",
    ],
)
def test_what_waybill_does_not_offer_does_not_exist(db: None, path: str) -> None:
    client = Client(raise_request_exception=False)
    address = f"/_allauth/{path[6:]}" if path.startswith("../") else ROOT + path
    for method in ("GET", "POST"):
        assert client.generic(method, address, b"").status_code == 404


def test_signing_in_changes_the_session(browser: Browser, tenant: Tenant) -> None:
    """A session that somebody planted before is not the one that is signed in."""
    browser.post("auth/password/request", {"email": "nobody@example.com"})
    browser.get("auth/webauthn/login")
    planted = browser.client.cookies["sessionid"].value
    browser.sign_in(tenant.user.email, PASSWORD)
    assert browser.client.cookies["sessionid"].value != planted
    thief = Browser()
    thief.client.cookies["sessionid"] = planted
    assert not thief.signed_in
