"""Programs that no Python package has: found, or unpacked from Debian's packages.

Unpacked, not installed: a package may start a server of its own, and installing needs root.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from dev.commands import run
from dev.console import Problem, step
from dev.layout import LOCAL, MAIN

_FOLDER = LOCAL / "debian"


def require(program: str, package: str, purpose: str) -> Path | None:
    """The path of a program. None where it is not and cannot be had, for a person; Problem in CI.

    Raises Problem when the package cannot be fetched although apt-get is there.
    """
    found = _find(program)
    if found is None and shutil.which("apt-get") and shutil.which("dpkg-deb"):
        _unpack(package, purpose)
        found = _find(program)
    if found is None and os.environ.get("CI"):
        raise Problem(f"There is no {program} here. Install Debian's {package}.")
    return found


def _find(program: str) -> Path | None:
    ours = _FOLDER / "usr" / "bin" / program
    if ours.is_file():
        return ours
    found = shutil.which(program)
    return Path(found) if found else None


def _unpack(package: str, purpose: str) -> None:
    log = MAIN.logs / f"setup-{package}.log"
    _FOLDER.mkdir(parents=True, exist_ok=True)
    with step(f"Fetching {package} {purpose} (apt-get)"):
        if os.geteuid() == 0:
            run(["apt-get", "update"], log=log, failure="apt-get could not update its lists")
        for old in _FOLDER.glob(f"{package}_*.deb"):
            old.unlink()
        failure = f"apt-get could not fetch {package}"
        run(["apt-get", "download", package], log=log, failure=failure, cwd=_FOLDER)
        (file,) = _FOLDER.glob(f"{package}_*.deb")
        unpacked = f"{package} could not be unpacked"
        run(["dpkg-deb", "--extract", file, _FOLDER], log=log, failure=unpacked)
        file.unlink()
