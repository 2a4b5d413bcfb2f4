"""Programs that people let in with their browser: what RFC 8628 asks for, and what must not be."""

from __future__ import annotations

import re
import threading
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
import redis
import requests
from allauth.usersessions.models import UserSession
from django.conf import settings as configured
from django.contrib.sessions.models import Session
from django.core.mail import EmailMessage
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from api.limits import throttles
from core.accounts.models import Membership, Role
from core.accounts.permissions import ROLE_PERMISSIONS
from core.audit.models import AuditEntry
from core.audit.services import SYSTEM
from core.credentials.device_codes import ALPHABET, user_code_make
from core.credentials.device_sign_ins import device_approve, devices_expire
from core.credentials.models import Decision, DeviceSignIn, TokenFamily
from core.errors import Conflict
from core.postgres.tenancy import nobody
from core.redis.token_bucket import Rate
from tests.api.checks import assert_problem
from tests.api.people.browser import Browser
from tests.api.people.devices import (
    AGENT,
    FORM,
    GRANT,
    PROGRAM,
    SIGN_INS,
    Device,
    approve,
    decide,
    let_in,
    time_passes,
)
from tests.api.tokens import ME, bearing
from tests.conftest import Api, Tenant

pytestmark = [pytest.mark.django_db, pytest.mark.security("device sign-in")]

TOKEN = "/oauth/token"
REFRESH = "/api/v1/tokens/refresh"


@pytest.fixture(autouse=True)
def fresh_buckets() -> Iterator[None]:
    client = redis.Redis.from_url(configured.WAYBILL_EVENTS_REDIS_URL)
    for key in client.scan_iter("waybill:limit:device*"):
        client.delete(key)
    throttles.limiter.cache_clear()
    yield
    throttles.limiter.cache_clear()


@pytest.fixture
def device(db: None) -> Device:
    """A program that has its codes."""
    device = Device()
    device.begin()
    return device


def refused(answer: Any, status: int, error: str) -> None:
    """An error in RFC 6749's form, with nothing in it."""
    assert (answer.status_code, answer.json()["error"]) == (status, error), answer.content
    assert answer["Cache-Control"] == "no-store"
    assert "access_token" not in answer.json()


def test_a_program_is_told_what_section_3_2_says(db: None) -> None:
    answer = Device().post("/oauth/device_authorization", PROGRAM)
    body = answer.json()
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Type"] == "application/json"
    page = f"{configured.WAYBILL_PUBLIC_URL}/device"
    assert (body["verification_uri"], body["expires_in"], body["interval"]) == (page, 600, 5)
    assert body["verification_uri_complete"] == f"{page}?code={body['user_code']}"
    assert re.fullmatch(rf"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", body["user_code"])
    assert len(body["device_code"]) >= 43


def test_codes_have_no_letter_that_looks_like_another_sign() -> None:
    assert not set(ALPHABET) & set("01258AEIOUY")
    assert len({user_code_make() for _ in range(1_000)}) == 1_000


def test_neither_code_is_kept(device: Device) -> None:
    kept = DeviceSignIn.objects.values().get()
    told = str({name: bytes(v) if isinstance(v, memoryview) else v for name, v in kept.items()})
    assert device.codes["device_code"] not in told
    assert device.codes["user_code"] not in told
    assert device.codes["user_code"].replace("-", "") not in told


@pytest.mark.parametrize(
    ("form", "status", "error"),
    [
        ({}, 400, "invalid_request"),
        ({"client_id": ""}, 400, "invalid_request"),
        ({"client_id": "somebody"}, 401, "invalid_client"),
        ({"client_id": "wbc_aaaaaaaaaaaaaaaa"}, 401, "invalid_client"),
        ([*PROGRAM.items(), ("client_id", "other")], 400, "invalid_request"),
        (PROGRAM | {"scope": "everything"}, 400, "invalid_scope"),
        (PROGRAM | {"scope": "submissions:read ' OR 1"}, 400, "invalid_scope"),
        ([*PROGRAM.items(), ("scope", "audit:read"), ("scope", "x")], 400, "invalid_request"),
    ],
)
def test_a_wrong_request_for_codes_is_refused(db: None, form: Any, status: int, error: str) -> None:
    refused(Device().post("/oauth/device_authorization", form), status, error)
    assert not DeviceSignIn.objects.exists()


