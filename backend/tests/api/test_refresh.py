"""Signing in with a program, refreshing once, and what happens to a refresh token used twice."""

from __future__ import annotations

import base64
import secrets
import threading
import time
from typing import Any

import jwt
import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from core.accounts.models import Membership, Role
from core.audit.models import AuditEntry
from core.credentials.models import TokenFamily
from core.credentials.token_families import families_expire
from core.credentials.token_signing import TokenKind, token_read
from tests.api.checks import assert_problem
from tests.api.tokens import LOGIN, ME, Forge, SignedIn, bearing, later, sign_in
from tests.conftest import PASSWORD, Api, Tenant

pytestmark = [pytest.mark.django_db, pytest.mark.security("refresh tokens")]

REFRESH = "/api/v1/tokens/refresh"
REVOKE = "/api/v1/tokens/revoke"


@pytest.fixture(autouse=True)
def no_login_limits_left_over() -> None:
    cache.clear()


@pytest.fixture
def mine(tenant: Tenant) -> SignedIn:
    return sign_in(tenant)


def refresh(public: Api, token: str, **more: str) -> Any:
    return public.post(REFRESH, {"refresh_token": token, **more})


def test_a_program_signs_in_and_acts_for_its_person(mine: SignedIn, tenant: Tenant) -> None:
    body = bearing(mine.access).get(ME).json()
    assert body["kind"] == "person"
    assert body["email"] == tenant.user.email
    assert body["role"] == "operator"
    assert body["organization"]["id"] == str(tenant.organization.pk)


def test_a_token_says_what_rfc_7519_asks_for(mine: SignedIn) -> None:
    forge = Forge.of(mine.access)
    assert forge.header["alg"] == "EdDSA"
    assert forge.header["typ"] == "person+jwt"
    assert {"iss", "aud", "sub", "iat", "exp", "jti"} <= set(forge.claims)
    assert forge.claims["exp"] - forge.claims["iat"] == 600


def test_a_wrong_password_gives_no_token(public: Api, tenant: Tenant) -> None:
    answer = public.post(LOGIN, {"email": tenant.user.email, "password": "wrong"})
    assert answer.status_code == 400
    assert "access_token" not in answer.content.decode()
    assert not TokenFamily.objects.exists()


def test_no_cookie_comes_with_the_tokens(public: Api, tenant: Tenant) -> None:
    answer = public.post(LOGIN, {"email": tenant.user.email, "password": PASSWORD})
    assert "sessionid" not in answer.cookies


def test_a_refresh_token_works_once(public: Api, mine: SignedIn) -> None:
    answer = refresh(public, mine.refresh)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    pair = answer.json()
    assert bearing(pair["access_token"]).get(ME).status_code == 200
    assert refresh(public, pair["refresh_token"]).status_code == 200


def test_a_reused_refresh_token_ends_the_whole_family(public: Api, mine: SignedIn) -> None:
    thiefs = refresh(public, mine.refresh).json()
    assert_problem(refresh(public, mine.refresh), 400, "token_reused")
    for access in (mine.access, thiefs["access_token"]):
        assert_problem(bearing(access).get(ME), 401, "bad_token")
    for token in (thiefs["refresh_token"], mine.refresh):
        assert_problem(refresh(public, token), 400, "invalid_grant")
    family = TokenFamily.objects.get()
    assert family.revoked_why == "reused"
    assert revocations() == [("reused", "127.0.0.1")]
    assert not Session.objects.filter(session_key=family.session_key).exists()


