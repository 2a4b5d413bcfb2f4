"""Every route for every role and key, over HTTP: what the table allows works, the rest is 403."""

from __future__ import annotations

import functools
import json
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from ninja import NinjaAPI, Router

from api.api import ROUTES, api
from api.authentication.access import AUTHENTICATED, SessionAuth
from api.authentication.bearer import ApiKeyAuth
from api.authentication.route_access import Open, Route, Undeclared, routes
from api.management.commands.export_roles import with_tables
from core.accounts.api_keys import api_key_create
from core.accounts.models import Membership, Role, User
from core.accounts.permissions import ROLE_PERMISSIONS, Permission
from tests.api.requests_that_work import (
    ASK_ELSEWHERE,
    BODIES,
    QUERIES,
    STATES,
    TAKE_A_FILE,
    WORK_WITHOUT_BODY,
    world,
)
from tests.api.uploads import PDF
from tests.conftest import PASSWORD, Tenant, make_tenant

# What asks a system gets its refusal at once.
pytestmark = [
    pytest.mark.security("permission matrix"),
    pytest.mark.usefixtures("allow_loopback", "fresh_buckets"),
    pytest.mark.django_db,
]

GUARDED = [route for route in ROUTES if isinstance(route.needs, Permission)]
OF_PEOPLE = [route for route in ROUTES if route.needs is Open.TO_A_PERSON]
# Their owner is a person; no scope makes a key one.
PEOPLE_ONLY = {
    *("change_note", "create_note", "delete_note"),
    *("change_view", "create_view", "delete_view"),
    *("enter_editor", "leave_editor"),
    "transfer_ownership",
}


def test_there_is_a_request_that_works_for_every_route() -> None:
    """Else who may call it could not be told from who only gets past the door."""
    kinds = [set(BODIES), WORK_WITHOUT_BODY, TAKE_A_FILE, ASK_ELSEWHERE]
    assert set().union(*kinds) == {route.name for route in ROUTES}
    assert sum(map(len, kinds)) == len(ROUTES)


def named(route: Route) -> str:
    return route.name


def send(client: Client, route: Route, things: dict[str, str], **headers: str) -> Any:
    found = dict(things)
    if route.name in STATES:
        name = STATES[route.name]
        found[name.split("_", 1)[1]] = things[name]
    path = re.sub(r"{(?:\w+:)?(\w+)}", lambda at: found.get(at[1], str(uuid.uuid4())), route.path)
    body = json.dumps(BODIES.get(route.name))
    for name, value in found.items():
        body = body.replace(f"{{{name}}}", value)
    raw, content_type = b"", "application/json"
    if route.name in BODIES:
        raw = body.encode()
    if route.name in TAKE_A_FILE:
        file = SimpleUploadedFile("proof.pdf", PDF)
        raw = encode_multipart(BOUNDARY, {"field": "proof", "file": file})
        content_type = MULTIPART_CONTENT
    answer = client.generic(
        route.method,
        f"/api/v1{path}{QUERIES.get(route.name, '')}",
        raw,
        content_type=content_type,
        headers=headers,
    )
    if answer.streaming:
        assert b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    return answer


@functools.cache
def successes() -> dict[str, set[int]]:
    """What the document says that each operation answers when all is well."""
    return {
        operation["operationId"]: {
            int(status) for status in operation["responses"] if str(status).startswith("2")
        }
        for methods in api.get_openapi_schema()["paths"].values()
        for operation in methods.values()
    }


def assert_allowed(route: Route, answer: Any) -> None:
    """It did what it is for, with the one status that the document has for that."""
    told = b"" if answer.streaming else answer.content
    assert {answer.status_code} == successes()[route.name], told


def assert_refused(answer: Any) -> None:
    assert answer.status_code == 403, answer.content
    assert answer.json()["code"] == "not_permitted"


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


@dataclass(frozen=True)
class Place:
    """A tenant with one thing of every kind, and a person of it with a role, if it has one."""

    tenant: Tenant
    things: dict[str, str]
    role: Role | None
    person: User | None

    def let_in(self, client: Client) -> None:
        assert self.person is not None
        client.force_login(self.person)

    def bearer(self, scopes: set[Permission]) -> dict[str, str]:
        organization = self.tenant.organization
        _, secret = api_key_create(organization=organization, name="Key", scopes=scopes)
        return {"authorization": f"Bearer {secret}"}


