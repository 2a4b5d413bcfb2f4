"""The part of Railway's public GraphQL API that deployments and the autoscaler need.

Names and types follow the schema that Railway's own command line uses:
https://docs.railway.com/integrations/api
"""

from __future__ import annotations

import http.client
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
        self._update(service_id, settings)
        data = self._call(
            "mutation ($serviceId: String!, $environmentId: String!) {"
            " serviceInstanceDeployV2(serviceId: $serviceId, environmentId: $environmentId) }",
            serviceId=service_id,
            environmentId=self.environment_id,
        )
        return str(data["serviceInstanceDeployV2"])

    def limit(self, service_id: str, *, vcpus: float, memory_gb: float) -> None:
        """How much each replica may use, from the next deployment on."""
        self._call(
            "mutation ($input: ServiceInstanceLimitsUpdateInput!) {"
            " serviceInstanceLimitsUpdate(input: $input) }",
            input={
                "serviceId": service_id,
                "environmentId": self.environment_id,
                "vCPUs": vcpus,
                "memoryGB": memory_gb,
            },
        )

    def image(self, service_id: str) -> str | None:
        """The image in the service's settings, which its next deployment starts."""
        data = self._instance(service_id, "source { image }")
        image = (data["source"] or {}).get("image") if data else None
        return str(image) if image else None

    def restore_image(self, service_id: str, image: str) -> None:
        """Put an image back into the settings, without a deployment."""
        self._update(service_id, {"source": {"image": image}})

    def latest_status(self, service_id: str) -> str | None:
        """The status of the service's newest deployment, or None before the first one."""
        data = self._instance(service_id, "latestDeployment { status }")
        latest = data and data["latestDeployment"]
        return str(latest["status"]) if latest else None

    def placements(self) -> dict[str, dict[str, int]]:
        """Replicas by service id and region, without regions that have none."""
        data = self._call(
            "query ($id: String!) { environment(id: $id) { config(decryptVariables: false) } }",
            id=self.environment_id,
        )
        services: dict[str, Any] = (data["environment"]["config"] or {}).get("services") or {}
        return {
            service_id: {
                region: int(placed["numReplicas"])
                for region, placed in (
                    (service.get("deploy") or {}).get("multiRegionConfig") or {}
                ).items()
                if placed and placed.get("numReplicas")
            }
            for service_id, service in services.items()
        }

    def place(self, service_id: str, regions: Mapping[str, int], message: str) -> None:
        """Set the replicas of these regions. Running ones go on, as when a person does it."""
        placed = {
            name: {"numReplicas": count} if count else None for name, count in regions.items()
        }
        self._call(
            "mutation ($environmentId: String!, $patch: EnvironmentConfig, $message: String) {"
            " environmentPatchCommit(environmentId: $environmentId, patch: $patch,"
            " commitMessage: $message) }",
            environmentId=self.environment_id,
            patch={"services": {service_id: {"deploy": {"multiRegionConfig": placed}}}},
            message=message,
        )

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

    def _update(self, service_id: str, settings: Mapping[str, Any]) -> None:
        self._call(
            "mutation ($serviceId: String!, $environmentId: String!,"
            " $input: ServiceInstanceUpdateInput!) {"
            " serviceInstanceUpdate(serviceId: $serviceId, environmentId: $environmentId,"
            " input: $input) }",
            serviceId=service_id,
            environmentId=self.environment_id,
            input=dict(settings),
        )

    def _instance(self, service_id: str, fields: str) -> dict[str, Any] | None:
        data = self._call(
            "query ($serviceId: String!, $environmentId: String!) {"
            " serviceInstance(serviceId: $serviceId, environmentId: $environmentId)"
            f" {{ {fields} }} }}",
            serviceId=service_id,
            environmentId=self.environment_id,
        )
        found: dict[str, Any] | None = data["serviceInstance"]
        return found

    def _status(self, deployment_id: str) -> str:
        data = self._call(
            "query ($id: String!) { deployment(id: $id) { status } }", id=deployment_id
        )
        found = data["deployment"]
        if not found:
            raise RailwayUnavailable(f"Railway does not know deployment {deployment_id} now")
        return str(found["status"])

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
            raise kind(f"Railway answered {error.code}: {beginning(error)}") from error
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise RailwayUnavailable(f"Railway did not answer: {error!r}") from error
        if answer.get("errors"):
            raise RailwayError("; ".join(str(e.get("message")) for e in answer["errors"]))
        data: dict[str, Any] | None = answer.get("data")
        if data is None:
            raise RailwayUnavailable("Railway answered without data")
        return data


def beginning(error: urllib.error.HTTPError) -> str:
    """The first 500 bytes of what a server said with an error, as far as they came."""
    try:
        return error.read(500).decode(errors="replace")
    except (OSError, http.client.HTTPException) as broken:
        return f"(its answer broke off: {broken!r})"
