"""The part of Railway's public GraphQL API that a deployment needs.

Names and types follow the schema that Railway's own command line uses:
https://docs.railway.com/integrations/api
"""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ENDPOINT = "https://backboard.railway.com/graphql/v2"

RUNNING = frozenset({"SUCCESS", "SLEEPING"})
UNDER_WAY = frozenset({"BUILDING", "DEPLOYING", "INITIALIZING", "QUEUED", "WAITING"})


class RailwayError(Exception):
    """Railway refused a request, or a deployment failed."""


class RailwayUnavailable(RailwayError):
    """Railway did not answer, or asked to come back later."""


@dataclass
class Railway:
    """One environment of one project, opened with a project token."""

    token: str
    endpoint: str = ENDPOINT
    poll_seconds: float = 5.0
    project_id: str = field(init=False, default="")
    environment_id: str = field(init=False, default="")

    def open(self) -> None:
        """Read which project and environment the token belongs to."""
        found = self._call("query { projectToken { projectId environmentId } }")["projectToken"]
        self.project_id, self.environment_id = found["projectId"], found["environmentId"]

    def services(self) -> dict[str, str]:
        """The project's services: name to id."""
        data = self._call(
            "query ($id: String!) { project(id: $id) { services { edges { node { id name } } } } }",
            id=self.project_id,
        )
        nodes = [edge["node"] for edge in data["project"]["services"]["edges"]]
        return {node["name"]: node["id"] for node in nodes}

    def running_deployment(self, service_id: str) -> str | None:
        """The deployment that serves now, or None before the first one."""
        data = self._call(
            "query ($input: DeploymentListInput!) {"
            " deployments(input: $input, first: 1) { edges { node { id } } } }",
            input={
                "projectId": self.project_id,
                "environmentId": self.environment_id,
                "serviceId": service_id,
                "status": {"in": sorted(RUNNING)},
            },
        )
        edges = data["deployments"]["edges"]
        return edges[0]["node"]["id"] if edges else None

    def deploy(self, service_id: str, settings: Mapping[str, Any]) -> str:
        """Change the service's settings and image, and start a deployment. Returns its id."""
        target = {"serviceId": service_id, "environmentId": self.environment_id}
        self._call(
            "mutation ($serviceId: String!, $environmentId: String!,"
            " $input: ServiceInstanceUpdateInput!) {"
            " serviceInstanceUpdate(serviceId: $serviceId, environmentId: $environmentId,"
            " input: $input) }",
            input=dict(settings),
            **target,
        )
        data = self._call(
            "mutation ($serviceId: String!, $environmentId: String!) {"
            " serviceInstanceDeployV2(serviceId: $serviceId, environmentId: $environmentId) }",
            **target,
        )
        return str(data["serviceInstanceDeployV2"])

    def roll_back(self, deployment_id: str) -> None:
        """Restore a former deployment, with its image and its variables."""
        self._call(
            "mutation ($id: String!) { deploymentRollback(id: $id) }",
            id=deployment_id,
        )

    def wait(self, deployment_id: str, timeout_seconds: float) -> None:
        """Wait until the deployment runs. Raises RailwayError if it fails or takes too long."""
        deadline = time.monotonic() + timeout_seconds
        status = "QUEUED"
        while time.monotonic() < deadline:
            try:
                status = self._status(deployment_id)
            except RailwayUnavailable as error:
                print(f"  asking Railway again: {error}", flush=True)
            if status in RUNNING:
                return
            if status not in UNDER_WAY:
                raise RailwayError(f"deployment {deployment_id} ended as {status}")
            time.sleep(self.poll_seconds)
        raise RailwayError(
            f"deployment {deployment_id} is still {status} after {timeout_seconds:.0f} s"
        )

    def _status(self, deployment_id: str) -> str:
        data = self._call(
            "query ($id: String!) { deployment(id: $id) { status } }", id=deployment_id
        )
        return str(data["deployment"]["status"])

    def _call(self, query: str, **variables: Any) -> dict[str, Any]:
        request = urllib.request.Request(
            self.endpoint,
            data=json.dumps({"query": query, "variables": variables}).encode(),
            headers={
                "Content-Type": "application/json",
                "Project-Access-Token": self.token,
                # Railway refuses urllib's default user agent.
                "User-Agent": "waybill-deploy",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                answer = json.load(response)
        except urllib.error.HTTPError as error:
            kind = RailwayUnavailable if error.code == 429 or error.code >= 500 else RailwayError
            raise kind(f"Railway answered {error.code}: {error.read(300)!r}") from error
        except OSError as error:
            raise RailwayUnavailable(f"Railway did not answer: {error}") from error
        if answer.get("errors"):
            raise RailwayError("; ".join(str(e.get("message")) for e in answer["errors"]))
        data: dict[str, Any] = answer["data"]
        return data
