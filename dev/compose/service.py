"""One service as Compose would start it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True)
class Service:
    """What a container of this service would be given.

    None for `command`, `entrypoint`, `user` and `healthcheck` means that the image's own stands. An
    empty `healthcheck` means that it is turned off.
    """

    name: str
    image: str
    dockerfile: str | None
    """Where the image is built from, from the root of the repository; None for one of others."""
    build_arguments: dict[str, str]
    entrypoint: tuple[str, ...] | None
    command: tuple[str, ...] | None
    environment: dict[str, str]
    """Without variables that would not be set at all."""
    healthcheck: tuple[str, ...] | None
    """The command, as a container runs it: a shell for `CMD-SHELL`."""
    stop_seconds: float
    """From the signal to stop until it is killed."""
    user: str | None
    read_only: bool
    volumes: tuple[tuple[str, str, bool], ...]
    """Source (a volume's name or a path), target, and whether it is read-only."""
    published: tuple[tuple[str, int], ...]
    """Address and port of this host; empty for an address means all of them."""
    profiles: tuple[str, ...]
    depends_on: dict[str, str]
    """Service to the condition that is waited for."""

    @classmethod
    def of(cls, name: str, read: dict[str, Any]) -> Self:
        """The service in what `docker compose config --format=json` says."""
        build = read.get("build") or {}
        return cls(
            name=name,
            image=read.get("image", ""),
            dockerfile=build.get("dockerfile"),
            build_arguments={key: _plain(value) for key, value in _set(build.get("args"))},
            entrypoint=_words(read.get("entrypoint")),
            command=_words(read.get("command")),
            environment={key: _plain(value) for key, value in _set(read.get("environment"))},
            healthcheck=_healthcheck(read.get("healthcheck")),
            stop_seconds=_seconds(read.get("stop_grace_period", "10s")),
            user=read.get("user"),
            read_only=read.get("read_only", False),
            volumes=tuple(
                (each.get("source", ""), each["target"], each.get("read_only", False))
                for each in read.get("volumes", ())
            ),
            published=tuple(
                (each.get("host_ip", ""), int(each["published"])) for each in read.get("ports", ())
            ),
            profiles=tuple(read.get("profiles", ())),
            depends_on={
                other: wait["condition"] for other, wait in read.get("depends_on", {}).items()
            },
        )


def _set(values: dict[str, str | None] | None) -> list[tuple[str, str]]:
    return [(key, value) for key, value in (values or {}).items() if value is not None]


def _plain(text: str) -> str:
    """Compose writes `$$` for each dollar sign, so that what it wrote can be read again."""
    return text.replace("$$", "$")


def _words(words: list[str] | None) -> tuple[str, ...] | None:
    return None if words is None else tuple(_plain(word) for word in words)


def _seconds(duration: str) -> float:
    """As Go writes it: `1m30s`."""
    units = {"h": 3600.0, "m": 60.0, "s": 1.0}
    return sum(float(n) * units[unit] for n, unit in re.findall(r"([\d.]+)([hms])", duration))


def _healthcheck(read: dict[str, Any] | None) -> tuple[str, ...] | None:
    if not read:
        return None
    if read.get("disable"):
        return ()
    kind, *words = read["test"]
    if kind == "CMD-SHELL":
        return ("/bin/sh", "-c", _plain(words[0]))
    return tuple(_plain(word) for word in words)
