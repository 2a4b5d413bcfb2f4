from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, TooManyFieldsSent
from django.db import OperationalError, connection
from django.http import Http404
from ninja.errors import HttpError
from redis.exceptions import ConnectionError as RedisConnectionError

from api.errors.handlers import render
from core.errors import Conflict
from tests.api.checks import assert_problem
from tests.conftest import Api, Tenant


@pytest.mark.parametrize(
    "path", ["/", "/api", "/api/v1/nothing", "/api/v1/forms/a/b/c", "/admin/", "/favicon.ico"]
)
def test_unknown_address_is_a_problem(public: Api, path: str) -> None:
    assert_problem(public.get(path), 404, "not_found")


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "POST", "TRACE", "OPTIONS", "HEAD"])
def test_method_that_is_not_there_is_named(machine: Api, method: str) -> None:
    answer = machine.client.generic(method, "/api/v1/me", headers=machine.headers)
    assert answer.status_code == 405
    assert answer["Allow"] == "GET"
    assert answer["Content-Type"] == "application/problem+json"


def test_wrong_method_on_a_write_address(public: Api, tenant: Tenant) -> None:
    answer = public.get("/api/v1/forms/new-customer/submissions")
    assert_problem(answer, 405, "method_not_allowed")
    assert answer["Allow"] == "POST"


@pytest.mark.parametrize("given", ["short", "x" * 65, "spaces are bad", "tab\t12345", "<script>"])
def test_odd_request_id_is_replaced(public: Api, given: str) -> None:
    answer = public.get("/health/live", x_request_id=given)
    assert answer["X-Request-ID"] != given
    assert len(answer["X-Request-ID"]) == 32


def test_sane_request_id_is_echoed(public: Api) -> None:
    answer = Api(public.client, {"X-Request-ID": "abc.DEF_12-34"}).get("/health/live")
    assert answer["X-Request-ID"] == "abc.DEF_12-34"


def test_lost_database_is_unavailable_not_broken(
    public: Api, tenant: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OperationalError("connection refused: password=hunter2")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", refuse)
        answer = public.get("/api/v1/forms/new-customer")
    body = assert_problem(answer, 503, "unavailable")
    assert "hunter2" not in str(body)
    assert answer["Retry-After"]


def test_defect_of_ours_tells_nothing_but_the_request_id() -> None:
    answer = render(ValueError("secret value"))
    assert answer.status_code == 500
    assert b"secret" not in answer.content
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Conflict("It moved."), 409),
        (Http404("x"), 404),
        (HttpError(418, "teapot"), 418),
        (RedisConnectionError("planted"), 503),
        (PermissionDenied(), 403),
        (TooManyFieldsSent(), 400),
    ],
)
def test_every_known_error_keeps_its_status(error: Exception, status: int) -> None:
    assert render(error).status_code == status


def test_answers_say_their_length(public: Api) -> None:
    answer = public.get("/health/live")
    assert int(answer["Content-Length"]) == len(answer.content)


def test_problems_are_not_cached(public: Api) -> None:
    assert public.get("/nothing")["Cache-Control"] == "no-store"


def test_security_headers_are_sent(public: Api) -> None:
    answer = public.get("/health/live")
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
