"""OAuth clients: the client credentials grant and what its tokens open."""

from __future__ import annotations

import base64
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import jwt
import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from core.accounts.permissions import Permission
from core.audit.services import SYSTEM
from core.credentials.grant_limits import Maker
from core.credentials.lifecycle import client_secret_generate, credential_issue, credential_rotate
from core.credentials.models import OAuthClient
from tests.api.checks import assert_problem
from tests.api.tokens import ME, Forge, bearing
from tests.conftest import Api, Tenant

pytestmark = [pytest.mark.django_db, pytest.mark.security("OAuth clients")]

TOKEN = "/oauth/token"
FORM = "application/x-www-form-urlencoded"
GRANT = {"grant_type": "client_credentials"}
EVERYTHING = Maker(SYSTEM, frozenset(Permission))
SCOPES = [Permission.SUBMISSIONS_READ, Permission.SUBMISSIONS_CREATE]


class Service:
    """A client of the tenant, and how it asks for tokens."""

    def __init__(self, tenant: Tenant) -> None:
        self.client, self.secret = credential_issue(
            model=OAuthClient,
            organization=tenant.organization,
            maker=EVERYTHING,
            name="Shop",
            scopes=SCOPES,
        )

    def basic(self, secret: str | None = None, client_id: str | None = None) -> dict[str, str]:
        pair = f"{client_id or self.client.client_id}:{secret or self.secret}"
        return {"authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}

    def ask(self, form: dict[str, str] | None = None, headers: dict[str, str] | None = None) -> Any:
        return ask(GRANT | (form or {}), self.basic() if headers is None else headers)

    def token(self, **form: str) -> str:
        answer = self.ask(form)
        assert answer.status_code == 200, answer.content
        return str(answer.json()["access_token"])


def ask(form: Any, headers: dict[str, str] | None = None) -> Any:
    return Client(raise_request_exception=False).post(
        TOKEN, urlencode(form), content_type=FORM, headers=headers
    )


@pytest.fixture
def service(tenant: Tenant) -> Service:
    return Service(tenant)


def assert_refused(answer: Any, status: int, error: str) -> None:
    assert answer.status_code == status, answer.content
    assert answer.json()["error"] == error
    assert answer["Cache-Control"] == "no-store"
    assert "access_token" not in answer.json()


def test_a_client_gets_a_short_token_and_acts_for_its_organization(
    service: Service, tenant: Tenant
) -> None:
    answer = service.ask()
    body = answer.json()
    assert answer["Cache-Control"] == "no-store"
    assert (body["token_type"], body["expires_in"]) == ("Bearer", 600)
    assert set(body) == {"access_token", "token_type", "expires_in", "scope"}
    assert body["scope"].split() == sorted(SCOPES)
    me = bearing(body["access_token"]).get(ME).json()
    assert (me["kind"], me["name"]) == ("service", "Shop")
    assert me["organization"]["id"] == str(tenant.organization.pk)
    assert me["permissions"] == sorted(SCOPES)


def test_the_token_is_one_of_rfc_9068(service: Service) -> None:
    forge = Forge.of(service.token())
    assert forge.header["typ"] == "at+jwt"
    assert forge.claims["sub"] == forge.claims["client_id"] == service.client.client_id
    assert forge.claims["aud"] == "urn:waybill:service"


def test_a_client_may_show_itself_in_the_body(service: Service) -> None:
    shown = {"client_id": service.client.client_id, "client_secret": service.secret}
    assert ask(GRANT | shown).status_code == 200


def test_fewer_scopes_can_be_asked_for(service: Service) -> None:
    token = service.token(scope="submissions:read")
    assert bearing(token).get(ME).json()["permissions"] == ["submissions:read"]
    assert bearing(token).get("/api/v1/submissions").status_code == 200
    answer = bearing(token).post("/api/v1/workflows/new-customer/submissions", {"data": {}})
    assert_problem(answer, 403, "not_permitted")


@pytest.mark.parametrize(
    "scope", ["audit:read", "submissions:read audit:read", "everything", "submissions:*", "' OR 1"]
)
def test_more_scopes_than_the_client_has_are_refused(service: Service, scope: str) -> None:
    assert_refused(service.ask({"scope": scope}), 400, "invalid_scope")


def test_a_scope_taken_away_later_is_gone_from_tokens_too(service: Service) -> None:
    token = service.token()
    OAuthClient.unscoped.update(scopes=["submissions:create"])
    assert_problem(bearing(token).get("/api/v1/submissions"), 403, "not_permitted")


@pytest.mark.parametrize("secret", ["wrong", "wbs_", "wbs_" + "A" * 43, "é", "\0", "x" * 100_000])
def test_a_wrong_secret_is_refused(service: Service, secret: str) -> None:
    answer = service.ask(headers=service.basic(secret=secret))
    assert_refused(answer, 401, "invalid_client")
    assert answer["WWW-Authenticate"] == 'Basic realm="waybill"'


@pytest.mark.parametrize("name", ["wbc_", "wbc_aaaaaaaaaaaaaaaa", "*", "' OR 1=1 --", "\0", "é"])
def test_an_unknown_client_is_refused(service: Service, name: str) -> None:
    assert_refused(service.ask(headers=service.basic(client_id=name)), 401, "invalid_client")


HEADERS = {
    "nothing": "",
    "no secret": "Basic " + base64.b64encode(b"wbc_x").decode(),
    "no base64": "Basic %%%",
    "not UTF-8": "Basic " + base64.b64encode(b"\xff\xfe:x").decode(),
    "bearer": "Bearer x",
    "digest": "Digest username=x",
}


@pytest.mark.parametrize("name", HEADERS)
def test_a_strange_header_is_refused(service: Service, name: str) -> None:
    assert_refused(service.ask(headers={"authorization": HEADERS[name]}), 401, "invalid_client")


def test_both_ways_at_once_are_refused(service: Service) -> None:
    shown = {"client_id": service.client.client_id, "client_secret": service.secret}
    assert_refused(service.ask(shown), 401, "invalid_client")


def test_another_client_in_the_body_is_refused(service: Service) -> None:
    assert_refused(service.ask({"client_id": "wbc_other"}), 401, "invalid_client")


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({}, "invalid_request"),
        ({"grant_type": "password", "username": "a", "password": "b"}, "unsupported_grant_type"),
        ({"grant_type": "refresh_token", "refresh_token": "x"}, "unsupported_grant_type"),
        ({"grant_type": "authorization_code", "code": "x"}, "unsupported_grant_type"),
        ([("grant_type", "password"), ("grant_type", "client_credentials")], "invalid_request"),
        ([*GRANT.items(), ("scope", "audit:read"), ("scope", "x")], "invalid_request"),
    ],
)
def test_other_grants_and_doubled_parameters_are_refused(
    service: Service, form: Any, error: str
) -> None:
    assert_refused(ask(form, service.basic()), 400, error)


