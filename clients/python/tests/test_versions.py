"""A server of another version, and what is no Waybill at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import CommandLine
from tests.front import Front, Rewrite

Change = Callable[[dict[str, Any]], None]


def changed(at: str, change: Change) -> Rewrite:
    """The answers at addresses that begin so, with a change."""

    def rewrite(path: str, status: int, body: bytes) -> tuple[int, bytes]:
        if not path.startswith(at):
            return status, body
        told = json.loads(body)
        change(told)
        return status, json.dumps(told).encode()

    return rewrite


@pytest.fixture
def submitted(command: CommandLine, workflow: str) -> str:
    ended = command("submit", workflow, "--set", "name=A thing", "--json")
    return str(json.loads(ended.out)["id"])


def test_fields_of_a_newer_server_are_kept(
    command: CommandLine, server: Front, submitted: str
) -> None:
    server.rewrite = changed(
        f"/api/v1/submissions/{submitted}", lambda told: told.update(mood={"of": "the day"})
    )
    ended = command("show", submitted, "--json")
    assert ended.code == 0, ended.err
    assert json.loads(ended.out)["mood"] == {"of": "the day"}


def test_a_status_of_a_newer_server_is_shown_as_it_is(
    command: CommandLine, server: Front, submitted: str
) -> None:
    server.rewrite = changed(
        f"/api/v1/submissions/{submitted}", lambda told: told.update(status="on_its_way")
    )
    assert "on_its_way" in command("show", submitted).out
    assert json.loads(command("show", submitted, "--json").out)["status"] == "on_its_way"


def test_an_answer_that_lacks_something_names_it_and_the_versions(
    command: CommandLine, server: Front, submitted: str
) -> None:
    server.rewrite = changed(f"/api/v1/submissions/{submitted}", lambda told: told.pop("reference"))
    ended = command("show", submitted)
    assert ended.code == 1
    assert "`reference`" in ended.err
    assert "version" in ended.err
    assert "Traceback" not in ended.err


def test_whoami_compares_the_versions(command: CommandLine, server: Front) -> None:
    server.rewrite = changed(
        "/api/v1/openapi.json", lambda told: told["info"].update(version="2.7.1")
    )
    assert json.loads(command("whoami", "--json").out)["api_version"] == "2.7.1"
    assert "API: 2.7.1 (this command line: 1.0.0)" in command("whoami").out


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, b"<html>Hi</html>"),
        (502, b"<html>Bad gateway</html>"),
        (404, b"{}"),
        (200, b"[]"),
    ],
)
def test_what_is_no_waybill_is_said_to_be_none(
    command: CommandLine, server: Front, status: int, body: bytes
) -> None:
    server.rewrite = lambda *_: (status, body)
    ended = command("whoami")
    assert ended.code == 1
    assert "Is the address that of Waybill?" in ended.err
    assert "Traceback" not in ended.err


def test_what_a_server_says_cannot_move_the_cursor(command: CommandLine, server: Front) -> None:
    server.rewrite = changed(
        "/api/v1/me", lambda told: told.update(name="Ada\x1b]0;owned\x07\x9b2J\u202eadA")
    )
    shown = command("whoami").out
    assert "Ada\\x1b]0;owned\\x07\\x9b2J\\u202eadA" in shown
