from __future__ import annotations

import socket
import threading

import pytest

from chaos.faults.all import FAULTS
from chaos.proxy import Proxy


@pytest.fixture
def echo() -> int:
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                talk, _ = server.accept()
            except OSError:
                return
            threading.Thread(target=_echo, args=(talk,), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    port: int = server.getsockname()[1]
    return port


def _echo(talk: socket.socket) -> None:
    while data := talk.recv(100):
        talk.sendall(data)


def test_it_forwards_breaks_and_heals(echo: int) -> None:
    proxy = Proxy(echo)
    with socket.create_connection(("127.0.0.1", proxy.port), 5) as talk:
        talk.sendall(b"one")
        assert talk.recv(10) == b"one"
        proxy.cut()
        with pytest.raises(ConnectionError):
            _read_end(talk)
    proxy.heal()
    with socket.create_connection(("127.0.0.1", proxy.port), 5) as talk:
        talk.sendall(b"two")
        assert talk.recv(10) == b"two"
    proxy.close()


def _read_end(talk: socket.socket) -> None:
    talk.settimeout(5)
    if talk.recv(10) == b"":
        raise ConnectionResetError


def test_every_fault_of_the_suite_is_there_once() -> None:
    assert [fault.number for fault in FAULTS] == list(range(1, 18))
