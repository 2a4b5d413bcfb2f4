"""Deploys one set of images to Railway, and rolls back if they do not become healthy.

    RAILWAY_TOKEN=… python3 -m railway.deploy \\
        --images ghcr.io/owner/repository --tag COMMIT --health-url https://example.org/health/ready

Run it from the root of the repository. It needs only Python 3.11. Services are deployed in the
order of SERVICES, each with the settings of its own JSON file in this folder. The API comes first
because its pre-deploy command migrates the database.
Exit status: 0 deployed, 1 rolled back or failed.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import signal
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from railway.api import ENDPOINT, Railway, RailwayError, beginning

HERE = Path(__file__).resolve().parent
SERVICES = (
    "api",
    "worker-delivery",
    "worker-critical",
    "worker-bulk",
    "worker-callbacks",
    "worker-maintenance",
    "dispatcher",
    "beat",
    "flower",
    "stream",
    "web",
    "autoscaler",
)
OPTIONAL = frozenset({"autoscaler"})
"""Deployed where the project has it."""
IMAGES = {
    "docker/Dockerfile.django": "api",
    "docker/Dockerfile.celery": "worker",
    "docker/Dockerfile.nextjs": "web",
    "docker/Dockerfile.autoscaler": "autoscaler",
}


@dataclass(frozen=True)
class Release:
    """Images with one prefix and one tag, and the URL that shows their health."""

    images: str
    tag: str
    health_url: str
    deploy_seconds: float = 900
    health_seconds: float = 180


def service_settings(name: str, release: Release) -> dict[str, Any]:
    """The service's Railway settings: the deploy section of its file, and its image.

    Without its limits, which the API takes elsewhere. Without a number of replicas where the
    autoscaler sets it.
    """
    config = _config(name)
    image = IMAGES[config["build"]["dockerfilePath"]]
    deploy = {key: value for key, value in config["deploy"].items() if key != "limitOverride"}
    return {**deploy, "source": {"image": f"{release.images}/{image}:{release.tag}"}}


def service_limits(name: str) -> dict[str, float]:
    """How many processors and how much memory (in units of 10**9 bytes) a replica may use."""
    limits = _config(name)["deploy"]["limitOverride"]["containers"]
    return {"vcpus": limits["cpu"], "memory_gb": limits["memoryBytes"] / 10**9}


def _config(name: str) -> dict[str, Any]:
    config: dict[str, Any] = json.loads((HERE / f"{name}.json").read_text())
    return config


def wait_healthy(url: str, timeout_seconds: float, poll_seconds: float) -> None:
    """Wait until `url` answers 200. Raises RailwayError after `timeout_seconds`."""
    deadline = time.monotonic() + timeout_seconds
    seen = "no answer"
    while time.monotonic() < deadline:
        try:
            request = urllib.request.Request(url, headers={"User-Agent": "waybill-deploy"})
            with urllib.request.urlopen(request, timeout=10):
                return
        except urllib.error.HTTPError as error:
            seen = f"{error.code} {beginning(error)}"
        except (OSError, http.client.HTTPException) as error:
            seen = repr(error)
        time.sleep(poll_seconds)
    raise RailwayError(f"{url} is not healthy after {timeout_seconds:.0f} s: {seen}")


@dataclass(frozen=True)
class Former:
    """What a service ran before, and the image in its settings."""

    service_id: str
    deployment_id: str | None
    image: str | None


def deploy(railway: Railway, release: Release) -> None:
    """Deploy every service and check the health. Whatever ends it early, roll back and raise.

    Raises RailwayError where Railway or the health is the reason.
    """
    railway.open()
    ids = railway.services()
    if missing := [name for name in SERVICES if name not in {*ids, *OPTIONAL}]:
        raise RailwayError(f"the project has no service named {', '.join(missing)}")

    former: dict[str, Former] = {}
    try:
        for name in SERVICES:
            if name not in ids:
                print(f"{name}: left out, the project has no such service", flush=True)
                continue
            former[name] = Former(
                ids[name], railway.running_deployment(ids[name]), railway.image(ids[name])
            )
            print(f"{name}: deploying {release.tag}", flush=True)
            railway.limit(ids[name], **service_limits(name))
            started = railway.deploy(ids[name], service_settings(name, release))
            railway.wait(started, release.deploy_seconds)
        wait_healthy(release.health_url, release.health_seconds, railway.poll_seconds)
    except BaseException as error:
        print(f"failed: {error or type(error).__name__}", flush=True)
        roll_back(railway, former)
        raise
    print(f"healthy: {release.health_url}")


def roll_back(railway: Railway, former: dict[str, Former]) -> None:
    """Restore the former deployments, last change first. Reports what it cannot restore.

    The image in the settings goes back too: else the next change of a variable, or of the number
    of replicas, would start the one that failed. The other settings stay: Railway does not tell
    all that they were.
    """
    for name, before in reversed(former.items()):
        if before.deployment_id is None:
            print(f"{name}: nothing to go back to, this was its first deployment", flush=True)
            continue
        print(f"{name}: going back to deployment {before.deployment_id}", flush=True)
        try:
            railway.roll_back(before.deployment_id)
            if before.image:
                railway.restore_image(before.service_id, before.image)
        except RailwayError as error:
            print(f"{name}: NOT rolled back: {error}", flush=True)


def _stop(*_: object) -> None:
    """A workflow that is cancelled also goes back."""
    raise SystemExit("stopped by a signal")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--images", required=True, help="prefix of the images in the registry")
    parser.add_argument("--tag", required=True, help="tag of the images, the commit")
    parser.add_argument("--health-url", required=True, help="answers 200 when all is well")
    given = parser.parse_args()
    token = os.environ.get("RAILWAY_TOKEN")
    if not token:
        print("RAILWAY_TOKEN is not set", file=sys.stderr)
        return 1
    railway = Railway(token, os.environ.get("RAILWAY_API", ENDPOINT))
    signal.signal(signal.SIGTERM, _stop)
    try:
        deploy(railway, Release(given.images, given.tag, given.health_url))
    except RailwayError as error:
        print(f"not deployed: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
