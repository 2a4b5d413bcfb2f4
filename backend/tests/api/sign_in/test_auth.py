from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from core.accounts.models import ApiKey, Membership
from tests.api.checks import assert_problem
from tests.api.conftest import ANSWERS, Submit
from tests.conftest import PASSWORD, Api, Tenant

LOGIN = "/_allauth/browser/v1/auth/login"
SESSION = "/_allauth/browser/v1/auth/session"
SUBMIT = "/api/v1/workflows/new-customer/submissions"
PROTECTED = [
    "/api/v1/me",
    "/api/v1/workflows",
    "/api/v1/submissions",
    f"/api/v1/submissions/{uuid.UUID(int=7)}",
]


@pytest.fixture(autouse=True)
def no_login_limits_left_over() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def browser() -> Api:
    """A browser that obeys: cookies, and CSRF checked as in production."""
    return Api(Client(enforce_csrf_checks=True, raise_request_exception=False), {})


def csrf(browser: Api) -> dict[str, str]:
    return {"x_csrftoken": browser.client.cookies["csrftoken"].value}


def sign_in(browser: Api, tenant: Tenant) -> None:
    browser.get(SESSION)
    body = {"email": tenant.user.email, "password": PASSWORD}
    answer = browser.post(LOGIN, body, **csrf(browser))
    assert answer.status_code == 200, answer.content


@pytest.mark.parametrize("path", PROTECTED)
def test_nobody_is_refused(public: Api, tenant: Tenant, path: str) -> None:
    answer = public.get(path)
    assert_problem(answer, 401, "not_signed_in")
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_submitting_to_a_workflow_needs_a_principal(public: Api, tenant: Tenant) -> None:
    assert_problem(public.post(SUBMIT, {"data": ANSWERS}), 401, "not_signed_in")


def test_key_acts_for_its_organization(machine: Api, tenant: Tenant) -> None:
    body = machine.get("/api/v1/me").json()
    assert body["kind"] == "key"
    assert body["email"] is None
    assert body["organization"]["id"] == str(tenant.organization.pk)


@pytest.mark.parametrize(
    "header",
    ["Bearer", "Bearer ", "Bearer wbk_wrong", "Basic YTpi", "wbk_x", "Bearer a b", "Bearer \xe9"],
)
def test_wrong_key_is_refused(public: Api, tenant: Tenant, header: str) -> None:
    answer = public.get("/api/v1/me", authorization=header)
    assert answer.status_code == 401
    assert answer.json()["code"] in {"bad_api_key", "bad_token", "not_signed_in"}


def test_key_with_a_changed_secret_is_refused(public: Api, tenant: Tenant) -> None:
    changed = tenant.key[:-1] + ("A" if tenant.key[-1] != "A" else "B")
    answer = public.get("/api/v1/me", authorization=f"Bearer {changed}")
    assert_problem(answer, 401, "bad_api_key")


def test_revoked_key_is_refused(machine: Api, tenant: Tenant) -> None:
    ApiKey.unscoped.update(revoked_at=timezone.now())
    assert_problem(machine.get("/api/v1/me"), 401, "bad_api_key")


def test_person_signs_in_and_out(browser: Api, tenant: Tenant) -> None:
    sign_in(browser, tenant)
    body = browser.get("/api/v1/me").json()
    assert body["kind"] == "person"
    assert body["email"] == tenant.user.email
    assert body["role"] == "operator"
    browser.client.delete(SESSION, headers={"x-csrftoken": csrf(browser)["x_csrftoken"]})
    assert_problem(browser.get("/api/v1/me"), 401, "not_signed_in")


def test_wrong_password_does_not_sign_in(browser: Api, tenant: Tenant) -> None:
    browser.get(SESSION)
    body = {"email": tenant.user.email, "password": "wrong"}
    assert browser.post(LOGIN, body, **csrf(browser)).status_code == 400
    assert browser.get("/api/v1/me").status_code == 401


