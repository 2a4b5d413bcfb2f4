from __future__ import annotations

import json
import signal
import uuid

import pytest

from tests.conftest import CommandLine
from tests.destination import Destination
from tests.front import Front

pytestmark = pytest.mark.usefixtures("workflow")


@pytest.fixture
def submitted(command: CommandLine) -> str:
    """The reference of a submission that was delivered."""
    name = f"Thing {uuid.uuid4().hex[:8]}"
    ended = command("submit", "order", "--set", f"name={name}", "--follow")
    assert ended.code == 0, ended.err
    return ended.out.split()[0]


def test_a_cut_stream_goes_on_where_it_was(
    command: CommandLine, server: Front, submitted: str
) -> None:
    server.heal()
    server.cut = 1
    ended = command("follow", submitted, "--json")
    assert ended.code == 0, ended.err
    ids = [json.loads(line)["id"] for line in ended.out.splitlines()]
    assert len(ids) == len(set(ids)) >= 2
    streams = [headers for _, path, headers in server.seen if path.startswith("/stream/")]
    assert [each.get("Last-Event-ID") for each in streams] == [None, str(ids[0])]


def test_a_server_that_goes_away_is_waited_for(command: CommandLine, server: Front) -> None:
    name = f"busy {uuid.uuid4()}"
    following = command.start("submit", "order", "--set", f"name={name}", "--follow")
    assert following.stdout is not None
    assert following.stderr is not None
    reference = following.stdout.readline().split()[0].decode()
    assert b"will be tried again" in following.stdout.readline()
    server.leave()
    assert any(b"The connection was lost" in line for line in following.stderr)
    server.away = False
    assert command("retry", reference).code == 0
    said, _ = following.communicate(timeout=60)
    assert following.returncode == 0, said
    assert said.count(b"everything delivered") == 1


def test_a_reference_in_small_letters_names_the_submission(
    command: CommandLine, submitted: str
) -> None:
    assert command("follow", submitted.lower()).code == 0


def test_a_submission_that_is_not_there(command: CommandLine) -> None:
    for name in ("WB-000000000", str(uuid.uuid4())):
        assert command("follow", name).code == 1


def test_ctrl_c_ends_the_following_and_nothing_else(command: CommandLine) -> None:
    following = command.start("submit", "order", "--set", f"name=busy {uuid.uuid4()}", "--follow")
    assert following.stdout is not None
    assert b"accepted" in following.stdout.readline()
    assert b"will be tried again" in following.stdout.readline()
    following.send_signal(signal.SIGINT)
    _, said = following.communicate(timeout=60)
    assert following.returncode == 130
    assert b"Traceback" not in said
    assert b"goes on by itself" in said


def test_what_waits_is_tried_again_when_it_is_asked_for(
    command: CommandLine, shop: Destination
) -> None:
    name = f"busy {uuid.uuid4()}"
    following = command.start("submit", "order", "--set", f"name={name}", "--follow")
    assert following.stdout is not None
    reference = following.stdout.readline().split()[0].decode()
    assert b"will be tried again" in following.stdout.readline()
    assert command("retry", reference).code == 0
    said, _ = following.communicate(timeout=60)
    assert following.returncode == 0, said
    assert {"name": name} in shop.taken


def test_what_has_ended_is_not_tried_again(command: CommandLine, submitted: str) -> None:
    ended = command("retry", submitted)
    assert ended.code == 1
    assert ended.err.startswith("Error: ")