@pytest.fixture(scope="module")
def place(shared_rows: None, request: pytest.FixtureRequest) -> Iterator[Place]:
    """One at a time: its form has the address that every request asks for."""
    role: Role | None = request.param
    with transaction.atomic():
        tenant = make_tenant("new-customer")
        person = None
        if role is not None:
            person = User.objects.create_user(f"{role}@example.com", PASSWORD)
            Membership.objects.create(organization=tenant.organization, user=person, role=role)
        yield Place(tenant, world(tenant, person), role, person)
        transaction.set_rollback(True)


for_every_role = pytest.mark.parametrize("place", list(Role), indirect=True, ids=str)
for_nobody = pytest.mark.parametrize("place", [None], indirect=True, ids=["nobody"])


@for_every_role
@pytest.mark.parametrize("route", GUARDED, ids=named)
def test_a_role_may_what_the_table_says(client: Client, place: Place, route: Route) -> None:
    place.let_in(client)
    answer = send(client, route, place.things)
    assert place.role is not None
    if route.needs in ROLE_PERMISSIONS[place.role]:
        assert_allowed(route, answer)
    else:
        assert_refused(answer)


@for_nobody
@pytest.mark.parametrize("route", GUARDED, ids=named)
def test_a_key_may_what_its_scopes_say(client: Client, place: Place, route: Route) -> None:
    assert isinstance(route.needs, Permission)
    every, only = set(Permission), {route.needs}
    if route.name in PEOPLE_ONLY:
        assert send(client, route, place.things, **place.bearer(every)).status_code == 401
        return
    assert_refused(send(client, route, place.things, **place.bearer(every - only)))
    assert_allowed(route, send(client, route, place.things, **place.bearer(only)))


@for_nobody
@pytest.mark.parametrize("route", GUARDED + OF_PEOPLE, ids=named)
def test_nobody_gets_past_the_door(client: Client, place: Place, route: Route) -> None:
    assert send(client, route, place.things).status_code == 401


@for_nobody
@pytest.mark.parametrize("route", OF_PEOPLE, ids=named)
def test_a_key_is_no_person(client: Client, place: Place, route: Route) -> None:
    everything = place.bearer(set(Permission))
    assert send(client, route, place.things, **everything).status_code == 401


@for_every_role
@pytest.mark.parametrize("route", OF_PEOPLE, ids=named)
def test_every_member_decides_for_themselves(client: Client, place: Place, route: Route) -> None:
    place.let_in(client)
    assert_allowed(route, send(client, route, place.things))


@for_nobody
@pytest.mark.parametrize(
    "route",
    [r for r in ROUTES if r.needs is Open.TO_ANYBODY and r.name not in ASK_ELSEWHERE],
    ids=named,
)
def test_what_is_open_to_anybody_asks_for_nothing(
    client: Client, place: Place, route: Route
) -> None:
    assert_allowed(route, send(client, route, place.things))


def test_the_routes_open_to_anybody_are_these() -> None:
    public = {route.name for route in ROUTES if route.needs is Open.TO_ANYBODY}
    assert {"get_form", "submit_form", "get_tracking", "look_at_invitation"} <= public
    assert not {name for name in public if name.startswith(("list_", "change_", "delete_"))}


def with_route(**declared: Any) -> NinjaAPI:
    router = Router()

    @router.get("", **declared)
    def a_route(request: Any) -> str:
        return ""

    api = NinjaAPI(urls_namespace=uuid.uuid4().hex, auth=AUTHENTICATED)
    api.add_router("/thing", router)
    return api


def test_a_route_that_declares_nothing_is_found() -> None:
    with pytest.raises(Undeclared, match="a_route"):
        routes(with_route())


def test_a_route_whose_ways_in_ask_for_different_things_is_found() -> None:
    with pytest.raises(Undeclared, match="a_route"):
        routes(with_route(auth=[ApiKeyAuth(Permission.AUDIT_READ), SessionAuth()]))


def test_the_guide_shows_the_table_as_it_is() -> None:
    call_command("export_roles", check=True)
    tables = with_tables("<!-- permissions: written by export_roles -->\n<!-- end -->")
    assert "| `organization:transfer` |  |  |  | ✓ |" in tables
    assert "| `submissions:read_sensitive` |  | ✓ | ✓ | ✓ |" in tables
