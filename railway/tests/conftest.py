"""A server that answers like Railway's GraphQL API, over a real socket, and like a dispatcher.

It refuses what Railway's schema (`railway.graphql`, from the public documentation) does not allow.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLError, OperationDefinitionNode, build_schema, parse, validate
from graphql.execution.values import get_variable_values

from railway.deploy import SERVICES

SCHEMA = build_schema((Path(__file__).parent / "railway.graphql").read_text())
TOKEN = "project-token"
METRICS_TOKEN = "a token of the metrics"
REGION = "europe-west4-drams3a"


def mistakes(query: str, given: dict[str, Any]) -> list[str]:
    """What Railway would refuse in a request, before it does anything."""
    try:
        document = parse(query)
    except GraphQLError as error:
        return [error.message]
    found = [error.message for error in validate(SCHEMA, document)]
    for operation in document.definitions:
        if not found and isinstance(operation, OperationDefinitionNode):
            values = get_variable_values(SCHEMA, operation.variable_definitions or (), given)
            found = [error.message for error in values] if isinstance(values, list) else []
    return found


@dataclass
class Cloud:
    """What the server holds: services, what was asked of it, and how it should behave."""

    services: tuple[str, ...] = SERVICES
    first_time: bool = False
    fails: str | None = None
    slow_to_fail: int = 0
    healthy: bool = True
    hiccups: int = 0
    refusals: int = 0
    broken_off: int = 0
    unknown: int = 0
    mute: bool = False
    under_way: bool = False
    metrics: str = ""
    placed: dict[str, dict[str, int]] = field(default_factory=dict)
    commits: list[str] = field(default_factory=list)
    settings: dict[str, dict[str, Any]] = field(default_factory=dict)
    images: dict[str, str] = field(default_factory=dict)
    limits: dict[str, dict[str, Any]] = field(default_factory=dict)
    deployed: list[str] = field(default_factory=list)
    rolled_back: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    url: str = ""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, query: str, given: dict[str, Any]) -> dict[str, Any]:
        """As GraphQL does: `data`, or `errors`."""
        if found := mistakes(query, given):
            return {"errors": [{"message": each} for each in found]}
        for name in (
            "projectToken",
            "project",
            "deployments",
            "serviceInstanceUpdate",
            "serviceInstanceLimitsUpdate",
            "serviceInstanceDeployV2",
            "serviceInstance",
            "environmentPatchCommit",
            "environment",
            "deploymentRollback",
            "deployment",
        ):
            if f" {name} {{" in query or f" {name}(" in query:
                with self._lock:
                    return {"data": {name: getattr(self, f"_{_snake(name)}")(given)}}
        raise AssertionError(query)

    def count(self, service: str) -> int:
        """How many replicas of a service there are."""
        return sum(self.placed[f"id-{service}"].values())

    def _project_token(self, _: dict[str, Any]) -> Any:
        return {"projectId": "p", "environmentId": "e"}

    def _project(self, _: dict[str, Any]) -> Any:
        nodes = [{"node": {"id": f"id-{name}", "name": name}} for name in self.services]
        return {"services": {"edges": nodes}}

    def _deployments(self, given: dict[str, Any]) -> Any:
        found = [] if self.first_time else [{"node": {"id": f"old-{given['input']['serviceId']}"}}]
        return {"edges": found}

    def _service_instance_update(self, given: dict[str, Any]) -> Any:
        service, changed = given["serviceId"], given["input"]
        self.settings.setdefault(service, {}).update(changed)
        if "source" in changed:
            self.images[service] = changed["source"]["image"]
        return True

    def _service_instance_limits_update(self, given: dict[str, Any]) -> Any:
        self.limits[given["input"]["serviceId"]] = given["input"]
        return True

    def _service_instance_deploy_v2(self, given: dict[str, Any]) -> Any:
        self.deployed.append(given["serviceId"])
        return f"new-{given['serviceId']}"

    def _service_instance(self, given: dict[str, Any]) -> Any:
        image = self.images.get(given["serviceId"])
        status = "DEPLOYING" if self.under_way else "SUCCESS"
        return {
            "source": {"image": image} if image else None,
            "latestDeployment": {"status": status},
        }

    def _environment(self, _: dict[str, Any]) -> Any:
        services = {
            service: {
                "deploy": {
                    "multiRegionConfig": {
                        region: {"numReplicas": count} for region, count in regions.items()
                    }
                }
            }
            for service, regions in self.placed.items()
        }
        return {"config": {"services": services}}

    def _environment_patch_commit(self, given: dict[str, Any]) -> Any:
        for service, patch in given["patch"]["services"].items():
            for region, placed in patch["deploy"]["multiRegionConfig"].items():
                if placed is None:
                    self.placed[service].pop(region, None)
                else:
                    self.placed[service][region] = placed["numReplicas"]
        self.commits.append(given["message"])
        return f"commit-{len(self.commits)}"

    def _deployment_rollback(self, given: dict[str, Any]) -> Any:
        self.rolled_back.append(given["id"])
        return True

    def _deployment(self, given: dict[str, Any]) -> Any:
        if self.unknown:
            self.unknown -= 1
            return None
        if given["id"] != f"new-id-{self.fails}":
            return {"status": "SUCCESS"}
        self.slow_to_fail -= 1
        return {"status": "DEPLOYING" if self.slow_to_fail >= 0 else "FAILED"}


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


class Handler(BaseHTTPRequestHandler):
    cloud: Cloud

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.cloud.headers = {name.lower(): value for name, value in self.headers.items()}
        if self.headers["Project-Access-Token"] != TOKEN:
            self._send(200, {"errors": [{"message": "Not Authorized"}]})
        elif "deployment(" in asked["query"] and self.cloud.hiccups:
            self.cloud.hiccups -= 1
            self._send(503, {})
        elif "deployment(" in asked["query"] and self.cloud.broken_off:
            self.cloud.broken_off -= 1
            self._break_off()
        elif self.cloud.refusals:
            self.cloud.refusals -= 1
            self._send(429, {"errors": [{"message": "Too many requests"}]})
        else:
            self._send(200, self.cloud.answer(asked["query"], asked["variables"]))

    def do_GET(self) -> None:
        if self.cloud.mute:
            self._break_off()
        elif self.path != "/metrics":
            self._send(200 if self.cloud.healthy else 503, {"status": "see checks"})
        elif self.headers.get("Authorization") != f"Bearer {METRICS_TOKEN}":
            self._send(401, {})
        elif not self.cloud.metrics:
            self._send(503, {})
        else:
            self._send_text(200, self.cloud.metrics)

    def _break_off(self) -> None:
        """Promise more than comes, as a proxy does whose server ends."""
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"{")
        self.close_connection = True

    def _send(self, status: int, body: dict[str, Any]) -> None:
        self._send_text(status, json.dumps(body))

    def _send_text(self, status: int, body: str) -> None:
        content = body.encode()
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