def test_a_request_for_codes_is_a_form_and_posted(public: Api, db: None) -> None:
    path = "/oauth/device_authorization"
    assert public.post(path, PROGRAM).status_code == 415
    assert public.get(path).status_code == 405
    refused(Device().post(f"{path}?client_id=waybill-cli", {}), 400, "invalid_request")


def test_a_person_lets_a_program_in_and_it_acts_for_them(
    device: Device, mine: Browser, tenant: Tenant
) -> None:
    refused(device.poll(), 400, "authorization_pending")
    looked = decide(mine, "look", device.user_code).json()
    assert looked["program"] == "Waybill command line"
    assert (looked["said"], looked["address"]) == (AGENT, "192.0.2.77")
    (place,) = looked["places"]
    assert place["organization"]["id"] == str(tenant.organization.pk)
    assert (place["role"], place["everything"]) == ("operator", True)
    assert approve(mine, device, tenant).status_code == 204
    answer = device.poll()
    body = answer.json()
    assert answer["Cache-Control"] == "no-store"
    assert set(body) == {"access_token", "refresh_token", "token_type", "expires_in", "scope"}
    assert (body["token_type"], body["expires_in"]) == ("Bearer", 600)
    me = bearing(body["access_token"]).get(ME).json()
    assert (me["kind"], me["email"]) == ("person", tenant.user.email)
    assert me["permissions"] == body["scope"].split() == sorted(ROLE_PERMISSIONS[Role.OPERATOR])


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}".lower(), "-{}-"])
def test_the_code_may_be_typed_as_people_type(device: Device, mine: Browser, typed: str) -> None:
    code = device.codes["user_code"]
    for way in (code, code.lower(), code.replace("-", ""), code.replace("-", " ").lower()):
        answer = decide(mine, "look", {"user_code": typed.format(way)})
        assert answer.status_code == 200, answer.content
        throttles.limiter.cache_clear()


def test_a_program_that_polls_too_fast_is_slowed_down_for_good(device: Device) -> None:
    refused(device.poll(), 400, "authorization_pending")
    refused(device.poll(), 400, "slow_down")  # from now on 10 s
    time_passes(7)
    refused(device.poll(), 400, "slow_down")  # 15 s
    time_passes(16)
    refused(device.poll(), 400, "authorization_pending")
    assert DeviceSignIn.objects.get().interval == 15


def test_an_approved_program_need_not_wait(device: Device, mine: Browser, tenant: Tenant) -> None:
    device.poll()
    approve(mine, device, tenant)
    assert device.poll().status_code == 200


def test_a_refused_program_is_told_so(
    device: Device, mine: Browser, tenant: Tenant, recorded: Callable[[], list[str]]
) -> None:
    assert decide(mine, "refuse", device.user_code).status_code == 204
    for _ in range(2):
        refused(device.poll(), 400, "access_denied")
    assert_problem(approve(mine, device, tenant), 409, "code_used")
    assert recorded()[-1] == "person.device_refused"


def test_codes_end_after_ten_minutes(device: Device, mine: Browser, tenant: Tenant) -> None:
    time_passes(601)
    refused(device.poll(), 400, "expired_token")
    assert_problem(decide(mine, "look", device.user_code), 404, "unknown_code")
    assert_problem(approve(mine, device, tenant), 404, "unknown_code")