def test_one_family_does_not_take_another_with_it(
    public: Api, mine: SignedIn, tenant: Tenant
) -> None:
    other = sign_in(tenant)
    refresh(public, mine.refresh)
    refresh(public, mine.refresh)
    assert bearing(other.access).get(ME).status_code == 200
    assert refresh(public, other.refresh).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_of_many_refreshes_at_once_one_succeeds(mine: SignedIn) -> None:
    answers: list[int] = []
    start = threading.Barrier(6)

    def run() -> None:
        start.wait()
        answers.append(refresh(Api(Client(), {}), mine.refresh).status_code)
        connection.close()

    threads = [threading.Thread(target=run) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [200, 400, 400, 400, 400, 400]
    assert TokenFamily.objects.get().revoked_why == "reused"


FORGED = {
    "expired": lambda f: f.signed(exp=later(-60)),
    "other audience": lambda f: f.signed(aud=TokenKind.PERSON.audience),
    "other issuer": lambda f: f.signed(iss="https://evil.example"),
    "unsigned": lambda f: f.unsigned("none"),
    "HS256": lambda f: f.hmac(b"guess"),
    "no generation": lambda f: f.signed(without="gen"),
    "generation that is no number": lambda f: f.signed(gen="x"),
    "generation to come": lambda f: f.signed(gen=99),
    "family that is none": lambda f: f.signed(fam="0192f0c1-2345-7abc-8def-0123456789ab"),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_refresh_token_is_refused_and_revokes_nothing(
    public: Api, mine: SignedIn, name: str
) -> None:
    forged = FORGED[name](Forge.of(mine.refresh))
    assert_problem(refresh(public, forged), 400, "invalid_grant")
    assert refresh(public, mine.refresh).status_code == 200


def test_an_access_token_does_not_refresh(public: Api, mine: SignedIn) -> None:
    assert_problem(refresh(public, mine.access), 400, "invalid_grant")


def test_revoking_signs_the_program_out(public: Api, mine: SignedIn) -> None:
    assert public.post(REVOKE, {"refresh_token": mine.refresh}).status_code == 204
    assert_problem(bearing(mine.access).get(ME), 401, "bad_token")
    assert_problem(refresh(public, mine.refresh), 400, "invalid_grant")
    assert public.post(REVOKE, {"refresh_token": mine.refresh}).status_code == 204
    assert revocations() == [("revoked", "127.0.0.1")]


def revocations() -> list[tuple[str, str]]:
    """Why tokens were revoked, and from where, as the audit log says it."""
    entries = AuditEntry.unscoped.filter(action="person.tokens_revoked")
    return [(entry.detail["why"], entry.address) for entry in entries]


def test_signing_out_ends_the_tokens(mine: SignedIn, public: Api) -> None:
    answer = bearing(mine.access).client.delete(
        "/_allauth/app/v1/auth/session", headers={"authorization": f"Bearer {mine.access}"}
    )
    assert answer.status_code == 401
    assert_problem(bearing(mine.access).get(ME), 401, "bad_token")
    assert_problem(refresh(public, mine.refresh), 400, "invalid_grant")


def test_ending_the_session_anywhere_ends_the_tokens(mine: SignedIn, public: Api) -> None:
    Session.objects.all().delete()
    assert_problem(bearing(mine.access).get(ME), 401, "bad_token")
    assert_problem(refresh(public, mine.refresh), 400, "invalid_grant")


def test_a_new_password_ends_the_tokens(mine: SignedIn, public: Api, tenant: Tenant) -> None:
    tenant.user.set_password("another correct horse battery")
    tenant.user.save()
    assert_problem(bearing(mine.access).get(ME), 401, "bad_token")
    assert_problem(refresh(public, mine.refresh), 400, "invalid_grant")


def test_a_deactivated_person_is_refused(mine: SignedIn, public: Api, tenant: Tenant) -> None:
    tenant.user.is_active = False
    tenant.user.save()
    assert_problem(bearing(mine.access).get(ME), 401, "bad_token")
    assert_problem(refresh(public, mine.refresh), 400, "invalid_grant")


def test_a_former_member_is_refused(mine: SignedIn, tenant: Tenant) -> None:
    Membership.objects.owned_by(tenant.organization).delete()
    assert_problem(bearing(mine.access).get(ME), 403, "no_organization")


def test_a_lowered_role_counts_at_once(mine: SignedIn, tenant: Tenant) -> None:
    Membership.objects.owned_by(tenant.organization).update(role=Role.VIEWER)
    assert bearing(mine.access).get(ME).json()["role"] == "viewer"


def test_a_person_acts_for_another_of_their_organizations(
    mine: SignedIn, public: Api, tenant: Tenant, other_tenant: Tenant
) -> None:
    there = other_tenant.organization
    assert_problem(refresh(public, mine.refresh, organization=there.slug), 404, "not_found")
    Membership.objects.create(organization=there, user=tenant.user, role=Role.VIEWER)
    pair = refresh(public, mine.refresh, organization=there.slug).json()
    body = bearing(pair["access_token"]).get(ME).json()
    assert (body["organization"]["slug"], body["role"]) == (there.slug, "viewer")


def test_a_former_signing_key_is_good_until_it_is_removed(
    mine: SignedIn, public: Api, settings: Any
) -> None:
    former = settings.WAYBILL_JWT_KEYS
    newest = {"newest": secrets.token_bytes(32)}
    settings.WAYBILL_JWT_KEYS = newest | former
    assert bearing(mine.access).get(ME).status_code == 200
    pair = refresh(public, mine.refresh).json()
    assert Forge.of(pair["access_token"]).header["kid"] == "newest"
    published = public.get("/.well-known/jwks.json").json()["keys"]
    assert [key["kid"] for key in published] == ["newest", *former]
    settings.WAYBILL_JWT_KEYS = newest
    assert_problem(bearing(mine.access).get(ME), 401, "bad_token")
    assert bearing(pair["access_token"]).get(ME).status_code == 200


def test_the_published_keys_check_our_tokens_and_hold_nothing_private(
    mine: SignedIn, public: Api
) -> None:
    answer = public.get("/.well-known/jwks.json")
    (key,) = answer.json()["keys"]
    assert set(key) == {"kty", "crv", "x", "kid", "use", "alg"}
    assert len(base64.urlsafe_b64decode(key["x"] + "=")) == 32
    read = jwt.decode(
        mine.access,
        jwt.PyJWK(key),
        algorithms=["EdDSA"],
        audience=TokenKind.PERSON.audience,
    )
    assert read["sub"] == token_read(mine.access, TokenKind.PERSON).subject


def test_families_that_are_over_are_forgotten(mine: SignedIn) -> None:
    assert families_expire() == 0
    TokenFamily.objects.update(expires_at=timezone.now())
    time.sleep(0.01)
    assert families_expire() == 1
