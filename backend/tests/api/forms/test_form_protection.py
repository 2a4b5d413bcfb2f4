"""Bots at a public form are refused; a person who is mistaken for one is told what to do."""

from __future__ import annotations

import base64
import json
import time
import uuid
from typing import Any

import altcha
import pytest
import redis
from django.conf import settings as project
from django.core import signing
from django.test import Client

from core.accounts.models import Membership, Role
from core.audit.models import AuditEntry
from core.submissions.models import Submission
from core.workflows.models import Workflow
from core.workflows.protection import form_protection as protections
from core.workflows.protection import tickets
from tests.api.checks import assert_problem
from tests.api.conftest import ANSWERS
from tests.conftest import PASSWORD, Api, Tenant

pytestmark = pytest.mark.security("Public forms")

FORM = "/api/v1/forms/new-customer"
SUBMIT = f"{FORM}/submissions"
SETTINGS = "/api/v1/workflows/new-customer/protection"
PARTNER = "https://www.partner.example"
ASKS_NOTHING = {
    "honeypot": True,
    "min_seconds": 0,
    "proof_of_work": False,
    "allowed_origins": [],
}


@pytest.fixture(autouse=True)
def quick_tasks(settings: Any) -> None:
    settings.WAYBILL_PROOF_OF_WORK_COST = 10


@pytest.fixture
def admin(tenant: Tenant) -> Api:
    Membership.unscoped.filter(user=tenant.user).update(role=Role.ADMIN)
    client = Client(raise_request_exception=False)
    assert client.login(email=tenant.user.email, password=PASSWORD)
    return Api(client, {})


def protect(admin: Api, **asked: object) -> None:
    answer = admin.call("PUT", SETTINGS, ASKS_NOTHING | asked)
    assert answer.status_code == 200, answer.content


def send(api: Api, headers: dict[str, str] | None = None, **protection: str) -> Any:
    return api.post(SUBMIT, {"data": ANSWERS, "protection": protection}, **(headers or {}))


def opened(seconds_ago: float, slug: str = "new-customer") -> tuple[str, str]:
    """A ticket as it was issued so long ago."""
    ticket_id = uuid.uuid4().hex
    content = {"form": slug, "id": ticket_id, "at": time.time() - seconds_ago}
    return signing.dumps(content, salt="waybill.form-ticket"), ticket_id


def solve(challenge: dict[str, Any]) -> str:
    parsed = altcha.Challenge.from_dict(challenge)
    solution = altcha.solve_challenge(parsed)
    assert solution is not None
    return altcha.Payload(parsed, solution).to_base64()


def test_without_settings_a_form_takes_what_it_took(public: Api, tenant: Tenant) -> None:
    assert public.post(SUBMIT, {"data": ANSWERS}).status_code == 202
    asked = public.get(FORM).json()["protection"]
    assert asked == {
        "honeypot": True,
        "ticket": False,
        "proof_of_work": False,
        "without_script": "refuse",
        "allowed_origins": [],
    }


@pytest.mark.parametrize("filled", ["http://spam.example", " ", "x" * 500])
def test_a_filled_honeypot_is_refused_without_saying_so(
    public: Api, tenant: Tenant, filled: str
) -> None:
    body = assert_problem(send(public, website=filled), 403, "not_taken")
    assert "website" not in json.dumps(body)
    assert "honeypot" not in json.dumps(body)
    assert "Reload the page" in body["detail"]
    assert not Submission.unscoped.exists()


def test_an_empty_honeypot_is_taken(public: Api, tenant: Tenant) -> None:
    assert send(public, website="").status_code == 202


@pytest.mark.parametrize("age", [0, 1, 2.5])
def test_sent_sooner_than_anybody_reads_is_refused(
    public: Api, admin: Api, tenant: Tenant, age: float
) -> None:
    protect(admin, min_seconds=3)
    ticket, _ = opened(age)
    body = assert_problem(send(public, ticket=ticket), 403, "too_quick")
    assert "Wait" in body["detail"]


def test_a_person_is_taken(public: Api, admin: Api, tenant: Tenant) -> None:
    protect(admin, min_seconds=3)
    issued = public.get(f"{FORM}/ticket")
    assert issued["Cache-Control"] == "no-store"
    assert issued.json()["wait_seconds"] == 3
    assert issued.json()["challenge"] is None
    assert public.get(FORM).json()["protection"]["ticket"] is True
    assert send(public, ticket=opened(4)[0]).status_code == 202


