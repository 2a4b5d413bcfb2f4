"""The container engine of this machine: Docker, or Podman, which takes the same words."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dev.console import Problem

HYBRID = Path("/sys/fs/cgroup/unified")
"""With both hierarchies of cgroups, crun starts nothing."""
SETTINGS = "[containers]\ndefault_ulimits = []\n"
"""Raising a limit takes a right that root lacks in a sandbox."""
_HIDE = 'umount -R /sys/fs/cgroup; mount -t tmpfs none /sys/fs/cgroup; exec "$@"'
OURS = ("SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
"""How this machine reaches the registries. Podman builds with it; Docker has its own settings."""


@dataclass(frozen=True)
class Answer:
    """How a command ended, and all that it said."""

    code: int
    said: str


@dataclass(frozen=True)
class Engine:
    """``for_build`` and ``for_run``: what this engine needs to be told on this machine."""

    name: str
    command: tuple[str, ...]
    for_build: tuple[str, ...] = ()
    for_run: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    def ask(self, *words: str, seconds: float = 120.0) -> Answer:
        """Run a command of the engine. Code 124 after ``seconds``."""
        try:
            ended = subprocess.run(
                [*self.command, *words],
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                check=False,
                timeout=seconds,
            )
        except subprocess.TimeoutExpired as late:
            said = late.stdout.decode(errors="replace") if isinstance(late.stdout, bytes) else ""
            return Answer(124, said)
        return Answer(ended.returncode, ended.stdout)

    def must(self, *words: str, seconds: float = 120.0) -> str:
        """What a command said. Raises Problem if it failed."""
        answer = self.ask(*words, seconds=seconds)
        if answer.code:
            raise Problem(
                f"`{self.name} {' '.join(words[:3])} …` ended with {answer.code}.", answer.said
            )
        return answer.said


def engine_find() -> Engine:
    """The engine that works here, Docker first. Raises Problem with what to install."""
    docker = shutil.which("docker")
    if docker:
        engine = Engine("docker", (docker,), ("--progress=plain",))
        if engine.ask("version", "--format", "{{.Server.Version}}").code == 0:
            return engine
    podman = shutil.which("podman")
    if podman:
        return _podman(podman)
    raise Problem(
        "The images were NOT built: there is no Docker engine and no Podman here. "
        "Debian: sudo apt-get install podman crun, then run make test-images as root."
    )


def _podman(program: str) -> Engine:
    given = [
        word
        for name in OURS
        if (value := os.environ.get(name))
        for word in ("--env", f"{name}={value}")
    ]
    build = ("--format=docker", "--isolation=chroot", "--pull=missing", *given)
    # Without systemd there is nothing that would run its health checks or keep its logs.
    run = ("--no-healthcheck", "--log-driver=k8s-file")
    if not HYBRID.is_dir():
        return Engine("podman", (program,), build, run)
    settings = Path(tempfile.gettempdir()) / f"waybill-containers-{os.getuid()}.conf"
    settings.write_text(SETTINGS)
    return Engine(
        "podman",
        ("unshare", "--mount", "sh", "-c", _HIDE, "sh", program),
        build,
        (*run, "--cgroups=disabled"),
        {"CONTAINERS_CONF": str(settings)},
    )
