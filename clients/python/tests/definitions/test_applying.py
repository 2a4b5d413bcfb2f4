"""What cuts `apply` in the middle: other people, the network, gateways, Ctrl-C."""

from __future__ import annotations

import signal
import subprocess
import threading

import pytest

from tests.conftest import Project, definition
from tests.front import Front


def test_what_somebody_else_published_meanwhile_is_not_overwritten(
    project: Project, server: Front
) -> None:
    project.applied()
    published = project.file.read_text()
    project.write(definition(project.slug, title="Mine"))

    def meanwhile(path: str, status: int, body: bytes) -> tuple[int, bytes]:
        if path.endswith("/check"):
            server.rewrite = lambda _, status, body: (status, body)
            theirs = project.command.home / "theirs.yaml"
            theirs.write_text(published.replace("Returns", "Theirs"))
            assert project("apply", "theirs.yaml", "--yes").code == 0
        return status, body

    server.rewrite = meanwhile
    ended = project("apply", "my workflows", "--yes")
    assert ended.code == 1
    assert "was changed by Tests" in ended.err
    assert f"Not published: {project.slug}" in ended.err
    assert project("versions", project.slug).out.startswith("2\tlive")


def test_an_answer_that_is_lost_is_looked_up(project: Project, server: Front) -> None:
    project.applied()
    project.write(definition(project.slug, title="Lost"))

    def lose_put(path: str, status: int, body: bytes) -> tuple[int, bytes]:
        if path.endswith("/live") and status == 201:
            server.lose = 1
        return status, body

    server.rewrite = lose_put
    ended = project("apply", "my workflows", "--yes")
    assert ended.code == 0, ended.err
    assert f"{project.slug} was published" in ended.out
    assert project("versions", project.slug).out.startswith("2\tlive")


@pytest.mark.parametrize("of_a_gateway", [(502, b"<html>Bad gateway</html>"), (200, b"{}")])
def test_an_answer_that_cannot_be_read_is_looked_up_too(
    project: Project, server: Front, of_a_gateway: tuple[int, bytes]
) -> None:
    def unreadable(path: str, status: int, body: bytes) -> tuple[int, bytes]:
        return of_a_gateway if path.endswith("/live") and status == 201 else (status, body)

    server.rewrite = unreadable
    ended = project("apply", "my workflows", "--yes")
    assert ended.code == 0, ended.err
    assert f"{project.slug} was published." in ended.out


def test_ctrl_c_between_two_workflows_says_what_was_done_and_what_was_not(
    project: Project, server: Front
) -> None:
    second = project.second()
    command: list[subprocess.Popen[bytes]] = []

    def interrupt(path: str, status: int, body: bytes) -> tuple[int, bytes]:
        if path.endswith("/live") and status == 201:
            command[0].send_signal(signal.SIGINT)  # while it waits for the first one's answer
        return status, body

    server.rewrite = interrupt
    command.append(project.command.start("apply", "my workflows", "--yes"))
    out, err = (each.decode() for each in command[0].communicate(timeout=120))
    assert command[0].returncode == 130, err
    assert f"{project.slug} was published as version 1." in out
    assert f"Published: {project.slug}. Not published: {second}." in err
    assert project("versions", project.slug).out.startswith("1\tlive")
    assert project("versions", second).code == 1


def test_a_second_ctrl_c_ends_at_once_and_says_what_is_not_known(
    project: Project, server: Front
) -> None:
    second = project.second()
    arrived, gone = threading.Event(), threading.Event()

    def keep_waiting(path: str, status: int, body: bytes) -> tuple[int, bytes]:
        if path.endswith("/live") and status == 201:
            arrived.set()
            gone.wait(120)
        return status, body

    server.rewrite = keep_waiting
    command = project.command.start("apply", "my workflows", "--yes")
    assert arrived.wait(120)
    command.send_signal(signal.SIGINT)
    assert command.stderr
    while b"again ends at once" not in (line := command.stderr.readline()):
        assert line, "it ended at the first one"
    command.send_signal(signal.SIGINT)
    _, err = command.communicate(timeout=120)
    gone.set()
    assert command.returncode == 130
    told = f"Whether {project.slug} was published is not known. Not published: {second}."
    assert told in err.decode()


def test_ctrl_c_before_anything_was_sent_changes_nothing(project: Project, server: Front) -> None:
    command: list[subprocess.Popen[bytes]] = []

    def interrupt(path: str, status: int, body: bytes) -> tuple[int, bytes]:
        if path.endswith("/check"):
            command[0].send_signal(signal.SIGINT)
            command[0].wait(120)
        return status, body

    server.rewrite = interrupt
    command.append(project.command.start("apply", "my workflows", "--yes"))
    _, err = command[0].communicate(timeout=120)
    assert command[0].returncode == 130
    assert "Nothing was changed." in err.decode()
    assert project("versions", project.slug).code == 1
