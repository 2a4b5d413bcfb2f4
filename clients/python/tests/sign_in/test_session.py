"""A person's session: tokens that end, and are refreshed by each command that needs it."""

from __future__ import annotations

import fcntl
import json
import re
import subprocess
import threading
import time
from pathlib import Path
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


def test_of_commands_at_once_one_gets_the_tokens_for_all(
    person: CommandLine, server: Front
) -> None:
    server.heal()
    started = [person.start("whoami") for _ in range(4)]
    ends = [process.communicate(timeout=120) for process in started]
    assert [process.returncode for process in started] == [0] * 4, ends
    assert refreshes(server) == 1


def test_a_lost_answer_does_not_end_the_session(person: CommandLine, server: Front) -> None:
    server.heal()
    server.lose = 1
    ended = person("whoami")
    assert ended.code == 0, ended.err
    assert refreshes(server) == 2
    keep(person, server, kept(person, server) | {"expires_at": OVER})
    assert person("whoami").code == 0


def test_a_server_that_is_away_leaves_the_tokens_as_they_are(
    person: CommandLine, server: Front
) -> None:
    before = kept(person, server)
    server.lose = 3
    assert person("whoami").code == 5
    assert kept(person, server) == before


def test_a_sign_in_does_not_overwrite_what_another_command_writes_meanwhile(
    person: CommandLine, server: Front, key: str
) -> None:
    file = person.home / "credentials.json"
    with (person.home / "credentials.lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        theirs = json.loads(file.read_text())
        (person.home / "key.txt").write_text(key)
        with (person.home / "key.txt").open() as stdin:
            process = person.start("login", server.url, "--profile", "other", stdin=stdin)
        wait_for_lock(process)
        file.write_text(json.dumps(theirs | {"third": "secret"}))
    assert process.wait(120) == 0
    told = json.loads(file.read_text())
    assert set(told) == {*theirs, "third", f"other {server.url}"}


def test_what_is_refreshed_while_the_profile_signs_out_is_not_kept(
    person: CommandLine, server: Front
) -> None:
    refreshed, go_on = threading.Event(), threading.Event()

    def hold(path: str, status: int, body: bytes) -> tuple[int, bytes]:
        if path == "/api/v1/tokens/refresh":
            refreshed.set()
            go_on.wait(60)
        return status, body

    server.rewrite = hold
    asking = person.start("whoami")
    assert refreshed.wait(60)
    leaving = person.start("logout")
    wait_for_lock(leaving)
    go_on.set()
    asking.wait(120)
    assert leaving.wait(120) == 0
    assert json.loads((person.home / "credentials.json").read_text()) == {}
    assert json.loads((person.home / "profiles.json").read_text())["by_name"] == {}


def test_of_sign_ins_at_once_all_are_kept(nobody: CommandLine, server: Front, key: str) -> None:
    (nobody.home / "key.txt").write_text(key)
    started = []
    for number in range(6):
        with (nobody.home / "key.txt").open() as stdin:
            started.append(nobody.start("login", server.url, "-p", f"n{number}", stdin=stdin))
    assert [process.wait(120) for process in started] == [0] * 6
    assert len(json.loads((nobody.home / "credentials.json").read_text())) == 6
    assert len(nobody("profiles").out.splitlines()) == 6


def wait_for_lock(process: subprocess.Popen[bytes]) -> None:
    """Until the command waits for a lock that somebody else has."""
    while not re.search(rf"-> FLOCK .* {process.pid} ", Path("/proc/locks").read_text()):
        assert process.poll() is None, "it did not wait"
        time.sleep(0.01)
