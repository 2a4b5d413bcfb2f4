from __future__ import annotations

import pytest
from django.core.mail import EmailMessage
from pytest_django import Settings

from core.access.models import Invitation
from core.accounts.models import Membership, Organization, Role, User
from tests.api.people.browser import Browser, codes, link, pending
from tests.api.people.conftest import Invite
from tests.conftest import PASSWORD, Tenant

pytestmark = pytest.mark.security("sign-up")

EMAIL = "new@example.com"
PERSON = {"email": EMAIL, "password": PASSWORD, "name": "Nia New"}
FOUNDER = PERSON | {"organization": "Nia & Co"}


def test_an_invited_person_signs_up_and_is_in(
    browser: Browser, tenant: Tenant, invite: Invite, mailoutbox: list[EmailMessage]
) -> None:
    seen = browser.post("auth/invitation", {"token": invite(EMAIL)}).json()["data"]
    assert seen == {
        "organization": tenant.organization.name,
        "email": EMAIL,
        "role": "viewer",
        "has_account": False,
    }
    assert browser.post("auth/signup", PERSON).status_code == 200
    me = browser.get("/api/v1/me").json()
    assert (me["name"], me["role"]) == ("Nia New", "viewer")
    assert me["organization"]["id"] == str(tenant.organization.pk)
    assert mailoutbox == []


@pytest.mark.parametrize("path", ["auth/signup", "auth/provider/signup"])
def test_nobody_signs_up_uninvited(browser: Browser, tenant: Tenant, path: str) -> None:
    assert browser.post(path, FOUNDER).status_code in (403, 409)
    assert not User.objects.filter(email=EMAIL).exists()


@pytest.mark.parametrize("state", ["used", "revoked", "over", "guessed"])
def test_an_invitation_that_is_not_open_lets_nobody_in(
    browser: Browser, invite: Invite, state: str
) -> None:
    token = invite(EMAIL)
    assert browser.post("auth/invitation", {"token": token}).status_code == 200
    now = {"used": "accepted_at", "revoked": "revoked_at", "over": "expires_at"}
    if state == "guessed":
        browser, token = Browser(), "guessed"
    else:
        Invitation.unscoped.update(**{now[state]: "2026-01-01T00:00:00Z"})
    answer = browser.post("auth/invitation", {"token": token})
    assert answer.status_code == 400
    assert codes(answer) == {"not_found"}
    assert browser.post("auth/signup", PERSON).status_code == 403
    assert not User.objects.filter(email=EMAIL).exists()


def test_an_invitation_is_for_its_own_address(browser: Browser, invite: Invite) -> None:
    browser.post("auth/invitation", {"token": invite(EMAIL)})
    answer = browser.post("auth/signup", PERSON | {"email": "thief@example.com"})
    assert answer.status_code == 400
    assert [error["param"] for error in answer.json()["errors"]] == ["email"]
    assert not User.objects.filter(email="thief@example.com").exists()


def test_a_weak_password_is_refused(browser: Browser, invite: Invite) -> None:
    browser.post("auth/invitation", {"token": invite(EMAIL)})
    assert browser.post("auth/signup", PERSON | {"password": "12345678"}).status_code == 400


def test_open_sign_up_waits_for_the_proof_of_the_address(
    browser: Browser, db: None, settings: Settings, mailoutbox: list[EmailMessage]
) -> None:
    settings.WAYBILL_OPEN_SIGNUP = True
    answer = browser.post("auth/signup", FOUNDER)
    assert answer.status_code == 401
    assert pending(answer) == {"verify_email"}
    assert browser.get("/api/v1/me").status_code == 401

    key = link(mailoutbox[0], "verify-email")
    assert mailoutbox[0].to == [EMAIL]
    assert browser.post("auth/email/verify", {"key": key}).status_code == 200
    me = browser.get("/api/v1/me").json()
    assert (me["role"], me["organization"]["name"]) == ("owner", "Nia & Co")


def test_the_proof_of_an_address_signs_nobody_else_in(
    browser: Browser, db: None, settings: Settings, mailoutbox: list[EmailMessage]
) -> None:
    settings.WAYBILL_OPEN_SIGNUP = True
    browser.post("auth/signup", FOUNDER)
    other = Browser()
    other.post("auth/email/verify", {"key": link(mailoutbox[0], "verify-email")})
    assert not other.signed_in


def test_open_sign_up_founds_nothing_inside_another_organization(
    browser: Browser, tenant: Tenant, settings: Settings
) -> None:
    settings.WAYBILL_OPEN_SIGNUP = True
    browser.post("auth/signup", PERSON | {"organization": tenant.organization.name})
    membership = Membership.unscoped.get(user__email=EMAIL)
    assert membership.role == Role.OWNER
    assert membership.organization != tenant.organization
    assert Organization.objects.filter(name=tenant.organization.name).count() == 2


def test_an_address_that_has_an_account_gets_the_same_answer(
    tenant: Tenant, settings: Settings, mailoutbox: list[EmailMessage]
) -> None:
    settings.WAYBILL_OPEN_SIGNUP = True
    fresh = Browser().post("auth/signup", FOUNDER)
    taken = Browser().post("auth/signup", FOUNDER | {"email": tenant.user.email})
    assert (fresh.status_code, fresh.json()) == (taken.status_code, taken.json())
    assert [message.to for message in mailoutbox] == [[EMAIL], [tenant.user.email]]
    assert User.objects.filter(email=tenant.user.email).count() == 1


def test_somebody_signed_up_is_not_a_member_before_the_proof(
    browser: Browser, tenant: Tenant, settings: Settings
) -> None:
    settings.WAYBILL_OPEN_SIGNUP = True
    browser.post("auth/signup", FOUNDER)
    answer = Browser().sign_in(EMAIL)
    assert answer.status_code == 401
    assert pending(answer) == {"verify_email"}
