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


class ReadyOut(Out):
    status: Literal["ready", "not_ready"]
    checks: ChecksOut
