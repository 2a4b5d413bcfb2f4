"""A connection's test really asks the system, in bounded time, and says what is wrong."""

from __future__ import annotations

import os
import socket
from typing import Any

import pytest
from aiohttp import web

from core.connections import live_test
from core.redis.token_bucket import Rate
from tests.api.checks import assert_problem
from tests.api.connections.conftest import CONNECTIONS, TOKEN, rest, tryton
from tests.conftest import Api
from tests.destination import Sink

pytestmark = pytest.mark.django_db


def tried(body: dict[str, Any]) -> dict[str, Any]:
    """What `POST /connections/test` takes of a new connection."""
    return {name: body[name] for name in ("connector", "settings", "credentials")}


def test_a_stored_connection_is_tested_and_remembers_it(
    machine: Api, crm: dict[str, Any], sink: Sink
) -> None:
    assert (crm["tested_at"], crm["test_ok"]) == (None, None)
    said = machine.call("POST", f"{CONNECTIONS}/crm/test", None).json()
    assert said["ok"] is True
    assert said["problem"] is None
    assert 0 <= said["took_ms"] < 10_000
    assert sink.requests == [{"path": "/me", "key": None, "body": None}]
    shown = machine.get(f"{CONNECTIONS}/crm").json()
    assert (shown["test_ok"], shown["test_message"]) == (True, said["message"])
    assert shown["tested_at"]
    assert shown["revision"] == crm["revision"]


def test_a_refused_sign_in_says_so_and_new_credentials_forget_it(
    machine: Api, crm: dict[str, Any], sink: Sink, capfd: pytest.CaptureFixture[str]
) -> None:
    def answer(request: web.Request) -> web.StreamResponse:
        said = request.headers["Authorization"]
        if said == "Bearer right":
            return web.json_response({})
        return web.json_response({"error": f"I do not know {said}"}, status=401)

    sink.answer = answer
    refused = machine.call("POST", f"{CONNECTIONS}/crm/test", None)
    assert refused.status_code == 200
    assert (refused.json()["ok"], refused.json()["problem"]) == (False, "wrong_credentials")
    shown = machine.get(f"{CONNECTIONS}/crm")
    assert shown.json()["test_problem"] == "wrong_credentials"
    right = {"credentials": {"auth": {"scheme": "bearer", "token": "right"}}}
    put = machine.call("PUT", f"{CONNECTIONS}/crm/credentials", right).json()
    assert put["test_ok"] is None
    assert machine.call("POST", f"{CONNECTIONS}/crm/test", None).json()["ok"] is True
    texts = refused.content + shown.content + "".join(capfd.readouterr()).encode()
    assert TOKEN.encode() not in texts


def test_settings_are_tried_before_they_are_saved(
    machine: Api, sink: Sink, allow_loopback: None
) -> None:
    answer = machine.post(f"{CONNECTIONS}/test", tried(rest(sink)))
    assert answer.json()["ok"] is True
    assert_problem(machine.get(f"{CONNECTIONS}/crm"), 404, "not_found")
    nothing_there = tried(rest(sink)) | {"settings": {"base_url": "http://127.0.0.1:9"}}
    refused = machine.post(f"{CONNECTIONS}/test", nothing_there).json()
    assert refused["ok"] is False
    assert "127.0.0.1:9" in refused["message"]
    wrong = machine.post(f"{CONNECTIONS}/test", tried(rest(sink)) | {"settings": {}})
    assert_problem(wrong, 422, "invalid_input")


@pytest.mark.security("ssrf")
def test_a_name_that_leads_into_our_own_network_is_refused_by_the_test(
    machine: Api, monkeypatch: pytest.MonkeyPatch, sink: Sink
) -> None:
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.7", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: inside)
    body = tried(rest(sink)) | {"settings": {"base_url": "http://erp.example"}}
    said = machine.post(f"{CONNECTIONS}/test", body).json()
    assert (said["ok"], said["problem"]) == (False, "blocked_address")
    assert "WAYBILL_EGRESS_ALLOW" in said["message"]


def test_a_system_that_does_not_answer_is_not_waited_for(
    machine: Api, crm: dict[str, Any], sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_test, "ANSWER_SECONDS", 0.3)
    sink.delay = 60
    said = machine.call("POST", f"{CONNECTIONS}/crm/test", None).json()
    assert said["ok"] is False
    assert said["took_ms"] < 30_000


def test_an_organization_tests_only_so_often(
    machine: Api, crm: dict[str, Any], stranger: Api, settings: Any
) -> None:
    settings.WAYBILL_LIMIT_CONNECTION_TESTS = Rate(0.001, 2)
    codes = [machine.call("POST", f"{CONNECTIONS}/crm/test", None).status_code for _ in range(3)]
    assert codes == [200, 200, 429]
    limited = machine.call("POST", f"{CONNECTIONS}/crm/test", None)
    assert_problem(limited, 429, "rate_limited")
    assert "Your organization" in limited.json()["detail"]
    assert machine.get(f"{CONNECTIONS}/crm").status_code == 200
    assert stranger.call("POST", f"{CONNECTIONS}/erp/test", None).status_code == 200


def test_the_real_tryton_is_connected_wrong_first_and_right_after(
    machine: Api, allowed_systems: None
) -> None:
    wrong = tryton() | {"credentials": {"application_key": "not-the-key"}}
    assert machine.post(CONNECTIONS, wrong).status_code == 201
    path = f"{CONNECTIONS}/tryton"
    said = machine.call("POST", f"{path}/test", None).json()
    assert (said["ok"], said["problem"]) == (False, "wrong_credentials")
    put = {"credentials": tryton()["credentials"]}
    machine.call("PUT", f"{path}/credentials", put)
    said = machine.call("POST", f"{path}/test", None).json()
    assert said["ok"] is True, said
    assert "Tryton" in said["message"]
    assert machine.get(path).json()["test_ok"] is True


def test_a_real_mail_server_is_tried(machine: Api, allowed_systems: None) -> None:
    settings = {
        "host": "127.0.0.1",
        "port": int(os.environ["SMTP_PORT"]),
        "security": "none",
        "from_address": "a@example.com",
    }
    body = {"connector": "email", "settings": settings, "credentials": {}}
    said = machine.post(f"{CONNECTIONS}/test", body).json()
    assert said["ok"] is True, said
    encrypted = body | {"settings": settings | {"security": "tls"}}
    said = machine.post(f"{CONNECTIONS}/test", encrypted).json()
    assert said["ok"] is False
    assert said["problem"]