def test_an_approval_that_nobody_fetched_in_time_is_over(
    device: Device, mine: Browser, tenant: Tenant
) -> None:
    approve(mine, device, tenant)
    time_passes(601)
    refused(device.poll(), 400, "expired_token")


def test_old_sign_ins_are_forgotten(device: Device) -> None:
    time_passes(600 + 3_500)
    assert devices_expire() == 0
    refused(device.poll(), 400, "expired_token")
    time_passes(200)
    with nobody():
        assert devices_expire() == 1
    refused(device.poll(), 400, "invalid_grant")


def test_tokens_are_fetched_once(device: Device, mine: Browser, tenant: Tenant) -> None:
    approve(mine, device, tenant)
    assert device.poll().status_code == 200
    refused(device.poll(), 400, "invalid_grant")
    assert TokenFamily.objects.count() == 1
    assert_problem(approve(mine, device, tenant), 409, "code_used")


@pytest.mark.parametrize(
    ("changed", "status", "error"),
    [
        ({"device_code": "x"}, 400, "invalid_grant"),
        ({"device_code": ""}, 400, "invalid_request"),
        ({"device_code": "\0"}, 400, "invalid_grant"),
        ({"client_id": ""}, 401, "invalid_client"),
        ({"client_id": "somebody"}, 401, "invalid_client"),
        ({"grant_type": "device_code"}, 400, "unsupported_grant_type"),
    ],
)
def test_a_wrong_poll_is_refused(
    device: Device, mine: Browser, tenant: Tenant, changed: Any, status: int, error: str
) -> None:
    approve(mine, device, tenant)
    refused(device.poll(**changed), status, error)
    assert device.poll().status_code == 200  # it took nothing away


def test_a_doubled_parameter_is_refused(device: Device, mine: Browser, tenant: Tenant) -> None:
    approve(mine, device, tenant)
    form = [("grant_type", GRANT), *PROGRAM.items(), ("device_code", "x")]
    doubled = [*form, ("device_code", device.codes["device_code"])]
    refused(device.post(TOKEN, doubled), 400, "invalid_request")


def test_the_user_code_fetches_nothing(device: Device, mine: Browser, tenant: Tenant) -> None:
    approve(mine, device, tenant)
    refused(device.poll(device_code=device.codes["user_code"]), 400, "invalid_grant")


def test_an_approval_counts_once(device: Device, mine: Browser, tenant: Tenant) -> None:
    assert approve(mine, device, tenant).status_code == 204
    assert_problem(approve(mine, device, tenant), 409, "code_used")
    assert_problem(decide(mine, "refuse", device.user_code), 409, "code_used")
    assert device.poll().status_code == 200


def test_nobody_lets_a_program_in_for_somebody_elses_organization(
    device: Device, mine: Browser, other_tenant: Tenant
) -> None:
    assert_problem(approve(mine, device, other_tenant), 404, "not_found")
    body = device.user_code | {"organization_id": str(uuid.uuid4())}
    assert_problem(decide(mine, "approve", body), 404, "not_found")
    refused(device.poll(), 400, "authorization_pending")


def test_the_chosen_organization_is_the_one_and_stays_it(
    device: Device, mine: Browser, tenant: Tenant, other_tenant: Tenant, public: Api
) -> None:
    Membership.objects.create(
        organization=other_tenant.organization, user=tenant.user, role=Role.VIEWER
    )
    looked = decide(mine, "look", device.user_code).json()
    assert [each["role"] for each in looked["places"]] == ["operator", "viewer"]
    assert approve(mine, device, other_tenant).status_code == 204
    tokens = device.poll().json()
    me = bearing(tokens["access_token"]).get(ME).json()
    assert me["organization"]["id"] == str(other_tenant.organization.pk)
    assert me["permissions"] == sorted(ROLE_PERMISSIONS[Role.VIEWER])
    answer = public.post(
        REFRESH,
        {"refresh_token": tokens["refresh_token"], "organization": tenant.organization.slug},
    )
    assert_problem(answer, 403, "other_organization")
    same = {"organization": other_tenant.organization.slug}
    following = public.post(REFRESH, {"refresh_token": tokens["refresh_token"]} | same)
    assert following.status_code == 200
    me = bearing(following.json()["access_token"]).get(ME).json()
    assert me["organization"]["id"] == str(other_tenant.organization.pk)


