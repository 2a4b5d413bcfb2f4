from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from chaos.faults.all import FAULTS
from chaos.proxy import Proxy


class _Echo(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        with suppress(ConnectionError):
            while data := self.request.recv(100):
                self.request.sendall(data)


@pytest.fixture
def echo() -> Iterator[int]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Echo) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


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
    assert [fault.number for fault in FAULTS] == list(range(1, 20))