def test_a_secret_in_the_address_is_refused(service: Service) -> None:
    query = urlencode({"client_id": service.client.client_id, "client_secret": service.secret})
    answer = Client().post(f"{TOKEN}?{query}", urlencode(GRANT), content_type=FORM)
    assert_refused(answer, 400, "invalid_request")


def test_other_bodies_and_methods_are_refused(service: Service) -> None:
    client = Client(headers=service.basic())
    assert client.post(TOKEN, GRANT, content_type="application/json").status_code == 415
    assert client.get(TOKEN).status_code == 405
    assert client.post(TOKEN, "x" * 300_000, content_type=FORM).status_code == 413
    assert client.post(TOKEN, b"\xff\0%", content_type=FORM).status_code == 400


def test_a_revoked_client_gets_nothing_and_its_tokens_are_refused(service: Service) -> None:
    token = service.token()
    OAuthClient.unscoped.update(revoked_at=timezone.now())
    assert_refused(service.ask(), 401, "invalid_client")
    assert_problem(bearing(token).get(ME), 401, "bad_token")


def test_a_client_that_is_over_gets_nothing_and_its_tokens_are_refused(service: Service) -> None:
    token = service.token()
    OAuthClient.unscoped.update(expires_at=timezone.now())
    assert_refused(service.ask(), 401, "invalid_client")
    assert_problem(bearing(token).get(ME), 401, "bad_token")


def test_both_secrets_are_good_while_they_overlap(service: Service, tenant: Tenant) -> None:
    _, newest = credential_rotate(
        model=OAuthClient,
        organization=tenant.organization,
        credential_id=service.client.pk,
        maker=EVERYTHING,
        previous_until=timezone.now() + timedelta(hours=1),
    )
    assert service.ask().status_code == 200
    assert service.ask(headers=service.basic(secret=newest)).status_code == 200
    OAuthClient.unscoped.update(previous_until=timezone.now())
    assert_refused(service.ask(), 401, "invalid_client")
    assert service.ask(headers=service.basic(secret=newest)).status_code == 200


def test_a_client_secret_is_no_api_key_and_a_key_no_client(
    service: Service, tenant: Tenant
) -> None:
    assert_problem(bearing(service.secret).get(ME), 401, "bad_token")
    assert_refused(service.ask(headers=service.basic(secret=tenant.key)), 401, "invalid_client")
    assert client_secret_generate() != client_secret_generate()


def test_a_services_token_stays_in_its_organization(
    service: Service, stranger: Api, other_tenant: Tenant
) -> None:
    made = stranger.post(
        "/api/v1/workflows/new-customer/submissions",
        {"data": {"company": "Other", "email": "o@example.com"}},
    ).json()
    mine = bearing(service.token())
    assert_problem(mine.get(f"/api/v1/submissions/{made['id']}"), 404, "not_found")
    assert mine.get("/api/v1/submissions").json()["items"] == []


def test_the_metadata_is_what_rfc_8414_asks_for(public: Api) -> None:
    answer = public.get("/.well-known/oauth-authorization-server")
    body = answer.json()
    assert body["issuer"] == settings.WAYBILL_PUBLIC_URL
    assert body["token_endpoint"].endswith(TOKEN)
    assert body["grant_types_supported"] == [
        "client_credentials",
        "urn:ietf:params:oauth:grant-type:device_code",
    ]
    assert body["device_authorization_endpoint"].endswith("/oauth/device_authorization")
    assert set(body["scopes_supported"]) == set(Permission)
    assert public.get("/.well-known/jwks.json").status_code == 200


def test_anybody_can_check_a_token_with_the_published_keys(service: Service, public: Api) -> None:
    token = service.token()
    keys = jwt.PyJWKSet.from_dict(public.get("/.well-known/jwks.json").json())
    read = jwt.decode(
        token,
        keys[jwt.get_unverified_header(token)["kid"]],
        algorithms=["EdDSA"],
        audience="urn:waybill:service",
        issuer=settings.WAYBILL_PUBLIC_URL,
    )
    assert read["client_id"] == service.client.client_id