def test_no_ticket_is_refused(public: Api, admin: Api, tenant: Tenant) -> None:
    protect(admin, min_seconds=1)
    assert_problem(public.post(SUBMIT, {"data": ANSWERS}), 403, "ticket_needed")
    assert_problem(send(public, ticket=""), 403, "ticket_needed")


@pytest.mark.parametrize(
    "forge",
    [
        lambda ticket: ticket[:-1] + ("A" if ticket[-1] != "A" else "B"),
        lambda ticket: "A" + ticket,
        lambda ticket: ticket.partition(":")[0],
        lambda ticket: ":".join(reversed(ticket.split(":"))),
        lambda _: "nonsense",
        lambda _: "::",
        lambda _: signing.dumps({"form": "new-customer", "id": "x", "at": 0}, salt="another"),
        lambda _: signing.dumps(
            {"form": "new-customer", "id": "x", "at": 0},
            key="a key of somebody else",
            salt="waybill.form-ticket",
        ),
    ],
)
def test_a_forged_ticket_is_refused(public: Api, admin: Api, tenant: Tenant, forge: Any) -> None:
    protect(admin, min_seconds=1)
    answer = send(public, ticket=forge(opened(5)[0]))
    assert_problem(answer, 403, "ticket_expired")


def test_another_forms_ticket_is_refused(
    public: Api, admin: Api, tenant: Tenant, other_tenant: Tenant
) -> None:
    protect(admin, min_seconds=1)
    answer = send(public, ticket=opened(5, "other-customer")[0])
    assert_problem(answer, 403, "ticket_expired")


def test_an_old_ticket_is_refused(
    public: Api, admin: Api, tenant: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    protect(admin, min_seconds=1)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now - tickets.LIFETIME_SECONDS - 5)
    ticket, _ = opened(5)
    monkeypatch.setattr(time, "time", lambda: now)
    body = assert_problem(send(public, ticket=ticket), 403, "ticket_expired")
    assert "Reload the page" in body["detail"]


def test_a_ticket_is_good_for_a_few_tries(public: Api, admin: Api, tenant: Tenant) -> None:
    protect(admin, min_seconds=1)
    ticket, _ = opened(5)
    statuses = [send(public, ticket=ticket).status_code for _ in range(8)]
    assert statuses == [202] * 5 + [429] * 3


def test_a_solved_task_is_taken(public: Api, admin: Api, tenant: Tenant) -> None:
    protect(admin, proof_of_work=True)
    issued = public.get(f"{FORM}/ticket").json()
    answer = send(public, ticket=issued["ticket"], proof=solve(issued["challenge"]))
    assert answer.status_code == 202


def changed(proof: str, **changes: Any) -> str:
    document = json.loads(base64.b64decode(proof))
    for path, value in changes.items():
        *parents, name = path.split("__")
        node = document
        for parent in parents:
            node = node[parent]
        node[name] = value
    return base64.b64encode(json.dumps(document).encode()).decode()


@pytest.mark.parametrize(
    "forge",
    [
        lambda _: "",
        lambda _: "nonsense",
        lambda _: base64.b64encode(b"{}").decode(),
        lambda _: base64.b64encode(b"[" * 2000).decode(),
        lambda proof: changed(proof, solution__counter=2**31),
        lambda proof: changed(proof, solution__counter=2**40),
        lambda proof: changed(proof, solution__counter=-1),
        lambda proof: changed(proof, solution__counter="1"),
        lambda proof: changed(proof, solution__counter=True),
        lambda proof: changed(proof, solution__counter=None),
        lambda proof: changed(proof, challenge__parameters__cost=1),
        lambda proof: changed(proof, challenge__parameters__cost=10**12),
        lambda proof: changed(proof, challenge__parameters__keyPrefix=""),
        lambda proof: changed(proof, challenge__parameters__algorithm="SHA-256"),
        lambda proof: changed(proof, challenge__parameters__expiresAt=2**40),
        lambda proof: changed(proof, challenge__signature=""),
        lambda proof: changed(proof, challenge__signature="0" * 64),
        lambda proof: changed(proof, challenge__parameters=None),
    ],
)
def test_a_task_that_was_not_solved_is_refused(
    public: Api, admin: Api, tenant: Tenant, forge: Any
) -> None:
    protect(admin, proof_of_work=True)
    issued = public.get(f"{FORM}/ticket").json()
    proof = forge(solve(issued["challenge"]))
    started = time.process_time()
    assert_problem(send(public, ticket=issued["ticket"], proof=proof), 403, "proof_needed")
    assert time.process_time() - started < 3


