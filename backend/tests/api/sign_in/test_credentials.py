"""Making, rotating and revoking API keys and OAuth clients through the API."""

from __future__ import annotations

import json
import time
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from api.authentication import bearer
from api.authentication.known_keys import KnownKeys
from core.accounts.api_keys import api_key_create
from core.accounts.models import ApiKey, Membership, Role
from core.accounts.permissions import ROLE_PERMISSIONS, Permission
from core.audit.models import AuditEntry
from core.credentials.models import OAuthClient
from tests.api.checks import assert_problem
from tests.api.tokens import ME, bearing, sign_in
from tests.conftest import Api, Tenant

pytestmark = [pytest.mark.django_db, pytest.mark.security("credentials")]

KEYS = "/api/v1/api-keys"
CLIENTS = "/api/v1/oauth-clients"
BOTH = pytest.mark.parametrize("path", [KEYS, CLIENTS])
READ: dict[str, Any] = {"name": "Reports", "scopes": ["submissions:read"]}


def at(**later: float) -> str:
    return (timezone.now() + timedelta(**later)).isoformat()


@pytest.fixture
def admin(tenant: Tenant) -> Api:
    """A person's program, of an admin."""
    Membership.objects.owned_by(tenant.organization).update(role=Role.ADMIN)
    return bearing(sign_in(tenant).access)


def make(api: Api, path: str, **body: Any) -> dict[str, Any]:
    answer = api.post(path, READ | body)
    assert answer.status_code == 201, answer.content
    assert answer["Cache-Control"] == "no-store"
    made: dict[str, Any] = answer.json()
    return made


@BOTH
def test_a_secret_is_shown_once_and_kept_as_a_hash(admin: Api, path: str) -> None:
    made = make(admin, path)
    secret = made["secret"]
    listed = admin.get(path)
    assert secret not in listed.content.decode()
    (item,) = [each for each in listed.json()["items"] if each["id"] == made["id"]]
    assert item == {name: value for name, value in made.items() if name != "secret"}
    for model in (ApiKey, OAuthClient):
        for row in model.unscoped.values_list():
            assert secret not in str(row)
    assert secret not in str(list(AuditEntry.unscoped.values_list()))


def test_a_key_does_what_its_scopes_say_and_nothing_else(admin: Api) -> None:
    key = bearing(make(admin, KEYS)["secret"])
    assert key.get("/api/v1/submissions").status_code == 200
    answer = key.post("/api/v1/workflows/new-customer/submissions", {"data": {}})
    assert_problem(answer, 403, "not_permitted")


@BOTH
def test_every_change_is_in_the_audit_log(admin: Api, path: str) -> None:
    made = make(admin, path)
    admin.post(f"{path}/{made['id']}/rotate", {"previous_until": at(hours=1)})
    admin.post(f"{path}/{made['id']}/revoke", {})
    entries = AuditEntry.unscoped.filter(object_id=made["id"]).order_by("id")
    kind = "api_key" if path == KEYS else "oauth_client"
    assert [entry.action for entry in entries] == [
        f"{kind}.{change}" for change in ("created", "rotated", "revoked")
    ]
    assert {entry.actor_kind for entry in entries} == {"person"}
    assert entries[0].detail["scopes"] == ["submissions:read"]


@BOTH
def test_nobody_hands_on_what_they_may_not_do(admin: Api, path: str) -> None:
    body = {**READ, "scopes": ["submissions:read", "organization:transfer"]}
    problem = assert_problem(admin.post(path, body), 403, "scope_not_held")
    assert "organization:transfer" in problem["detail"]
    assert "submissions:read" not in problem["detail"]


@BOTH
@pytest.mark.parametrize("role", [Role.VIEWER, Role.OPERATOR])
def test_those_who_may_not_manage_keys_do_not(tenant: Tenant, path: str, role: Role) -> None:
    Membership.objects.owned_by(tenant.organization).update(role=role)
    api = bearing(sign_in(tenant).access)
    some = uuid.uuid4()
    for answer in (
        api.get(path),
        api.post(path, READ),
        api.post(f"{path}/{some}/rotate", {}),
        api.post(f"{path}/{some}/revoke", {}),
    ):
        assert_problem(answer, 403, "not_permitted")


@BOTH
def test_a_key_hands_on_no_more_and_for_no_longer_than_it_has(tenant: Tenant, path: str) -> None:
    end = timezone.now() + timedelta(days=1)
    _, secret = api_key_create(
        organization=tenant.organization,
        name="Maker",
        scopes=[Permission.KEYS_MANAGE, Permission.SUBMISSIONS_READ],
        expires_at=end,
    )
    maker = bearing(secret)
    make(maker, path, expires_at=end.isoformat())
    for later in (None, at(days=2)):
        answer = maker.post(path, READ | {"expires_at": later})
        assert_problem(answer, 403, "outlives_its_maker")
    answer = maker.post(path, READ | {"scopes": ["audit:read"], "expires_at": at(hours=1)})
    assert_problem(answer, 403, "scope_not_held")


@BOTH
def test_rotating_hands_a_secret_on_so_it_needs_the_scopes_too(
    admin: Api, tenant: Tenant, path: str
) -> None:
    _, everything = api_key_create(
        organization=tenant.organization, name="Owner's", scopes=Permission
    )
    made = make(bearing(everything), path, scopes=["organization:transfer"])
    answer = admin.post(f"{path}/{made['id']}/rotate", {})
    assert_problem(answer, 403, "scope_not_held")


