"""A collector of traces on loopback, which reads what OTLP over HTTP sends."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from core.tracing import tracing_close
from mysite.observability.traces import start

OK, REFUSED = 200, 503


@dataclass
class Collector:
    """Keeps what came. ``status``: what it answers; ``hang``: it answers once this is set."""

    port: int = 0
    status: int = OK
    hang: threading.Event | None = None
    bodies: list[bytes] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    came: threading.Event = field(default_factory=threading.Event)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def spans(self) -> list[Span]:
        return [
            span
            for body in self.bodies
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        ]

    def trace(self, trace_id: str, *names: str, seconds: float = 30) -> dict[str, Span]:
        """The spans of a trace by name, once all of these have come."""
        until = time.monotonic() + seconds
        while True:
            found = {each.name: each for each in self.spans if each.trace_id.hex() == trace_id}
            missing = set(names) - found.keys()
            if not missing:
                return found
            assert time.monotonic() < until, f"{missing} did not come, but {sorted(found)}"
            time.sleep(0.05)  # polls what another thread receives, bounded


@pytest.fixture
def collector() -> Iterator[Collector]:
    kept = Collector()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers.get("Content-Encoding") == "gzip":
                body = gzip.decompress(body)
            kept.headers.append({name.lower(): value for name, value in self.headers.items()})
            kept.bodies.append(body)
            kept.came.set()
            if kept.hang is not None:
                kept.hang.wait(60)
            self.send_response(kept.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    kept.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield kept
    if kept.hang is not None:
        kept.hang.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def traced(collector: Collector) -> Iterator[Collector]:
    """Everything that enters is recorded and sent to the collector."""
    start(collector.address)
    yield collector
    tracing_close()
    start("")
