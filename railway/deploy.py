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
import json
import os
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from railway.api import ENDPOINT, Railway, RailwayError

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
)
IMAGES = {
    "docker/Dockerfile.django": "api",
    "docker/Dockerfile.celery": "worker",
    "docker/Dockerfile.nextjs": "web",
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
    """The service's Railway settings: the deploy section of its file, and its image."""
    config = json.loads((HERE / f"{name}.json").read_text())
    image = IMAGES[config["build"]["dockerfilePath"]]
    return {**config["deploy"], "source": {"image": f"{release.images}/{image}:{release.tag}"}}


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
            seen = f"{error.code} {error.read(500).decode(errors='replace')}"
        except OSError as error:
            seen = str(error)
        time.sleep(poll_seconds)
    raise RailwayError(f"{url} is not healthy after {timeout_seconds:.0f} s: {seen}")


def deploy(railway: Railway, release: Release) -> None:
    """Deploy every service and check the health. On failure, roll back and raise."""
    railway.open()
    ids = railway.services()
    if missing := [name for name in SERVICES if name not in ids]:
        raise RailwayError(f"the project has no service named {', '.join(missing)}")

    former: dict[str, str | None] = {}
    try:
        for name in SERVICES:
            former[name] = railway.running_deployment(ids[name])
            print(f"{name}: deploying {release.tag}", flush=True)
            started = railway.deploy(ids[name], service_settings(name, release))
            railway.wait(started, release.deploy_seconds)
        wait_healthy(release.health_url, release.health_seconds, railway.poll_seconds)
    except RailwayError as error:
        print(f"failed: {error}", flush=True)
        roll_back(railway, former)
        raise RailwayError(str(error)) from error
    print(f"healthy: {release.health_url}")


def roll_back(railway: Railway, former: dict[str, str | None]) -> None:
    """Restore the former deployments, last change first. Reports what it cannot restore."""
    for name, deployment_id in reversed(former.items()):
        if deployment_id is None:
            print(f"{name}: nothing to go back to, this was its first deployment", flush=True)
            continue
        print(f"{name}: going back to deployment {deployment_id}", flush=True)
        try:
            railway.roll_back(deployment_id)
        except RailwayError as error:
            print(f"{name}: NOT rolled back: {error}", flush=True)


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
    try:
        deploy(railway, Release(given.images, given.tag, given.health_url))
    except RailwayError as error:
        print(f"not deployed: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
