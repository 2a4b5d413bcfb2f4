"""A system that Waybill delivers to: it takes what is posted, and refuses what is to be refused."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKEN = "right-token"


class Destination(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Answer)
        self.taken: list[dict[str, Any]] = []
        self.busy: set[str] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Answer(BaseHTTPRequestHandler):
    """`GET /me` needs the token. A POST takes everything; `refuse me` is refused, and
    a name that begins with `busy` is taken the second time."""

    server: Destination

    def do_GET(self) -> None:
        known = self.headers.get("Authorization") == f"Bearer {TOKEN}"
        self._say(200 if known else 401, {"known": known})

    def do_POST(self) -> None:
        thing = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        name = str(thing.get("name", ""))
        if name == "refuse me":
            self._say(422, {"error": "\x1b[2Jno"})
            return
        if name.startswith("busy") and name not in self.server.busy:
            self.server.busy.add(name)
            self._say(409, {"error": "busy"}, {"Retry-After": "600"})
            return
        self.server.taken.append(thing)
        self._say(201, {"id": f"T{len(self.server.taken)}"})

    def _say(self, status: int, value: Any, headers: Mapping[str, str] | None = None) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        for name, text in {"Content-Type": "application/json", **(headers or {})}.items():
            self.send_header(name, text)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Nothing."""


@contextmanager
def destination(port: int) -> Iterator[Destination]:
    """Serve in the block. Raises OSError if the port is taken."""
    with Destination(port) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