def test_a_task_of_another_ticket_is_refused(public: Api, admin: Api, tenant: Tenant) -> None:
    """One solved task must not open the form for every ticket that can be had for nothing."""
    protect(admin, proof_of_work=True)
    proof = solve(public.get(f"{FORM}/ticket").json()["challenge"])
    other = public.get(f"{FORM}/ticket").json()["ticket"]
    assert_problem(send(public, ticket=other, proof=proof), 403, "proof_needed")


def test_a_task_signed_by_somebody_else_is_refused(public: Api, admin: Api, tenant: Tenant) -> None:
    protect(admin, proof_of_work=True)
    ticket, ticket_id = opened(1)
    own = altcha.create_challenge(
        "PBKDF2/SHA-256",
        1,
        data={"ticket": ticket_id},
        hmac_secret="guessed",
        expires_at=int(time.time()) + 60,
    )
    answer = send(public, ticket=ticket, proof=solve(own.to_dict()))
    assert_problem(answer, 403, "proof_needed")


def test_our_own_page_may_always_send(
    public: Api, admin: Api, tenant: Tenant, settings: Any
) -> None:
    protect(admin, allowed_origins=[PARTNER])
    assert send(public, {"origin": settings.WAYBILL_PUBLIC_URL}).status_code == 202


@pytest.mark.parametrize("origin", [PARTNER, f"{PARTNER}:443"])
def test_an_allowed_page_may_send(public: Api, admin: Api, tenant: Tenant, origin: str) -> None:
    protect(admin, allowed_origins=[PARTNER])
    answer = send(public, {"origin": origin})
    assert answer.status_code == 202
    assert answer["Access-Control-Allow-Origin"] == origin
    assert "origin" in answer["Vary"].lower()
    assert "Access-Control-Allow-Credentials" not in answer


@pytest.mark.parametrize(
    "origin",
    [
        "",
        "null",
        "https://evil.example",
        "https://www.partner.example.evil.example",
        "https://evilwww.partner.example",
        "http://www.partner.example",
        "https://www.partner.example:8443",
        "https://partner.example",
        "https://www.partner.example@evil.example",
        "https://www.partner.example, https://evil.example",
    ],
)
def test_another_page_may_not(public: Api, admin: Api, tenant: Tenant, origin: str) -> None:
    protect(admin, allowed_origins=[PARTNER])
    headers = {"origin": origin} if origin else {}
    answer = send(public, headers)
    assert_problem(answer, 403, "origin_refused")
    assert "Access-Control-Allow-Origin" not in answer
    assert not Submission.unscoped.exists()


@pytest.mark.parametrize(
    ("headers", "advice"),
    [
        ({"origin": "null"}, "allow-same-origin"),
        ({"origin": " null "}, "allow-same-origin"),
        ({}, "no Origin header"),
        ({"origin": ""}, "no Origin header"),
        ({"origin": "https://evil.example"}, "web site of the organization"),
    ],
)
def test_a_page_that_may_not_is_told_what_to_do(
    public: Api, admin: Api, tenant: Tenant, settings: Any, headers: dict[str, str], advice: str
) -> None:
    protect(admin, allowed_origins=[PARTNER])
    detail = assert_problem(send(public, headers), 403, "origin_refused")["detail"]
    assert advice in detail
    assert settings.WAYBILL_PUBLIC_URL in detail


def preflight(
    api: Api, path: str, origin: str, wanted: str = "content-type,idempotency-key"
) -> Any:
    return api.client.options(
        path,
        headers={
            "origin": origin,
            "access-control-request-method": "POST",
            "access-control-request-headers": wanted,
        },
    )


@pytest.mark.parametrize(
    "header", ["traceparent", "tracestate", "baggage", "sentry-trace", "x-requested-with"]
)
def test_a_page_whose_libraries_add_headers_may_send(
    public: Api, admin: Api, tenant: Tenant, header: str
) -> None:
    protect(admin, allowed_origins=[PARTNER])
    allowed = preflight(public, SUBMIT, PARTNER, f"content-type,{header}")
    assert header in allowed["Access-Control-Allow-Headers"].split(", ")
    assert send(public, {"origin": PARTNER, header: "x"}).status_code == 202
    refused = preflight(public, SUBMIT, "https://evil.example", header)
    assert "Access-Control-Allow-Headers" not in refused


