"""The processes of Waybill, as Compose describes them, each to be started in a container."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dev.compose import BASE, Service, compose_read, example_values
from dev.console import Problem
from dev.images.container import HOSTNAME, Container, container_start, environment_write
from dev.images.engine import Engine
from dev.images.image import Image
from dev.images.servers import HOME, Servers

PREFIX = "waybill-drill"
OF = {
    "docker/Dockerfile.django": "api",
    "docker/Dockerfile.celery": "worker",
    "docker/Dockerfile.nextjs": "web",
}
PORTS = {"api": "API_PORT", "stream": "STREAM_PORT", "web": "WEB_PORT", "flower": "FLOWER_PORT"}
"""All containers share this machine's loopback address, so each server has a port of its own."""
ADDITIONS = {"web": ("--tmpfs=/app/.next/cache:mode=1777",)}
_USUAL_PORT = re.compile(r"\b(8000|5555)\b")


@dataclass(frozen=True)
class Process:
    """One service of Compose. ``image``: api, worker or web."""

    name: str
    image: str
    command: tuple[str, ...]
    healthcheck: tuple[str, ...]
    stop_seconds: float


def processes_read(images: dict[str, Image]) -> list[Process]:
    """Every service of ours that stays up, with what its image says where Compose says nothing."""
    services = compose_read(BASE, example_values(), ["tools"])
    return [
        process_of(service, images[OF[service.dockerfile]])
        for service in services
        if service.dockerfile in OF and service.name != "migrate"
    ]


def process_of(service: Service, image: Image) -> Process:
    """A service as a process; its image's command and health check where it has none."""
    check = image.healthcheck if service.healthcheck is None else service.healthcheck
    return Process(
        service.name,
        image.name,
        service.command or image.command,
        check,
        service.stop_seconds,
    )


def on_loopback(words: Sequence[str], port: int | None) -> tuple[str, ...]:
    """A command that serves on the loopback address, on ``port`` instead of its usual one."""
    local = [word.replace("0.0.0.0", "127.0.0.1") for word in words]  # noqa: S104
    return tuple(_USUAL_PORT.sub(str(port), word) if port else word for word in local)


class Started:
    """A process in its container."""

    def __init__(self, process: Process, container: Container, port: int | None) -> None:
        self.process = process
        self.container = container
        self._check = on_loopback(
            [word.replace("$HOSTNAME", HOSTNAME) for word in process.healthcheck], port
        )

    def wait_healthy(self) -> float:
        """Seconds until its health check passes. Raises Problem."""
        if not self._check:
            raise Problem(f"{self.process.name} has no health check.")
        return self.container.wait(lambda: self.container.execute(*self._check).code == 0)


def process_start(
    engine: Engine, process: Process, images: dict[str, Image], servers: Servers, *more: str
) -> Started:
    """Start a process without waiting for it. ``more``: further options of `run`."""
    name = PORTS.get(process.name)
    port = servers.ports[name] if name else None
    variables = dict(servers.variables)
    if port:
        variables["PORT"] = str(port)
    if process.image == "web":
        variables["HOSTNAME"] = "127.0.0.1"
    path = environment_write(HOME.run / f"{process.name}.env", variables)
    container = container_start(
        engine,
        f"{PREFIX}-{process.name}",
        images[process.image].tag,
        on_loopback(process.command, port),
        path,
        *ADDITIONS.get(process.name, ()),
        *more,
    )
    return Started(process, container, port)
