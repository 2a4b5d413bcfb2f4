"""Serves the metrics of a pool of processes on a port of their own: ``GET /metrics``.

Every process of the pool tries to take the port. One gets it; when it ends, another takes over. So
a busy or dying process costs a scrape at most, and no request of Waybill's waits behind one.
"""

from __future__ import annotations

import functools
import hmac
import os
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any

import structlog
from django.conf import settings
from django.db import connection

from core.metrics.exposition import Exposition, Further
from core.metrics.recording import pool_note

log = structlog.get_logger(__name__)

TAKE_OVER_SECONDS = 2.0
_NOTE_SECONDS = 5.0
_SLOWEST_REQUEST_SECONDS = 10
_CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def metrics_serve(*further: Further, notes_pool: bool = False) -> None:
    """Start to serve, on threads of this process. Does nothing without WAYBILL_METRICS_PORT.

    ``further``: what else to read at a scrape, if this process serves it. ``notes_pool``: note the
    state of this process's database pool every few seconds.
    """
    if not settings.WAYBILL_METRICS_PORT:
        return
    _start(functools.partial(_serve, Exposition(further)), "metrics")
    if notes_pool and "pool" in settings.DATABASES["default"]["OPTIONS"]:
        _start(_note_pool, "metrics-pool")


def _start(work: Callable[[], None], name: str) -> None:
    threading.Thread(target=work, name=name, daemon=True).start()


def _serve(exposition: Exposition) -> None:
    while True:
        try:
            server = _Server(exposition)
        except OSError:
            # Another process of the pool has the port.
            threading.Event().wait(TAKE_OVER_SECONDS)
            continue
        log.info("metrics served", port=settings.WAYBILL_METRICS_PORT)
        server.serve_forever()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, exposition: Exposition) -> None:
        host, port = settings.WAYBILL_METRICS_BIND, settings.WAYBILL_METRICS_PORT
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.exposition = exposition
        super().__init__((host, port), _Answer)
        # A process that is forked from this one must not hold the port when this one has ended.
        os.register_at_fork(after_in_child=self._close_in_child)

    def server_bind(self) -> None:
        """Without asking the domain name system what this host is called."""
        TCPServer.server_bind(self)

    def _close_in_child(self) -> None:
        with suppress(OSError):
            self.socket.close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        log.warning("metrics not answered", exc_info=True)  # noqa: LOG014  # the base calls it in a handler


class _Answer(BaseHTTPRequestHandler):
    server: _Server
    timeout = _SLOWEST_REQUEST_SECONDS

    def do_GET(self) -> None:
        if self.path != "/metrics":
            self._answer(HTTPStatus.NOT_FOUND, b"Metrics are at /metrics.\n")
        elif not self._may_read():
            self._answer(
                HTTPStatus.UNAUTHORIZED,
                b"Send WAYBILL_METRICS_TOKEN as a bearer token.\n",
                ("WWW-Authenticate", 'Bearer realm="metrics"'),
            )
        else:
            self._answer(HTTPStatus.OK, self.server.exposition.text())

    def _may_read(self) -> bool:
        token = settings.WAYBILL_METRICS_TOKEN
        given = self.headers.get("Authorization", "")
        return not token or hmac.compare_digest(given.encode(), f"Bearer {token}".encode())

    def _answer(self, status: HTTPStatus, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", _CONTENT_TYPE)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def version_string(self) -> str:
        return "waybill"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the base's name
        """A scrape every few seconds is no news."""


def _note_pool() -> None:
    while True:
        pool = connection.pool  # type: ignore[attr-defined]  # the stubs leave it out
        stats = pool.get_stats()
        pool_note(
            {
                "open": stats.get("pool_size", 0),
                "idle": stats.get("pool_available", 0),
                "waiting": stats.get("requests_waiting", 0),
            }
        )
        threading.Event().wait(_NOTE_SECONDS)
