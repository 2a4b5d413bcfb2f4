"""A person's session: tokens that end, and are refreshed by each command that needs it."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.conftest import CommandLine, Organization
from tests.front import Front

OVER = 1.0
"""A time long ago, in seconds since 1970."""


@pytest.fixture
def tokens(server: Front, organization: Organization) -> dict[str, Any]:
    """Of the organization's owner, as a program gets them."""
    person = {"email": organization.owner, "password": organization.password}
    answer = httpx.post(f"{server.url}/_allauth/app/v1/auth/login", json=person)
    meta: dict[str, Any] = answer.raise_for_status().json()["meta"]
    return {name: meta[name] for name in ("access_token", "refresh_token")}


@pytest.fixture
def person(nobody: CommandLine, server: Front, tokens: dict[str, Any]) -> CommandLine:
    """A command line whose access token is over."""
    profile = {"url": server.url, "organization": "Riverside", "account": "Ada", "kept": "file"}
    profiles = {"current": "default", "by_name": {"default": profile}}
    (nobody.home / "profiles.json").write_text(json.dumps(profiles))
    keep(nobody, server, {"kind": "tokens", **tokens, "expires_at": OVER})
    return nobody


def keep(command: CommandLine, server: Front, credential: dict[str, Any]) -> None:
    file = command.home / "credentials.json"
    file.touch(mode=0o600)
    file.write_text(json.dumps({f"default {server.url}": json.dumps(credential)}))


def kept(command: CommandLine, server: Front) -> dict[str, Any]:
    told = json.loads((command.home / "credentials.json").read_text())
    credential: dict[str, Any] = json.loads(told[f"default {server.url}"])
    return credential


def refreshes(server: Front) -> int:
    return sum(path == "/api/v1/tokens/refresh" for _, path, _ in server.seen)


def test_a_token_that_is_over_is_refreshed_once_and_kept(
    person: CommandLine, server: Front, tokens: dict[str, Any]
) -> None:
    server.heal()
    assert person("whoami").code == 0
    assert person("connections", "list").code == 0
    assert refreshes(server) == 1
    assert kept(person, server)["refresh_token"] != tokens["refresh_token"]


def test_a_session_that_has_ended_is_told(person: CommandLine, server: Front) -> None:
    keep(
        person,
        server,
        {"kind": "tokens", "access_token": "x", "refresh_token": "x", "expires_at": OVER},
    )
    ended = person("runs")
    assert ended.code == 4
    assert "waybill login" in ended.err


def test_logout_ends_the_session_there(
    person: CommandLine, server: Front, tokens: dict[str, Any]
) -> None:
    assert person("logout").code == 0
    body = {"refresh_token": tokens["refresh_token"]}
    assert httpx.post(f"{server.url}/api/v1/tokens/refresh", json=body).status_code == 400


def test_logout_works_without_a_network(person: CommandLine, server: Front) -> None:
    file = person.home / "profiles.json"
    file.write_text(file.read_text().replace(server.url, "http://127.0.0.1:9"))
    credential = (person.home / "credentials.json").read_text()
    (person.home / "credentials.json").write_text(
        credential.replace(server.url, "http://127.0.0.1:9")
    )
    ended = person("logout")
    assert ended.code == 0, ended.err
    assert "was not told" in ended.err
