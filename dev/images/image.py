"""Our images: built from their Dockerfiles, weighed, and read for what they start."""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from dev.console import step
from dev.images.engine import Engine
from dev.layout import ROOT

MEGABYTE = 1_000_000
DOCKERFILES = {
    "api": ROOT / "docker" / "Dockerfile.django",
    "worker": ROOT / "docker" / "Dockerfile.celery",
    "web": ROOT / "docker" / "Dockerfile.nextjs",
}
LARGEST = {"api": 250.0, "worker": 250.0, "web": 60.0}
"""Megabytes, unpacked, that an image may add to its base."""
LARGEST_CODE = 12.0
"""Megabytes, unpacked, that move when the code alone has changed."""
BUILD_SECONDS = 3000.0


@dataclass(frozen=True)
class Image:
    """One built image. Sizes are in bytes, unpacked."""

    name: str
    tag: str
    user: str
    command: tuple[str, ...]
    healthcheck: tuple[str, ...]
    labels: dict[str, str]
    size: int
    base_size: int
    code_size: int
    seconds: float

    @property
    def added(self) -> float:
        """Megabytes on top of the base."""
        return (self.size - self.base_size) / MEGABYTE

    @property
    def code(self) -> float:
        """Megabytes of the layers that hold our own code."""
        return self.code_size / MEGABYTE

    @classmethod
    def of(
        cls, name: str, tag: str, inspected: str, history: str, base_size: int, seconds: float
    ) -> Self:
        """The image in the JSON of `image inspect` and `history`, of Docker or of Podman."""
        (read,) = json.loads(inspected)
        config = read.get("Config") or {}
        check = config.get("Healthcheck") or read.get("Healthcheck") or {}
        return cls(
            name=name,
            tag=tag,
            user=config.get("User", ""),
            command=tuple(config.get("Cmd") or ()),
            healthcheck=words_of(check.get("Test") or ()),
            labels=config.get("Labels") or {},
            size=int(read["Size"]),
            base_size=base_size,
            code_size=code_size(history),
            seconds=seconds,
        )


def words_of(test: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """A health check's command, as a container runs it. Empty: there is none."""
    if not test or test[0] == "NONE":
        return ()
    kind, *words = test
    return ("/bin/sh", "-c", words[0]) if kind == "CMD-SHELL" else tuple(words)


def code_size(history: str) -> int:
    """Bytes of the layers above `CMD`, which our Dockerfiles put just below the code."""
    total = 0
    for layer in _layers(history):
        if re.search(r"\bCMD \[", layer["by"]) and "HEALTHCHECK" not in layer["by"]:
            return total
        total += layer["size"]
    return total


def _layers(history: str) -> list[dict[str, Any]]:
    """The newest first. Podman writes one list, Docker a line for each."""
    text = history.strip()
    read = (
        json.loads(text)
        if text.startswith("[")
        else [json.loads(line) for line in text.splitlines()]
    )
    return [
        {
            "by": each.get("CreatedBy") or each.get("createdBy") or each.get("created_by") or "",
            "size": int(each.get("Size") or each.get("size") or 0),
        }
        for each in read
    ]


def base_of(dockerfile: Path) -> str:
    """The image that the last stage begins with."""
    return [
        line.split()[1] for line in dockerfile.read_text().splitlines() if line.startswith("FROM ")
    ][-1]


def image_build(engine: Engine, name: str, *, reuse: bool) -> Image:
    """Build one image, or take the one that is here. Raises Problem with the build's last lines."""
    dockerfile = DOCKERFILES[name]
    tag = f"waybill/{name}:local"
    begun = time.monotonic()
    if not (reuse and engine.ask("image", "inspect", tag).code == 0):
        with step(f"Building {tag}"):
            words = ("build", *engine.for_build, "--file", str(dockerfile), "--tag", tag, str(ROOT))
            engine.must(*words, seconds=BUILD_SECONDS)
    seconds = time.monotonic() - begun
    base = base_of(dockerfile)
    if engine.ask("image", "inspect", base).code:
        engine.must("pull", "--quiet", base, seconds=600.0)
    (of_base,) = json.loads(engine.must("image", "inspect", base))
    form = (
        ("--format", "json")
        if engine.name == "podman"
        else ("--human=false", "--format", "{{json .}}")
    )
    return Image.of(
        name,
        tag,
        engine.must("image", "inspect", tag),
        engine.must("history", "--no-trunc", *form, tag),
        int(of_base["Size"]),
        seconds,
    )
