"""Each operation against a key and a token with every scope but its own, and with its own alone."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from api.api import api
from core.accounts.api_keys import api_key_create
from core.accounts.permissions import Permission
from core.audit.services import SYSTEM
from core.credentials.grant_limits import Maker
from core.credentials.lifecycle import credential_issue
from core.credentials.models import OAuthClient
from core.credentials.token_signing import TokenKind, token_sign
from tests.api.checks import assert_problem
from tests.api.tokens import bearing
from tests.conftest import Tenant

pytestmark = [pytest.mark.django_db, pytest.mark.security("scopes")]

DOCUMENT: dict[str, Any] = api.get_openapi_schema()
NEEDED = [
    (method.upper(), path, way["ServiceTokenAuth"][0])
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
    for way in operation.get("security", [])
    if way.get("ServiceTokenAuth")
]

Show = Callable[[Tenant, set[Permission]], str]


def by_key(tenant: Tenant, scopes: set[Permission]) -> str:
    return api_key_create(organization=tenant.organization, name="CI", scopes=scopes)[1]


def by_token(tenant: Tenant, scopes: set[Permission]) -> str:
    """A client that has them all, and a token that asked for these."""
    client, _ = credential_issue(
        model=OAuthClient,
        organization=tenant.organization,
        maker=Maker(SYSTEM, frozenset(Permission)),
        name="Shop",
        scopes=Permission,
    )
    claims = {"scope": " ".join(scopes)}
    return token_sign(TokenKind.SERVICE, subject=client.client_id, seconds=60, claims=claims)


def call(credential: str, method: str, path: str) -> Any:
    path = re.sub(r"\{\w+_id\}", str(uuid.uuid4()), path)
    path = path.replace("{slug}", "none")
    if path.endswith("/uploads"):
        body = encode_multipart(BOUNDARY, {"field": "x"})
        return bearing(credential).post_raw(path, body, MULTIPART_CONTENT)
    return bearing(credential).call(method, path, {} if method in {"POST", "PUT"} else None)


@pytest.mark.parametrize("show", [by_key, by_token])
@pytest.mark.parametrize(("method", "path", "scope"), NEEDED)
def test_every_other_scope_is_not_enough(
    tenant: Tenant, show: Show, method: str, path: str, scope: str
) -> None:
    answer = call(show(tenant, set(Permission) - {Permission(scope)}), method, path)
    problem = assert_problem(answer, 403, "not_permitted")
    assert scope in problem["detail"]


@pytest.mark.parametrize("show", [by_key, by_token])
@pytest.mark.parametrize(("method", "path", "scope"), NEEDED)
def test_its_own_scope_is_enough(
    tenant: Tenant, show: Show, method: str, path: str, scope: str
) -> None:
    answer = call(show(tenant, {Permission(scope)}), method, path)
    assert answer.status_code not in {401, 403, 500}, answer.content


def test_every_operation_of_machines_says_its_scope() -> None:
    open_to_all = {"get_me"}
    people_only = {
        "accept_invitation",
        "approve_device",
        "change_my_preferences",
        "change_note",
        "change_view",
        "choose_my_organization",
        "create_note",
        "create_view",
        "delete_note",
        "delete_view",
        "enter_editor",
        "leave_editor",
        "leave_organization",
        "look_at_device",
        "refuse_device",
        "transfer_ownership",
    }
    for methods in DOCUMENT["paths"].values():
        for operation in methods.values():
            ways = operation.get("security")
            if ways is None or operation["operationId"] in open_to_all:
                continue
            names = [next(iter(way)) for way in ways]
            if operation["operationId"] in people_only:
                assert not {"ApiKeyAuth", "ServiceTokenAuth"} & set(names)
                continue
            assert names == [
                "ApiKeyAuth",
                "PersonTokenAuth",
                "ServiceTokenAuth",
                "SessionAuth",
            ]
            assert ways[2]["ServiceTokenAuth"], operation["operationId"]