def test_a_program_may_no_more_than_it_asked_for_and_its_person_has(
    mine: Browser, tenant: Tenant, public: Api
) -> None:
    tokens = let_in(mine, tenant, scope="submissions:read keys:manage")
    assert tokens["scope"] == "submissions:read"
    for _ in range(2):
        me = bearing(tokens["access_token"]).get(ME).json()
        assert me["permissions"] == ["submissions:read"]
        assert_problem(
            bearing(tokens["access_token"]).get("/api/v1/workflows"), 403, "not_permitted"
        )
        tokens = public.post(REFRESH, {"refresh_token": tokens["refresh_token"]}).json()


def test_a_program_that_asks_for_what_its_person_lacks_is_let_in_nowhere(
    mine: Browser, tenant: Tenant
) -> None:
    device = Device()
    device.begin(scope="keys:manage")
    assert decide(mine, "look", device.user_code).json()["places"] == []
    assert_problem(approve(mine, device, tenant), 403, "scope_not_held")
    refused(device.poll(), 400, "authorization_pending")


def test_a_changed_role_counts_at_once(mine: Browser, tenant: Tenant) -> None:
    tokens = let_in(mine, tenant)
    Membership.objects.owned_by(tenant.organization).update(role=Role.VIEWER)
    me = bearing(tokens["access_token"]).get(ME).json()
    assert me["permissions"] == sorted(ROLE_PERMISSIONS[Role.VIEWER])


def _leaves(tenant: Tenant) -> None:
    Membership.objects.owned_by(tenant.organization).filter(user=tenant.user).delete()


def _is_deactivated(tenant: Tenant) -> None:
    tenant.user.is_active = False
    tenant.user.save()


def _has_a_new_password(tenant: Tenant) -> None:
    tenant.user.set_password("another correct horse battery")
    tenant.user.save()


@pytest.mark.parametrize("change", [_leaves, _is_deactivated, _has_a_new_password])
def test_an_approval_is_worth_nothing_once_its_person_changed(
    device: Device, mine: Browser, tenant: Tenant, change: Callable[[Tenant], None]
) -> None:
    approve(mine, device, tenant)
    change(tenant)
    for _ in range(2):
        refused(device.poll(), 400, "access_denied")
    assert not TokenFamily.objects.exists()


def test_the_program_is_in_the_persons_list_and_ends_there(mine: Browser, tenant: Tenant) -> None:
    tokens = let_in(mine, tenant)
    listed = mine.get("auth/sessions").json()["data"]
    (program,) = [each for each in listed if not each["is_current"]]
    assert program["user_agent"] == f"Waybill command line ({AGENT})"
    assert program["ip"] == "192.0.2.77"
    assert mine.call("DELETE", "auth/sessions", {"sessions": [program["id"]]}).status_code == 200
    assert_problem(bearing(tokens["access_token"]).get(ME), 401, "bad_token")
    answer = Browser().post(REFRESH, {"refresh_token": tokens["refresh_token"]})
    assert_problem(answer, 400, "invalid_grant")


def test_the_program_signs_itself_out(mine: Browser, tenant: Tenant, public: Api) -> None:
    tokens = let_in(mine, tenant)
    revoked = public.post("/api/v1/tokens/revoke", {"refresh_token": tokens["refresh_token"]})
    assert revoked.status_code == 204
    assert_problem(bearing(tokens["access_token"]).get(ME), 401, "bad_token")
    assert len(mine.get("auth/sessions").json()["data"]) == 1


