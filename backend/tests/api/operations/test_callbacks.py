from __future__ import annotations

from typing import Any

import pytest

from core.callbacks.models import CallbackEndpoint
from tests.api.checks import assert_problem
from tests.conftest import Api

pytestmark = pytest.mark.django_db

API = "/api/v1"


@pytest.fixture
def endpoint(machine: Api) -> dict[str, Any]:
    body = {"url": "https://example.com/hook", "kinds": ["submission.failed"]}
    made: dict[str, Any] = machine.call("POST", f"{API}/callback-endpoints", body).json()
    return made


def test_a_callback_is_shown_as_it_is_sent(
    machine: Api, stranger: Api, endpoint: dict[str, Any]
) -> None:
    sent = machine.call("POST", f"{API}/callback-endpoints/{endpoint['id']}/ping", None).json()
    told = machine.get(f"{API}/callbacks/{sent['id']}").json()
    assert told["url"] == "https://example.com/hook"
    assert told["body"]["type"] == "ping"
    assert told["body"]["data"] == {}
    assert_problem(stranger.get(f"{API}/callbacks/{sent['id']}"), 404, "not_found")


def test_the_log_is_narrowed_by_what_happened(machine: Api, endpoint: dict[str, Any]) -> None:
    machine.call("POST", f"{API}/callback-endpoints/{endpoint['id']}/ping", None)
    assert len(machine.get(f"{API}/callbacks?kind=ping").json()["items"]) == 1
    assert machine.get(f"{API}/callbacks?kind=submission.failed").json()["items"] == []


def test_an_endpoint_says_since_when_nothing_arrives(
    machine: Api, endpoint: dict[str, Any]
) -> None:
    since = "2026-11-28T10:00:00Z"
    CallbackEndpoint.unscoped.update(failing_since=since)
    told = machine.get(f"{API}/callback-endpoints/{endpoint['id']}").json()
    assert (told["failing_since"], told["disabled_at"]) == (since, None)