def test_a_browser_is_told_which_pages_may(public: Api, admin: Api, tenant: Tenant) -> None:
    protect(admin, allowed_origins=[PARTNER])
    allowed = preflight(public, SUBMIT, PARTNER)
    assert allowed.status_code == 200
    assert allowed["Access-Control-Allow-Origin"] == PARTNER
    assert "idempotency-key" in allowed["Access-Control-Allow-Headers"]
    for path, origin in [
        (SUBMIT, "https://evil.example"),
        ("/api/v1/forms/no-such-form/submissions", PARTNER),
        ("/api/v1/workflows/new-customer/submissions", PARTNER),
        ("/api/v1/me", PARTNER),
        ("/_allauth/browser/v1/auth/login", PARTNER),
    ]:
        assert "Access-Control-Allow-Origin" not in preflight(public, path, origin)


def test_settings_are_read_and_changed_and_written_down(admin: Api, tenant: Tenant) -> None:
    assert admin.get(SETTINGS).json() == ASKS_NOTHING
    asked = {
        "honeypot": False,
        "min_seconds": 5,
        "proof_of_work": True,
        "allowed_origins": ["HTTPS://www.Partner.example/", PARTNER],
    }
    answer = admin.call("PUT", SETTINGS, asked)
    assert answer.json() == asked | {"allowed_origins": [PARTNER]}
    assert admin.get(SETTINGS).json() == answer.json()
    entry = AuditEntry.unscoped.get(action="workflow.protection_changed")
    assert entry.organization == tenant.organization
    assert entry.detail["before"]["min_seconds"] == 0
    assert entry.detail["after"]["min_seconds"] == 5


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"min_seconds": -1}, "min_seconds"),
        ({"min_seconds": 61}, "min_seconds"),
        ({"allowed_origins": ["*"]}, "allowed_origins.0"),
        ({"allowed_origins": [PARTNER, "null"]}, "allowed_origins.1"),
        ({"allowed_origins": [PARTNER] * 21}, "allowed_origins"),
        ({"honeypot": "maybe"}, "honeypot"),
    ],
)
def test_settings_that_protect_nothing_are_refused(
    admin: Api, tenant: Tenant, wrong: dict[str, Any], field: str
) -> None:
    answer = admin.call("PUT", SETTINGS, ASKS_NOTHING | wrong)
    assert_problem(answer, 422, "invalid_input", field)
    assert not AuditEntry.unscoped.filter(action="workflow.protection_changed").exists()


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.VIEWER])
def test_who_may_not_manage_workflows_may_not_change_them(
    admin: Api, tenant: Tenant, role: Role
) -> None:
    Membership.unscoped.filter(user=tenant.user).update(role=role)
    assert_problem(admin.call("PUT", SETTINGS, ASKS_NOTHING), 403, "not_permitted")


def test_another_organizations_form_is_not_found(
    admin: Api, tenant: Tenant, other_tenant: Tenant
) -> None:
    Workflow.unscoped.filter(organization=other_tenant.organization).update(slug="theirs")
    path = "/api/v1/workflows/theirs/protection"
    assert_problem(admin.get(path), 404, "not_found")
    assert_problem(admin.call("PUT", path, ASKS_NOTHING), 404, "not_found")


def test_a_change_reaches_other_processes_within_seconds(
    public: Api, admin: Api, tenant: Tenant, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.WAYBILL_FORM_CACHE_SECONDS = 5
    monkeypatch.setattr(protections, "_recent", {})
    assert public.get(FORM).json()["protection"]["ticket"] is False
    stale = dict(protections._recent)
    protect(admin, min_seconds=9)
    protections._recent.update(stale)
    assert public.get(FORM).json()["protection"]["ticket"] is False
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + 5)
    assert public.get(FORM).json()["protection"]["ticket"] is True


@pytest.fixture(autouse=True)
def no_leftover_counts() -> None:
    client = redis.Redis.from_url(project.WAYBILL_EVENTS_REDIS_URL)
    for key in client.scan_iter("waybill:limit:*"):
        client.delete(key)