def test_a_new_password_ends_the_program(mine: Browser, tenant: Tenant) -> None:
    tokens = let_in(mine, tenant)
    mine.reauthenticate()
    new = {"current_password": "correct horse battery staple", "new_password": "a longer staple 9"}
    assert mine.post("account/password/change", new).status_code == 200
    assert_problem(bearing(tokens["access_token"]).get(ME), 401, "bad_token")
    assert UserSession.objects.filter(user=tenant.user).count() == 1


def test_signing_out_of_the_browser_leaves_the_program(mine: Browser, tenant: Tenant) -> None:
    tokens = let_in(mine, tenant)
    mine.call("DELETE", "auth/session")
    assert bearing(tokens["access_token"]).get(ME).status_code == 200


def test_an_approval_is_written_down_with_who_asked(
    device: Device, mine: Browser, tenant: Tenant
) -> None:
    approve(mine, device, tenant)
    entry = AuditEntry.objects.owned_by(tenant.organization).get(action="person.device_approved")
    assert (entry.actor_kind, entry.actor_id) == ("person", tenant.user.pk)
    assert entry.address == "192.0.2.10"
    assert entry.detail["program"] == "Waybill command line"
    assert (entry.detail["from"], entry.detail["said"]) == ("192.0.2.77", AGENT)
    assert "submissions:read" in entry.detail["scopes"]
    assert device.codes["user_code"] not in str(entry.detail)


def test_the_owner_of_the_account_gets_a_mail_about_it(
    device: Device, mine: Browser, tenant: Tenant, mailoutbox: list[EmailMessage]
) -> None:
    assert approve(mine, device, tenant).status_code == 204
    (mail,) = mailoutbox
    assert mail.to == [tenant.user.email]
    assert mail.subject == "A program was let in with your account"
    text = str(mail.body)
    assert f"Waybill command line was let in to act for you in {tenant.organization.name}." in text
    assert f"It says it is: {AGENT}\n" in text
    assert "asked from: 192.0.2.77\n" in text
    assert "let it in: 192.0.2.10, " in text
    assert "If this was not you, end its session" in text
    assert f"{configured.WAYBILL_PUBLIC_URL}/settings/security" in text
    assert device.codes["user_code"] not in text


def test_only_what_was_let_in_is_mailed(
    device: Device, mine: Browser, tenant: Tenant, mailoutbox: list[EmailMessage]
) -> None:
    assert decide(mine, "refuse", device.user_code).status_code == 204
    assert approve(mine, device, tenant).status_code == 409
    assert mailoutbox == []


