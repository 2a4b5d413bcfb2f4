"""The JSON API of the guide: a small CRM that keeps leads, on this machine only.

`python -m dev.guide.crm` serves it at `CRM_URL` for `CRM_TOKEN`, to a person who follows the guide.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dev.processes.ports import LOOPBACK


class _Crm(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, token: str) -> None:
        super().__init__((LOOPBACK, port), _Answer)
        self.token = token
        self.leads: dict[str, dict[str, Any]] = {}
        """By `Idempotency-Key`."""
        self.turn = threading.Lock()

    def keep(self, key: str, lead: dict[str, Any]) -> dict[str, Any]:
        """The lead that this key stands for; the first one, if it comes again."""
        with self.turn:
            return self.leads.setdefault(key, {"id": f"L{len(self.leads) + 1}", **lead})


class _Answer(BaseHTTPRequestHandler):
    """`GET /me`, `POST /leads` and `GET /leads?email=`, each with the token."""

    server: _Crm
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if not self._signed_in():
            return
        if address.path == "/me":
            self._say(200, {"name": "Waybill"})
        elif address.path == "/leads":
            email = parse_qs(address.query).get("email", [""])[0]
            self._say(200, [each for each in self.server.leads.values() if each["email"] == email])
        else:
            self._say(404, {"error": "no such path"})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self._signed_in():
            return
        key = self.headers.get("Idempotency-Key")
        if self.path != "/leads" or not key:
            self._say(400, {"error": "POST /leads with an Idempotency-Key"})
            return
        self._say(201, self.server.keep(key, json.loads(body)))

    def _signed_in(self) -> bool:
        known = self.headers.get("Authorization") == f"Bearer {self.server.token}"
        if not known:
            self._say(401, {"error": "wrong token"})
        return known

    def _say(self, status: int, value: Any) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Nothing: the requests are in Waybill's own record."""


@contextmanager
def crm(port: int, token: str) -> Iterator[None]:
    """Serve in the block. Raises OSError if the port is taken."""
    with _Crm(port, token) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield
        finally:
            server.shutdown()


def main() -> int:
    """Serve until Ctrl-C."""
    address, token = os.environ.get("CRM_URL", ""), os.environ.get("CRM_TOKEN", "")
    port = urlsplit(address).port
    if not port or not token:
        print("Set CRM_URL, such as http://127.0.0.1:8090, and CRM_TOKEN.", file=sys.stderr)
        return 2
    try:
        with crm(port, token):
            print(f"The CRM of the guide answers at {address}. Ctrl-C stops it.")
            threading.Event().wait()
    except KeyboardInterrupt:
        print()
    except OSError as error:
        print(f"{address} cannot be served: {error.strerror}.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
