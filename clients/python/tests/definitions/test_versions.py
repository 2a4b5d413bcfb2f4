"""A server of another version, and what is no Waybill at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import ORDER, CommandLine
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


NOTHING_THERE = json.dumps(
    {"code": "not_found", "title": "Not found", "detail": "There is nothing at this address."}
).encode()


@pytest.fixture
def newer(command: CommandLine, server: Front, workflow: str) -> Front:
    """A server of version 2.7.1; what it knows is fetched."""
    version = changed("/api/v1/openapi.json", lambda told: told["info"].update(version="2.7.1"))
    server.rewrite = version
    (command.home / "a.yaml").write_text(ORDER.replace("workflow: order", "workflow: order-of-2"))
    assert command("fetch").code == 0
    return server


def also(server: Front, other: Rewrite) -> None:
    """Another change of the same server."""
    before = server.rewrite
    server.rewrite = lambda path, status, body: other(path, *before(path, status, body))


@pytest.mark.parametrize(
    ("route", "command_", "cannot"),
    [
        ("/api/v1/workflows/check", "plan", "check definitions"),
        ("/api/v1/workflows?", "plan", "list its workflows"),
        ("/api/v1/workflows/order-of-2/live", "apply", "publish definitions"),
        ("/api/v1/workflows/preview", "preview", "preview definitions"),
        ("/api/v1/connectors", "fetch", "tell its kinds of systems"),
    ],
)
@pytest.mark.parametrize("answer", [(404, NOTHING_THERE), (405, b"Method Not Allowed")])
def test_a_server_that_lacks_a_route_is_told_with_both_versions(
    command: CommandLine,
    newer: Front,
    route: str,
    command_: str,
    cannot: str,
    answer: tuple[int, bytes],
) -> None:
    newer.absent[route] = answer
    words = {"apply": ["a.yaml", "--yes"], "fetch": [], "preview": ["a.yaml", "--set", "name=A"]}
    ended = command(command_, *words.get(command_, ["a.yaml"]))
    assert ended.code == 1, ended.err
    assert f"Error: {newer.url} cannot {cannot}. It has version 2.7.1 of the API" in ended.err
    assert "was made for 1.0.0" in ended.err
    if command_ == "apply":
        assert "Not published: order-of-2." in ended.err


def test_what_is_live_is_not_called_new_where_it_cannot_be_asked_for(
    command: CommandLine, newer: Front
) -> None:
    (command.home / "a.yaml").write_text(ORDER)
    newer.absent["/api/v1/workflows/order/live"] = (404, NOTHING_THERE)
    ended = command("plan", "a.yaml")
    assert (ended.code, ended.out) == (1, "")
    assert "cannot show what is live of order" in ended.err


def test_what_is_live_in_a_newer_form_is_said_not_to_be_comparable(
    command: CommandLine, newer: Front
) -> None:
    (command.home / "a.yaml").write_text(ORDER)
    in_newer_form = changed(
        "/api/v1/workflows/order/live", lambda told: told.update(document=ORDER + "mood: sunny\n")
    )
    also(newer, in_newer_form)
    ended = command("plan", "a.yaml")
    assert ended.code == 0, ended.err
    assert "~ order: changed\n" in ended.out
    assert "does not know, so it cannot be compared. All of it would be replaced." in ended.out


@pytest.mark.parametrize("command_", ["validate", "plan"])
def test_a_file_in_a_newer_form_is_refused_with_both_versions(
    command: CommandLine, newer: Front, command_: str
) -> None:
    (command.home / "a.yaml").write_text(ORDER + "mood: sunny\n")
    ended = command(command_, "a.yaml")
    assert ended.code == 3
    assert "mood" in ended.out
    assert "It has version 2.7.1 of the API, and this command was made for 1.0.0." in ended.err


def test_a_kind_of_system_that_a_newer_server_describes_otherwise_is_named(
    command: CommandLine, newer: Front
) -> None:
    kept = command.home / ".waybill" / "default.json"
    told = json.loads(kept.read_text())
    told["connectors"]["rest"] = {"titles": {"en": "REST"}}
    kept.write_text(json.dumps(told))
    ended = command("validate", "a.yaml")
    assert ended.code == 3
    assert "does not understand" in ended.err
    assert "kind rest" in ended.err
    assert "version 2.7.1" in ended.err
