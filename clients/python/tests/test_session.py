"""The session of a person who signed in by browser: it goes on, and it ends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.browser import login_by_browser
from tests.conftest import CommandLine, Organization
from tests.front import Front

REFRESH = "/api/v1/tokens/refresh"


@pytest.fixture
def person(nobody: CommandLine, server: Front, organization: Organization) -> Iterator[CommandLine]:
    """Somebody whose access token has just ended."""
    code, screen = login_by_browser(nobody, server, organization)
    assert code == 0, screen
    used_up(nobody)
    server.heal()
    yield nobody
    nobody("logout")


def credentials(command: CommandLine) -> dict[str, Any]:
    """What is kept of the one profile."""
    (text,) = json.loads((command.home / "credentials.json").read_text()).values()
    kept: dict[str, Any] = json.loads(text)
    return kept


def used_up(command: CommandLine) -> None:
    file = command.home / "credentials.json"
    ((entry, text),) = json.loads(file.read_text()).items()
    file.write_text(json.dumps({entry: json.dumps(json.loads(text) | {"expires_at": 0.0})}))


def refreshes(server: Front) -> int:
    return sum(path == REFRESH for _, path, _ in server.seen)


def test_a_session_goes_on_with_new_tokens(person: CommandLine, server: Front) -> None:
    before = credentials(person)
    ended = person("whoami")
    assert ended.code == 0, ended.err
    after = credentials(person)
    assert after["refresh_token"] != before["refresh_token"]
    assert after["expires_at"] > 0
    assert (person.home / "credentials.json").stat().st_mode & 0o777 == 0o600
    assert after["access_token"] not in ended.out + ended.err
    assert person("whoami").code == 0
    assert refreshes(server) == 1


def test_of_commands_at_once_one_gets_the_tokens_for_all(
    person: CommandLine, server: Front
) -> None:
    started = [person.start("whoami") for _ in range(4)]
    ends = [process.communicate(timeout=120) for process in started]
    assert [process.returncode for process in started] == [0] * 4, ends
    assert refreshes(server) == 1


def test_a_lost_answer_does_not_end_the_session(person: CommandLine, server: Front) -> None:
    server.lose = 1
    ended = person("whoami")
    assert ended.code == 0, ended.err
    assert refreshes(server) == 2
    used_up(person)
    assert person("whoami").code == 0


def test_a_session_that_was_ended_elsewhere_says_to_sign_in(
    person: CommandLine, server: Front
) -> None:
    refresh = {"refresh_token": credentials(person)["refresh_token"]}
    httpx.post(f"{server.url}/api/v1/tokens/revoke", json=refresh).raise_for_status()
    ended = person("whoami")
    assert ended.code == 4
    assert "waybill login" in ended.err
    assert refresh["refresh_token"] not in ended.err


def test_a_server_that_is_away_leaves_the_tokens_as_they_are(
    person: CommandLine, server: Front
) -> None:
    before = credentials(person)
    server.lose = 3
    assert person("whoami").code == 5
    assert credentials(person) == before
