"""An invitation's way over HTTP, and every way in which somebody else might use it."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from core.access.models import Invitation
from core.accounts.models import Membership, Organization, Role, User
from core.audit.models import AuditEntry
from tests.api.checks import assert_problem
from tests.conftest import PASSWORD, Api, Tenant

pytestmark = pytest.mark.security("invitations")

INVITATIONS = "/api/v1/invitations"
NEW = "grace@example.com"


def signed_in(person: User) -> Api:
    client = Client(raise_request_exception=False)
    client.force_login(person)
    return Api(client, {})


@pytest.fixture
def admin(tenant: Tenant) -> Api:
    person = User.objects.create_user("admin@example.com", PASSWORD, name="Olga\nBerg")
    Membership.objects.create(organization=tenant.organization, user=person, role=Role.ADMIN)
    return signed_in(person)


@pytest.fixture
def grace(db: None) -> Api:
    """Whom the invitation is for; she belongs to no organization yet."""
    return signed_in(User.objects.create_user(NEW, PASSWORD))


def invite(admin: Api, role: str = "operator", email: str = NEW) -> dict[str, Any]:
    answer = admin.post(INVITATIONS, {"email": email, "role": role})
    assert answer.status_code == 201, answer.content
    found: dict[str, Any] = answer.json()
    return found


def token_in_mail() -> str:
    found = re.search(r"/invitations/([\w-]+)", str(mail.outbox[-1].body))
    assert found is not None
    return found[1]


def accept(person: Api, token: str) -> Any:
    return person.post(f"{INVITATIONS}/accept", {"token": token})


def look(somebody: Api, token: str) -> Any:
    return somebody.post(f"{INVITATIONS}/look", {"token": token})


def test_an_invited_person_joins_and_works_there(admin: Api, grace: Api, tenant: Tenant) -> None:
    assert_problem(grace.get("/api/v1/me"), 403, "no_organization")
    invite(admin)
    answer = accept(grace, token_in_mail())
    assert answer.json()["role"] == "operator"
    me = grace.get("/api/v1/me").json()
    assert me["organization"]["id"] == str(tenant.organization.pk)
    assert admin.get(INVITATIONS).json()["items"] == []


def test_whoever_belongs_elsewhere_goes_over_and_keeps_both(
    admin: Api, other_tenant: Tenant, tenant: Tenant
) -> None:
    person = signed_in(other_tenant.user)
    assert person.get("/api/v1/me").json()["organization"]["name"] == other_tenant.organization.name
    invite(admin, email=other_tenant.user.email)
    accept(person, token_in_mail())
    me = person.get("/api/v1/me").json()
    assert me["organization"]["id"] == str(tenant.organization.pk)
    assert len(me["memberships"]) == 2


def test_the_link_is_in_the_mail_alone(admin: Api, tenant: Tenant) -> None:
    answer = admin.post(INVITATIONS, {"email": NEW, "role": "viewer"})
    token = token_in_mail()
    listed = admin.get(INVITATIONS).content
    assert token not in answer.content.decode() + listed.decode()
    stored = str(list(Invitation.unscoped.values())) + str(list(AuditEntry.unscoped.values()))
    assert token not in stored
    assert NEW not in str(list(AuditEntry.unscoped.values()))


def test_the_mail_says_who_invites_to_what_and_breaks_no_header(admin: Api, tenant: Tenant) -> None:
    Organization.objects.filter(pk=tenant.organization.pk).update(name="Nord\r\nBcc: x@evil.de")
    invite(admin)
    message = mail.outbox[-1]
    assert message.to == [NEW]
    assert message.subject == "Join Nord Bcc: x@evil.de on Waybill"
    assert message.recipients() == [NEW]
    assert "Olga Berg invites you to join Nord Bcc: x@evil.de on Waybill as operator" in str(
        message.body
    )


def test_looking_tells_three_things_and_uses_nothing_up(
    admin: Api, public: Api, tenant: Tenant
) -> None:
    invite(admin)
    for _ in range(2):
        assert look(public, token_in_mail()).json() == {
            "organization": tenant.organization.name,
            "invited_by": "Olga\nBerg",
            "role": "operator",
        }


def assert_opens_nothing(token: str, public: Api, grace: Api) -> None:
    before = Membership.unscoped.count()
    assert_problem(look(public, token), 404, "not_found")
    assert_problem(accept(grace, token), 404, "not_found")
    assert Membership.unscoped.count() == before


def test_an_expired_one_opens_nothing(admin: Api, public: Api, grace: Api) -> None:
    made = invite(admin)
    lifetime = Invitation.unscoped.get().expires_at - timezone.now()
    assert timedelta(days=6, hours=23) < lifetime <= timedelta(days=7)
    Invitation.unscoped.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert_opens_nothing(token_in_mail(), public, grace)
    listed = admin.get(INVITATIONS).json()["items"]
    assert [(each["id"], each["expired"]) for each in listed] == [(made["id"], True)]


def test_a_revoked_one_opens_nothing(admin: Api, public: Api, grace: Api) -> None:
    made = invite(admin)
    assert admin.call("DELETE", f"{INVITATIONS}/{made['id']}", None).status_code == 204
    assert_opens_nothing(token_in_mail(), public, grace)
    assert_problem(admin.call("DELETE", f"{INVITATIONS}/{made['id']}", None), 404, "not_found")
    resent = admin.call("POST", f"{INVITATIONS}/{made['id']}/resend", None)
    assert_problem(resent, 404, "not_found")


def test_a_used_one_opens_nothing(admin: Api, public: Api, grace: Api) -> None:
    invite(admin)
    assert accept(grace, token_in_mail()).status_code == 200
    assert_opens_nothing(token_in_mail(), public, grace)


def test_a_link_that_was_sent_anew_or_replaced_opens_nothing(
    admin: Api, public: Api, grace: Api
) -> None:
    made = invite(admin)
    first = token_in_mail()
    assert admin.call("POST", f"{INVITATIONS}/{made['id']}/resend", None).status_code == 200
    second = token_in_mail()
    invite(admin, role="viewer")
    for token in (first, second):
        assert_opens_nothing(token, public, grace)
    assert accept(grace, token_in_mail()).json()["role"] == "viewer"


@pytest.mark.parametrize("guess", ["a", "A" * 43, "-" * 100, uuid.UUID(int=7).hex])
def test_a_guessed_one_opens_nothing(admin: Api, public: Api, grace: Api, guess: str) -> None:
    invite(admin)
    assert_opens_nothing(guess, public, grace)


@pytest.mark.parametrize("nonsense", ["", "a" * 101, "a b", "a\0b", "ü", "../x"])
def test_what_is_no_token_is_refused(public: Api, db: None, nonsense: str) -> None:
    assert_problem(look(public, nonsense), 422, "invalid_input", "token")


def test_another_address_gets_nowhere_with_it(admin: Api, grace: Api, other_tenant: Tenant) -> None:
    invite(admin)
    assert_problem(accept(signed_in(other_tenant.user), token_in_mail()), 403, "forbidden")
    assert not Membership.unscoped.filter(user=other_tenant.user, role=Role.OPERATOR).exclude(
        organization=other_tenant.organization
    )
    assert accept(grace, token_in_mail()).status_code == 200


def test_nobody_accepts_without_the_csrf_token(admin: Api, grace: Api) -> None:
    invite(admin)
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.force_login(User.objects.get(email=NEW))
    assert_problem(accept(Api(strict, {}), token_in_mail()), 403, "csrf_failed")


def test_a_key_does_not_accept(admin: Api, machine: Api) -> None:
    invite(admin)
    assert_problem(accept(machine, token_in_mail()), 401, "not_signed_in")


def test_an_admin_makes_no_owner(admin: Api) -> None:
    refused = admin.post(INVITATIONS, {"email": NEW, "role": "owner"})
    assert_problem(refused, 403, "above_own_role")
    assert mail.outbox == []


def test_a_key_makes_no_admin(machine: Api) -> None:
    refused = machine.post(INVITATIONS, {"email": NEW, "role": "admin"})
    assert_problem(refused, 403, "above_own_role")
    assert machine.post(INVITATIONS, {"email": NEW, "role": "operator"}).status_code == 201


def test_an_admin_does_not_send_an_owners_invitation_again(admin: Api, tenant: Tenant) -> None:
    made = invite(admin)
    Invitation.unscoped.update(role=Role.OWNER)
    refused = admin.call("POST", f"{INVITATIONS}/{made['id']}/resend", None)
    assert_problem(refused, 403, "above_own_role")


@pytest.mark.parametrize(
    "email", ["", "x", "a@b", "a@x.de, b@x.de", "a@x.de\nBcc: b@x.de", "@x.de"]
)
def test_what_is_no_address_is_refused(admin: Api, email: str) -> None:
    assert_problem(
        admin.post(INVITATIONS, {"email": email, "role": "viewer"}), 422, "invalid_input"
    )
    assert mail.outbox == []


def test_too_many_that_wait_are_refused(admin: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.access.invitations.MOST_OPEN", 1)
    invite(admin)
    invite(admin, role="viewer")  # the same address again replaces the one before
    refused = admin.post(INVITATIONS, {"email": "b@example.com", "role": "viewer"})
    assert_problem(refused, 409, "too_many_invitations")


def test_a_mail_server_that_is_away_is_told_and_the_invitation_waits(
    admin: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*args: object, **kwargs: object) -> None:
        raise SMTPServerDisconnected("gone")

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", away)
        refused = admin.post(INVITATIONS, {"email": NEW, "role": "viewer"})
        assert_problem(refused, 503, "email_not_sent")
    waiting = admin.get(INVITATIONS).json()["items"]
    assert [each["email"] for each in waiting] == [NEW]
    assert admin.call("POST", f"{INVITATIONS}/{waiting[0]['id']}/resend", None).status_code == 200
    assert len(mail.outbox) == 1


def test_everything_is_written_down(admin: Api, grace: Api, tenant: Tenant) -> None:
    made = invite(admin)
    admin.call("POST", f"{INVITATIONS}/{made['id']}/resend", None)
    accept(grace, token_in_mail())
    entries = AuditEntry.objects.owned_by(tenant.organization).filter(object_id=made["id"])
    assert list(entries.order_by("id").values_list("action", flat=True)) == [
        "invitation.created",
        "invitation.resent",
        "invitation.accepted",
    ]
    assert entries.order_by("id")[2].actor_id == User.objects.get(email=NEW).pk
