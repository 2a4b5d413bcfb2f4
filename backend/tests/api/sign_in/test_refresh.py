"""Signing in with a program, refreshing, and what happens to a refresh token used twice."""

from __future__ import annotations

import base64
import json
import secrets
import socket
import struct
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import jwt
import pytest
import requests
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db.models.functions import Now
from django.test import Client

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


def grace_over() -> None:
    """The latest refresh was longer ago than a token may be used again."""
    TokenFamily.objects.update(refreshed_at=Now() - timedelta(seconds=11))


def test_a_reused_refresh_token_ends_the_whole_family(public: Api, mine: SignedIn) -> None:
    thiefs = refresh(public, mine.refresh).json()
    grace_over()
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
    grace_over()
    assert_problem(refresh(public, mine.refresh), 400, "token_reused")
    assert bearing(other.access).get(ME).status_code == 200
    assert refresh(public, other.refresh).status_code == 200


def test_a_token_that_was_just_replaced_gives_tokens_that_work(public: Api, mine: SignedIn) -> None:
    first, second = refresh(public, mine.refresh).json(), refresh(public, mine.refresh).json()
    for pair in (first, second):
        assert bearing(pair["access_token"]).get(ME).status_code == 200
    assert TokenFamily.objects.get().generation == 2
    assert refresh(public, second["refresh_token"]).status_code == 200
    assert revocations() == []


def test_of_the_graces_tokens_those_that_are_used_first_count(public: Api, mine: SignedIn) -> None:
    """What thief and program got within the grace of each other parts them at the next refresh."""
    first, second = refresh(public, mine.refresh).json(), refresh(public, mine.refresh).json()
    newest = refresh(public, first["refresh_token"]).json()
    grace_over()
    assert_problem(refresh(public, second["refresh_token"]), 400, "token_reused")
    assert_problem(bearing(newest["access_token"]).get(ME), 401, "bad_token")
    assert revocations() == [("reused", "127.0.0.1")]


def test_the_grace_ends_when_the_next_tokens_are_used(public: Api, mine: SignedIn) -> None:
    following = refresh(public, mine.refresh).json()
    assert refresh(public, following["refresh_token"]).status_code == 200
    assert_problem(refresh(public, mine.refresh), 400, "token_reused")


def test_using_the_grace_does_not_lengthen_it(public: Api, mine: SignedIn) -> None:
    refresh(public, mine.refresh)
    TokenFamily.objects.update(refreshed_at=Now() - timedelta(seconds=5))
    before = TokenFamily.objects.get().refreshed_at
    assert refresh(public, mine.refresh).status_code == 200
    assert TokenFamily.objects.get().refreshed_at == before


def test_no_grace_gives_none(public: Api, mine: SignedIn, settings: Any) -> None:
    settings.WAYBILL_REFRESH_GRACE_SECONDS = 0
    refresh(public, mine.refresh)
    assert_problem(refresh(public, mine.refresh), 400, "token_reused")


def test_a_revoked_family_has_no_grace(public: Api, mine: SignedIn) -> None:
    following = refresh(public, mine.refresh).json()
    public.post(REVOKE, {"refresh_token": following["refresh_token"]})
    assert_problem(refresh(public, mine.refresh), 400, "invalid_grant")


def at_once(server: str, token: str, times: int = 6) -> list[requests.Response]:
    """The answers to so many refreshes over connections of their own, begun together."""
    start = threading.Barrier(times)

    def run(_: int) -> requests.Response:
        start.wait()
        return requests.post(f"{server}{REFRESH}", json={"refresh_token": token}, timeout=30)

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(run, range(times)))


@pytest.mark.django_db(transaction=True)
def test_refreshes_at_once_all_succeed_and_leave_one_generation(
    mine: SignedIn, live_server: Any
) -> None:
    answers = at_once(live_server.url, mine.refresh)
    assert [answer.status_code for answer in answers] == [200] * 6
    assert TokenFamily.objects.get().generation == 2
    for answer in answers:
        assert bearing(answer.json()["access_token"]).get(ME).status_code == 200
    # And whatever pairs they go on with, the family is still one line.
    again = at_once(live_server.url, answers[3].json()["refresh_token"])
    assert [answer.status_code for answer in again] == [200] * 6
    assert TokenFamily.objects.get().generation == 3
    assert revocations() == []


@pytest.mark.django_db(transaction=True)
def test_a_stolen_token_at_once_many_times_is_audited_once(
    mine: SignedIn, live_server: Any
) -> None:
    at_once(live_server.url, mine.refresh, times=1)
    grace_over()
    answers = at_once(live_server.url, mine.refresh)
    assert [answer.status_code for answer in answers] == [400] * 6
    assert revocations() == [("reused", "127.0.0.1")]


@pytest.mark.django_db(transaction=True)
def test_a_refresh_whose_answer_was_lost_may_be_made_again(
    mine: SignedIn, live_server: Any
) -> None:
    body = json.dumps({"refresh_token": mine.refresh}).encode()
    head = (
        f"POST {REFRESH} HTTP/1.1\r\nHost: {live_server.thread.host}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection((live_server.thread.host, live_server.thread.port)) as lost:
        lost.sendall(head.encode() + body)
        # Gone before the answer: what still comes is refused with a reset.
        lost.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        until = time.monotonic() + 30
        while TokenFamily.objects.get().generation == 1:
            assert time.monotonic() < until, "the refresh was never made"
            time.sleep(0.01)
    (answer,) = at_once(live_server.url, mine.refresh, times=1)
    assert answer.status_code == 200
    assert bearing(answer.json()["access_token"]).get(ME).status_code == 200
    assert refresh(Api(Client(), {}), answer.json()["refresh_token"]).status_code == 200
    assert revocations() == []


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
    TokenFamily.objects.update(expires_at=Now() - timedelta(seconds=1))
    assert families_expire() == 1
