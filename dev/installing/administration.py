"""`waybill-admin` as a command, as the images have it."""

from __future__ import annotations

from dev.installing.node import TOOLS
from dev.layout import BACKEND

PROGRAM = BACKEND / "waybill-admin"


def link() -> None:
    """Make `.local/bin/waybill-admin` point to it. It runs with the first Python on PATH."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    place = TOOLS / PROGRAM.name
    if not place.is_symlink() or place.readlink() != PROGRAM:
        place.unlink(missing_ok=True)
        place.symlink_to(PROGRAM)
