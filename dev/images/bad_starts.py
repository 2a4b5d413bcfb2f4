"""Starts that cannot go well: each says so in one line, and leaves nothing half done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dev.images.container import container_run, environment_write
from dev.images.engine import Answer, Engine
from dev.images.image import Image
from dev.images.servers import HOME, Servers

SECONDS = 90.0
MIGRATE = ("waybill-admin", "migrate")
SHOWN = 160


@dataclass(frozen=True)
class BadStart:
    """``change``: variables that are wrong. ``says``: what its last line must name."""

    name: str
    image: str
    says: str
    change: Mapping[str, str] = field(default_factory=dict)
    command: tuple[str, ...] = ()
    left_out: str = ""


def bad_starts(closed: str, empty: str) -> list[BadStart]:
    """All of them. ``closed``: an address where no database listens; ``empty``: an empty one."""
    short = {"WAYBILL_SECRET_KEY": "short"}  # pragma: allowlist secret
    broken = {"WAYBILL_ENCRYPTION_KEYS": "k1:bm90IDMyIGJ5dGVz"}  # pragma: allowlist secret
    at_empty = {"DATABASE_URL": empty}
    return [
        *(
            start
            for image in ("api", "worker")
            for start in (
                BadStart(
                    f"{image}: no DATABASE_URL", image, "DATABASE_URL", left_out="DATABASE_URL"
                ),
                BadStart(f"{image}: short secret key", image, "WAYBILL_SECRET_KEY", short),
                BadStart(f"{image}: bad encryption key", image, "WAYBILL_ENCRYPTION_KEYS", broken),
            )
        ),
        BadStart(
            "migrate: bad encryption key",
            "api",
            "WAYBILL_ENCRYPTION_KEYS",
            broken | at_empty,
            MIGRATE,
        ),
        BadStart("migrate: database away", "api", "database", {"DATABASE_URL": closed}, MIGRATE),
    ]


def bad_start_try(
    engine: Engine, start: BadStart, images: Mapping[str, Image], servers: Servers
) -> Answer:
    """Start it and wait for its end."""
    variables = {**servers.variables, "PORT": str(servers.ports["API_PORT"]), **start.change}
    variables.pop(start.left_out, None)
    path = environment_write(HOME.run / "bad.env", variables)
    image = images[start.image]
    return container_run(engine, image.tag, start.command or image.command, path, seconds=SECONDS)


def bad_start_faults(start: BadStart, answer: Answer) -> list[str]:
    """What is wrong with how it ended."""
    lines = reasons_of(answer)
    if answer.code in (0, 124):
        return [f"{start.name}: it did not fail ({answer.code})"]
    faults = []
    if "Traceback" in answer.said:
        faults.append(f"{start.name}: a traceback")
    if not any(start.says in line for line in lines):
        faults.append(f"{start.name}: nothing names {start.says}: {' / '.join(lines)[-SHOWN:]}")
    if len(lines) > 1:
        faults.append(f"{start.name}: {len(lines)} lines instead of one")
    return faults


def reasons_of(answer: Answer) -> list[str]:
    """The lines that are not the JSON of a server; what each of its processes says counts once."""
    lines = [line.strip() for line in answer.said.splitlines()]
    return list(dict.fromkeys(line for line in lines if line and not line.startswith("{")))


def half_done(servers: Servers) -> list[str]:
    """Tables in the database that no start may have touched."""
    ((tables,),) = servers.query(
        "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", servers.empty_url
    )
    return [f"a start that failed left {tables} tables"] if tables else []
