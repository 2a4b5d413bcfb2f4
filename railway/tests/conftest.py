"""A server that answers like Railway's GraphQL API, over a real socket."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from railway.deploy import SERVICES


@dataclass
class Cloud:
    """What the server holds: services, what was asked of it, and how it should behave."""

    services: tuple[str, ...] = SERVICES
    first_time: bool = False
    fails: str | None = None
    healthy: bool = True
    hiccups: int = 0
    settings: dict[str, dict[str, Any]] = field(default_factory=dict)
    deployed: list[str] = field(default_factory=list)
    rolled_back: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    url: str = ""

    def answer(self, query: str, given: dict[str, Any]) -> dict[str, Any]:
        if "projectToken" in query:
            return {"projectToken": {"projectId": "p", "environmentId": "e"}}
        if "project(" in query:
            nodes = [{"node": {"id": f"id-{name}", "name": name}} for name in self.services]
            return {"project": {"services": {"edges": nodes}}}
        if "deployments(" in query:
            found = (
                [] if self.first_time else [{"node": {"id": f"old-{given['input']['serviceId']}"}}]
            )
            return {"deployments": {"edges": found}}
        if "serviceInstanceUpdate" in query:
            self.settings[given["serviceId"]] = given["input"]
            return {"serviceInstanceUpdate": True}
        if "serviceInstanceDeployV2" in query:
            self.deployed.append(given["serviceId"])
            return {"serviceInstanceDeployV2": f"new-{given['serviceId']}"}
        if "deploymentRollback" in query:
            self.rolled_back.append(given["id"])
            return {"deploymentRollback": True}
        failed = given["id"] == f"new-id-{self.fails}"
        return {"deployment": {"status": "FAILED" if failed else "SUCCESS"}}


class Handler(BaseHTTPRequestHandler):
    cloud: Cloud

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.cloud.headers = {name.lower(): value for name, value in self.headers.items()}
        if "deployment(" in asked["query"] and self.cloud.hiccups:
            self.cloud.hiccups -= 1
            self._send(503, {})
            return
        self._send(200, {"data": self.cloud.answer(asked["query"], asked["variables"])})

    def do_GET(self) -> None:
        self._send(200 if self.cloud.healthy else 503, {"status": "see checks"})

    def _send(self, status: int, body: dict[str, Any]) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output to the deployment's own lines."""


@pytest.fixture
def cloud() -> Iterator[Cloud]:
    held = Cloud()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"cloud": held}))
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    held.url = f"http://127.0.0.1:{server.server_port}"
    yield held
    server.shutdown()
    server.server_close()
