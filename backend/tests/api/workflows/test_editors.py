"""Who else has a workflow open in an editor."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
import redis
from django.test import Client

from core.accounts.models import Membership, Role, User
from core.workflows.versions import editors
from tests.api.checks import assert_problem
from tests.conftest import PASSWORD, Api, Tenant

AT = "/api/v1/workflows/new-customer/draft/editors"


def person(tenant: Tenant, name: str, role: Role = Role.ADMIN) -> Api:
    made = User.objects.create_user(f"{uuid.uuid4().hex}@example.com", PASSWORD, name=name)
    Membership.objects.create(organization=tenant.organization, user=made, role=role)
    client = Client()
    client.force_login(made)
    return Api(client, {})


def others(api: Api, tab: str = "t1") -> list[tuple[str, bool]]:
    answer = api.post(AT, {"tab": tab})
    assert answer.status_code == 200, answer.content
    return [(each["name"], each["is_you"]) for each in answer.json()["others"]]


def test_each_is_told_who_else_is_there_until_they_leave(tenant: Tenant) -> None:
    ada, grace = person(tenant, "Ada"), person(tenant, "Grace")
    assert others(ada) == []
    assert others(grace) == [("Ada", False)]
    assert others(ada) == [("Grace", False)]
    assert others(ada, "t2") == [("Ada", True), ("Grace", False)]
    assert ada.call("DELETE", f"{AT}?tab=t1", None).status_code == 204
    assert others(grace) == [("Ada", False)]
    assert ada.call("DELETE", f"{AT}?tab=t2", None).status_code == 204
    assert others(grace) == []


def test_whoever_says_nothing_more_is_gone_and_the_list_has_an_end(
    tenant: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, grace = person(tenant, "Ada"), person(tenant, "Grace")
    for tab in range(editors.MOST_TOLD + 5):
        others(ada, f"t{tab}")
    assert len(others(grace)) == editors.MOST_TOLD
    with monkeypatch.context() as short:
        short.setattr(editors, "_MOST_KEPT", 1)
        others(person(tenant, "Late"))
    assert ("Late", False) not in others(grace)
    monkeypatch.setattr(editors, "HERE_FOR_SECONDS", -1)
    for tab in range(editors.MOST_TOLD + 5):
        others(ada, f"t{tab}")
    assert others(grace) == []


def test_keys_and_viewers_are_refused(tenant: Tenant, machine: Api) -> None:
    others(person(tenant, "Ada"))
    assert machine.post(AT, {"tab": "t1"}).status_code == 401
    viewer = person(tenant, "Vera", Role.VIEWER)
    assert_problem(viewer.post(AT, {"tab": "t1"}), 403, "not_permitted")
    ada = person(tenant, "Ada")
    assert_problem(ada.post(AT, {"tab": "a b"}), 422, "invalid_input", "tab")
    gone = ada.post(AT.replace("new-customer", "gone"), {"tab": "t1"})
    assert_problem(gone, 404, "not_found")


def test_without_redis_nobody_is_told(tenant: Tenant, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> Any:
        return redis.Redis(host="127.0.0.1", port=9, socket_connect_timeout=0.1)

    ada = person(tenant, "Ada")
    others(person(tenant, "Grace"))
    monkeypatch.setattr(editors, "_client", away)
    assert others(ada) == []
    assert ada.call("DELETE", f"{AT}?tab=t1", None).status_code == 204