WRONG: dict[str, dict[str, Any]] = {
    "no scopes": {"scopes": []},
    "unknown scope": {"scopes": ["everything"]},
    "no name": {"name": ""},
    "blank name": {"name": "   "},
    "NUL in the name": {"name": "a\0b"},
    "long name": {"name": "x" * 201},
    "end in the past": {"expires_at": "2020-01-01T00:00:00Z"},
    "end too far": {"expires_at": "9999-12-31T23:59:59-12:00"},
    "end without a zone": {"expires_at": "2030-01-01T00:00:00"},
    "own secret": {"secret": "wbk_aaaaaaaa_" + "A" * 43},
}


@BOTH
@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_refused_by_name(admin: Api, path: str, name: str) -> None:
    (field,) = WRONG[name]
    answer = admin.post(path, READ | WRONG[name])
    assert answer.status_code == 422
    assert any(error["field"].startswith(field) for error in answer.json()["errors"])


def rotate(api: Api, made: dict[str, Any], until: str | None) -> Any:
    return api.post(f"{KEYS}/{made['id']}/rotate", {"previous_until": until})


def test_after_a_rotation_both_secrets_are_good_until_the_moment(admin: Api) -> None:
    made = make(admin, KEYS)
    rotated = rotate(admin, made, at(hours=1)).json()
    assert rotated["prefix"] == made["prefix"]
    for secret in (made["secret"], rotated["secret"]):
        assert bearing(secret).get(ME).status_code == 200
    ApiKey.unscoped.filter(pk=made["id"]).update(previous_until=timezone.now())
    assert_problem(bearing(made["secret"]).get(ME), 401, "bad_api_key")
    assert bearing(rotated["secret"]).get(ME).status_code == 200


def test_a_rotation_without_overlap_ends_the_present_secret(admin: Api) -> None:
    made = make(admin, KEYS)
    rotated = rotate(admin, made, None).json()
    assert_problem(bearing(made["secret"]).get(ME), 401, "bad_api_key")
    assert bearing(rotated["secret"]).get(ME).status_code == 200


def test_a_second_rotation_ends_the_secret_before_the_last(admin: Api) -> None:
    made = make(admin, KEYS)
    second = rotate(admin, made, at(hours=1)).json()
    rotate(admin, made, at(hours=1))
    assert_problem(bearing(made["secret"]).get(ME), 401, "bad_api_key")
    assert bearing(second["secret"]).get(ME).status_code == 200


@pytest.mark.parametrize("until", ["2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z"])
def test_an_overlap_is_bounded(admin: Api, until: str) -> None:
    answer = rotate(admin, make(admin, KEYS), until)
    assert_problem(answer, 422, "invalid_input", field="previous_until")


@BOTH
def test_what_is_revoked_is_refused_at_once_and_for_good(admin: Api, path: str) -> None:
    made = make(admin, path)
    rotated = admin.post(f"{path}/{made['id']}/rotate", {"previous_until": at(hours=1)}).json()
    body = admin.post(f"{path}/{made['id']}/revoke", {}).json()
    assert body["state"] == "revoked"
    if path == KEYS:
        for secret in (made["secret"], rotated["secret"]):
            assert_problem(bearing(secret).get(ME), 401, "bad_api_key")
    assert_problem(admin.post(f"{path}/{made['id']}/rotate", {}), 409, "conflict")
    assert admin.post(f"{path}/{made['id']}/revoke", {}).json() == body


def test_a_key_that_is_over_is_refused(admin: Api) -> None:
    made = make(admin, KEYS, expires_at=at(hours=1))
    assert bearing(made["secret"]).get(ME).status_code == 200
    ApiKey.unscoped.filter(pk=made["id"]).update(expires_at=timezone.now())
    assert_problem(bearing(made["secret"]).get(ME), 401, "bad_api_key")
    states = {each["id"]: each["state"] for each in admin.get(KEYS).json()["items"]}
    assert states[made["id"]] == "expired"


def test_a_process_trusts_a_key_no_longer_than_it_is_good(
    admin: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: KnownKeys[Any] = KnownKeys(5)
    monkeypatch.setattr(bearer, "_KNOWN", known)
    made = make(admin, KEYS, expires_at=at(seconds=3))
    key = bearing(made["secret"])
    assert key.get(ME).status_code == 200
    end = ApiKey.unscoped.get(pk=made["id"]).expires_at
    assert end is not None
    while timezone.now() < end:
        time.sleep(0.02)
    assert_problem(key.get(ME), 401, "bad_api_key")


@BOTH
@pytest.mark.parametrize("change", ["rotate", "revoke"])
def test_a_foreign_credential_is_not_found(
    admin: Api, stranger: Api, path: str, change: str
) -> None:
    made = make(admin, path)
    assert_problem(stranger.post(f"{path}/{made['id']}/{change}", {}), 404, "not_found")
    assert made["id"] not in stranger.get(path).content.decode()


def test_a_key_from_before_scopes_has_an_operators(tenant: Tenant) -> None:
    ApiKey.unscoped.update(scopes=None)
    held = bearing(tenant.key).get(ME).json()["permissions"]
    assert set(held) == ROLE_PERMISSIONS[Role.OPERATOR]


def test_a_session_makes_a_key_with_the_csrf_token_alone(tenant: Tenant) -> None:
    Membership.objects.owned_by(tenant.organization).update(role=Role.OWNER)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(tenant.user, "allauth.account.auth_backends.AuthenticationBackend")
    answer = browser.post(KEYS, json.dumps(READ), content_type="application/json")
    assert_problem(answer, 403, "csrf_failed")