def test_signing_in_needs_the_csrf_token(browser: Api, tenant: Tenant) -> None:
    browser.get(SESSION)
    body = {"email": tenant.user.email, "password": PASSWORD}
    refused = browser.post(LOGIN, body)
    assert_problem(refused, 403, "csrf_failed")
    assert "Allow cookies for this site, reload the page" in refused.json()["detail"]


@pytest.mark.parametrize(
    "raw", [b"{", b"[" * 100_000, b'{"email": "a\\u0000b", "password": "x"}', b"\xff"]
)
def test_sign_in_survives_bad_input(browser: Api, tenant: Tenant, raw: bytes) -> None:
    browser.get(SESSION)
    assert 400 <= browser.post_raw(LOGIN, raw, **csrf(browser)).status_code < 500


def test_session_write_needs_the_csrf_token(browser: Api, tenant: Tenant) -> None:
    sign_in(browser, tenant)
    assert_problem(browser.post(SUBMIT, {"data": ANSWERS}), 403, "csrf_failed")
    assert browser.post(SUBMIT, {"data": ANSWERS}, **csrf(browser)).status_code == 202


def test_session_write_from_another_origin_is_refused(browser: Api, tenant: Tenant) -> None:
    sign_in(browser, tenant)
    answer = browser.post(SUBMIT, {"data": ANSWERS}, origin="https://evil.example", **csrf(browser))
    assert_problem(answer, 403, "csrf_failed")


def test_key_needs_no_csrf_token_even_with_a_session(browser: Api, tenant: Tenant) -> None:
    sign_in(browser, tenant)
    answer = browser.post(SUBMIT, {"data": ANSWERS}, **tenant.bearer)
    assert answer.status_code == 202


def test_wrong_key_is_not_saved_by_a_session(browser: Api, tenant: Tenant) -> None:
    sign_in(browser, tenant)
    answer = browser.get("/api/v1/me", authorization="Bearer wbk_wrong")
    assert_problem(answer, 401, "bad_api_key")


def test_public_form_takes_no_notice_of_cookies(browser: Api, tenant: Tenant) -> None:
    sign_in(browser, tenant)
    answer = browser.post("/api/v1/forms/new-customer/submissions", {"data": ANSWERS})
    assert answer.status_code == 202


def test_person_without_an_organization_is_refused(browser: Api, tenant: Tenant) -> None:
    sign_in(browser, tenant)
    Membership.unscoped.all().delete()
    assert_problem(browser.get("/api/v1/me"), 403, "no_organization")


def test_deactivated_person_is_refused(browser: Api, tenant: Tenant) -> None:
    sign_in(browser, tenant)
    tenant.user.is_active = False
    tenant.user.save()
    assert_problem(browser.get("/api/v1/me"), 401, "not_signed_in")


def test_nobody_signs_up_uninvited(browser: Api, tenant: Tenant) -> None:
    browser.get(SESSION)
    body = {"email": "new@example.com", "password": PASSWORD}
    answer = browser.post("/_allauth/browser/v1/auth/signup", body, **csrf(browser))
    assert answer.status_code == 403


def test_foreign_submission_is_not_found(stranger: Api, submit: Submit) -> None:
    task_id = submit()["id"]
    assert_problem(stranger.get(f"/api/v1/submissions/{task_id}"), 404, "not_found")


def test_foreign_workflow_is_not_found(stranger: Api, tenant: Tenant) -> None:
    tenant.version.workflow.slug = "only-mine"
    tenant.version.workflow.save()
    answer = stranger.post("/api/v1/workflows/only-mine/submissions", {"data": ANSWERS})
    assert_problem(answer, 404, "not_found")


def test_lists_hold_nothing_foreign(stranger: Api, submit: Submit, tenant: Tenant) -> None:
    submit()
    assert stranger.get("/api/v1/submissions").json()["items"] == []
    forms = [item["form_slug"] for item in stranger.get("/api/v1/workflows").json()["items"]]
    assert tenant.form_slug not in forms
