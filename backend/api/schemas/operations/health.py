from __future__ import annotations

from typing import Literal

from api.schemas.base import Out


class CheckOut(Out):
    ok: bool
    detail: str


class PartOut(CheckOut):
    name: str


class PartsOut(Out):
    """Every part that an installation is made of, as far as the API can see it."""

    ok: bool
    parts: list[PartOut]


class ChecksOut(Out):
    database: CheckOut
    broker: CheckOut
    worker: CheckOut
    migrations: CheckOut


class ReadyOut(Out):
    status: Literal["ready", "not_ready"]
    checks: ChecksOut


class SchemaOut(Out):
    """Whether the database was migrated for this version; ``ahead``, for a later one, is fine."""

    state: Literal["current", "ahead", "behind", "unknown"]
    detail: str


class VersionOut(Out):
    """What runs here. ``commit``: empty if the image does not know it."""

    version: str
    commit: str
    database: SchemaOut
