from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from dev.console import Problem
from dev.processes.ports import LOOPBACK, PREFERRED, any_free, choose, choose_again, is_free


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as server:
        server.bind((LOOPBACK, 0))
        server.listen()
        yield server.getsockname()[1]


def test_a_listening_port_is_not_free(taken: int) -> None:
    assert not is_free(taken)


def test_a_chosen_port_is_free() -> None:
    assert is_free(any_free(set()))


def test_a_chosen_port_is_not_one_that_an_outgoing_connection_may_get() -> None:
    assert all(any_free(set()) < 32_768 for _ in range(100))


def test_a_port_that_the_user_set_is_used() -> None:
    port = any_free(set())
    assert choose(["WEB_PORT"], {"WEB_PORT": str(port)}) == {"WEB_PORT": port}


def test_a_taken_port_that_the_user_set_is_named(taken: int) -> None:
    with pytest.raises(Problem, match=rf"Port {taken} \(WEB_PORT\) is taken"):
        choose(["WEB_PORT"], {"WEB_PORT": str(taken)})


@pytest.mark.parametrize("text", ["0", "65536", "-1", "http", "80 "])
def test_what_is_no_port_is_named(text: str) -> None:
    with pytest.raises(Problem, match="WEB_PORT"):
        choose(["WEB_PORT"], {"WEB_PORT": text})


def test_a_taken_usual_port_is_replaced(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PREFERRED, "WEB_PORT", taken)
    assert choose(["WEB_PORT"], {})["WEB_PORT"] != taken


def test_each_server_gets_a_port_of_its_own() -> None:
    chosen = choose(list(PREFERRED), {}, prefer=False)
    assert len(set(chosen.values())) == len(PREFERRED)


def test_a_port_that_was_taken_meanwhile_is_replaced_and_the_others_stay(taken: int) -> None:
    chosen = {"WEB_PORT": taken, "API_PORT": any_free(set())}
    again = choose_again(chosen, {})
    assert again["API_PORT"] == chosen["API_PORT"]
    assert again["WEB_PORT"] != taken
    assert is_free(again["WEB_PORT"])


def test_a_port_of_the_user_that_was_taken_meanwhile_is_named(taken: int) -> None:
    with pytest.raises(Problem, match="WEB_PORT"):
        choose_again({"WEB_PORT": taken}, {"WEB_PORT": str(taken)})