def test_a_mail_server_that_is_down_keeps_no_program_out(
    device: Device, mine: Browser, tenant: Tenant, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert approve(mine, device, tenant).status_code == 204
    assert device.poll().status_code == 200


@pytest.mark.parametrize("verb", ["look", "approve", "refuse"])
def test_only_a_person_in_a_browser_decides(
    device: Device, mine: Browser, tenant: Tenant, machine: Api, public: Api, verb: str
) -> None:
    body = device.user_code
    if verb == "approve":
        body |= {"organization_id": str(tenant.organization.pk)}
    program = bearing(let_in(mine, tenant)["access_token"])
    for who in (machine, public, program):
        assert who.post(f"{SIGN_INS}/{verb}", body).status_code == 401
    mine.client.cookies.pop("csrftoken", None)
    forged = mine.client.post(f"{SIGN_INS}/{verb}", body, content_type="application/json")
    assert_problem(forged, 403, "csrf_failed")
    refused(device.poll(), 400, "authorization_pending")


def test_codes_cannot_be_guessed_for_long(device: Device, mine: Browser) -> None:
    answers = [decide(mine, "look", {"user_code": user_code_make()}) for _ in range(33)]
    assert [answer.status_code for answer in answers[:30]] == [404] * 30
    assert_problem(answers[-1], 429, "rate_limited")
    assert int(answers[-1]["Retry-After"]) >= 1
    assert_problem(decide(mine, "look", device.user_code), 429, "rate_limited")


def test_an_address_begins_only_so_many_sign_ins(db: None, settings: Any) -> None:
    settings.WAYBILL_TRUSTED_PROXIES = 1
    settings.WAYBILL_LIMIT_DEVICES = Rate(0.001, 3)
    device = Device()
    ask = [device.post("/oauth/device_authorization", PROGRAM) for _ in range(4)]
    assert [answer.status_code for answer in ask] == [200, 200, 200, 429]
    assert_problem(ask[-1], 429, "rate_limited")
    assert DeviceSignIn.objects.count() == 3


def test_whether_both_come_from_one_address_is_said_when_it_can_be(
    mine: Browser, tenant: Tenant, settings: Any
) -> None:
    settings.WAYBILL_TRUSTED_PROXIES = 1
    for address, same in [("192.0.2.10", True), ("192.0.2.11", False), ("2001:db8::1", None)]:
        device = Device(address)
        device.begin()
        assert decide(mine, "look", device.user_code).json()["same_address"] is same
    settings.WAYBILL_TRUSTED_PROXIES = 0  # then everybody may be our own web process
    device = Device("192.0.2.10")
    device.begin()
    assert decide(mine, "look", device.user_code).json()["same_address"] is None


@pytest.mark.django_db(transaction=True)
def test_of_polls_at_once_one_fetches_the_tokens(
    device: Device, mine: Browser, tenant: Tenant, live_server: Any
) -> None:
    approve(mine, device, tenant)
    form = PROGRAM | {"grant_type": GRANT, "device_code": device.codes["device_code"]}
    start = threading.Barrier(6)

    def run(_: int) -> requests.Response:
        start.wait()
        headers = {"content-type": FORM}
        return requests.post(f"{live_server.url}{TOKEN}", data=form, headers=headers, timeout=30)

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(run, range(6)))
    assert sorted(answer.status_code for answer in answers) == [200, 400, 400, 400, 400, 400]
    assert {answer.json().get("error") for answer in answers} == {None, "invalid_grant"}
    assert TokenFamily.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_approvals_at_once_one_counts(device: Device, tenant: Tenant) -> None:
    start = threading.Barrier(4)

    def run(_: int) -> str:
        start.wait()
        try:
            with nobody():
                device_approve(
                    user_code=device.codes["user_code"],
                    user=tenant.user,
                    organization_id=tenant.organization.pk,
                    actor=SYSTEM,
                )
        except Conflict as error:
            return error.code
        finally:
            connection.close()
        return "approved"

    with ThreadPoolExecutor(4) as pool:
        ends = sorted(pool.map(run, range(4)))
    assert ends == ["approved", "code_used", "code_used", "code_used"]
    assert AuditEntry.unscoped.filter(action="person.device_approved").count() == 1
    assert DeviceSignIn.objects.get().decision == Decision.APPROVED


def test_a_program_in_use_stays_signed_in(mine: Browser, tenant: Tenant, public: Api) -> None:
    tokens = let_in(mine, tenant)
    program = Session.objects.filter(session_key=TokenFamily.objects.get().session_key)
    program.update(expire_date=timezone.now() + timedelta(days=1))
    refreshed = public.post(REFRESH, {"refresh_token": tokens["refresh_token"]})
    assert refreshed.status_code == 200
    assert program.get().expire_date > timezone.now() + timedelta(days=13)
    program.update(expire_date=timezone.now())
    answer = public.post(REFRESH, {"refresh_token": refreshed.json()["refresh_token"]})
    assert_problem(answer, 400, "invalid_grant")


def test_a_program_let_in_long_ago_is_over(mine: Browser, tenant: Tenant) -> None:
    tokens = let_in(mine, tenant)
    TokenFamily.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert_problem(bearing(tokens["access_token"]).get(ME), 401, "bad_token")
