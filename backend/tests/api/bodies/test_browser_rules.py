"""What the headers of the API's answers let a browser do."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.conftest import Api

pytestmark = [pytest.mark.django_db, pytest.mark.security("Headers and transport")]

ADDRESSES = [
    "/api/v1/openapi.json",
    "/api/v1/docs",
    "/api/v1/me",
    "/api/v1/forms/no-such-form",
    "/api/v1/no-such-address",
    "/api/static/ninja/swagger-ui-bundle.js",
    "/_allauth/browser/v1/config",
    "/health/live",
    "/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_is_framed_and_embedded_nowhere(client: Client, address: str) -> None:
    answer = client.get(address)
    answer.close()
    headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Server"] == "Waybill"
    assert "Access-Control-Allow-Origin" not in headers


def test_scripts_run_only_in_the_documentation_and_only_from_files(client: Client) -> None:
    data = client.get("/api/v1/openapi.json").headers["Content-Security-Policy"]
    assert "script-src" not in data
    page = client.get("/api/v1/docs")
    assert "script-src 'self';" in page.headers["Content-Security-Policy"]
    inline = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", page.text)
    assert inline == []


def test_answers_to_people_and_keys_are_not_kept(machine: Api) -> None:
    headers = machine.get("/api/v1/me").headers
    assert headers["Cache-Control"] == "no-store"
    assert {"Authorization", "Cookie"} <= set(headers["Vary"].split(", "))


def test_what_is_public_may_be_kept(client: Client) -> None:
    assert "no-store" not in client.get("/api/v1/openapi.json").headers.get("Cache-Control", "")
