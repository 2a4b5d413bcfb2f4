"""What stands between the command line and Waybill: one origin, and a network with faults."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

Rewrite = Callable[[str, int, bytes], tuple[int, bytes]]
"""Path, status and body of an answer to what the client gets instead."""

_OWN = frozenset({"connection", "content-length", "date", "server", "transfer-encoding"})


def _as_it_is(_: str, status: int, body: bytes) -> tuple[int, bytes]:
    return status, body


class Front(ThreadingHTTPServer):
    """``lose``: how many answers to POST and PUT are lost after Waybill has given them; ``cut``:
    how many streams end after their first event. While ``away``, nothing is answered. ``absent``:
    status and body for paths that begin so, which Waybill is not asked for. ``seen``: method, path
    and headers of each request."""

    daemon_threads = True

    def __init__(self, api: str, stream: str) -> None:
        super().__init__(("127.0.0.1", 0), _Pass)
        self.api, self.stream = api, stream
        self.turn = threading.Lock()
        self.streams: set[socket.socket] = set()
        self.heal()

    def heal(self) -> None:
        """No faults, and nothing seen."""
        self.lose = self.cut = 0
        self.away = False
        self.absent: dict[str, tuple[int, bytes]] = {}
        self.rewrite: Rewrite = _as_it_is
        self.seen: list[tuple[str, str, dict[str, str]]] = []

    def leave(self) -> None:
        """Go away, and end the streams that are open."""
        self.away = True
        for stream in list(self.streams):
            stream.shutdown(socket.SHUT_RDWR)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def take(self, fault: str) -> bool:
        """Whether the next one of this fault happens now."""
        with self.turn:
            left: int = getattr(self, fault)
            setattr(self, fault, max(0, left - 1))
            return left > 0


class _Pass(BaseHTTPRequestHandler):
    server: Front
    protocol_version = "HTTP/1.0"  # an answer ends where its connection ends

    def _pass(self) -> None:
        streamed = self.path.startswith("/stream/")
        if self.server.away:
            return
        self.server.seen.append((self.command, self.path, dict(self.headers.items())))
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        for path, (status, told) in self.server.absent.items():
            if self.path.startswith(path):
                self.send_response(status)
                self.end_headers()
                self.wfile.write(told)
                return
        there = urlsplit(self.server.stream if streamed else self.server.api)
        waybill = http.client.HTTPConnection(there.hostname or "", there.port, timeout=60)
        try:
            headers = dict(self.headers.items())
            headers["Connection"] = "close"
            waybill.request(self.command, self.path, body, headers)
            answer = waybill.getresponse()
            if streamed and answer.status == 200:
                self._stream(answer)
            else:
                self._answer(answer)
        finally:
            waybill.close()

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _pass

    def _answer(self, answer: http.client.HTTPResponse) -> None:
        status, body = self.server.rewrite(self.path, answer.status, answer.read())
        if self.command in ("POST", "PUT") and self.server.take("lose"):
            return
        self._head(answer, status)
        self.wfile.write(body)

    def _stream(self, answer: http.client.HTTPResponse) -> None:
        self._head(answer, answer.status)
        cut = self.server.take("cut")
        self.server.streams.add(self.connection)
        try:
            while line := answer.readline():
                self.wfile.write(line)
                if cut and line.startswith(b"data:"):
                    self.wfile.write(b"\n")
                    return
        finally:
            self.server.streams.discard(self.connection)

    def _head(self, answer: http.client.HTTPResponse, status: int) -> None:
        self.send_response(status)
        for name, value in answer.getheaders():
            if name.lower() not in _OWN:
                self.send_header(name, value)
        self.end_headers()

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except OSError:
            self.close_connection = True  # the client has gone

    def log_message(self, *args: Any) -> None:
        """Nothing."""


@contextmanager
def front(api: str, stream: str) -> Iterator[Front]:
    """Serve in the block."""
    with Front(api, stream) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
