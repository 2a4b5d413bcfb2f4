"""Barman in an environment of its own, and the programs that it calls."""

from __future__ import annotations

import os
from pathlib import Path

from dev.commands import run
from dev.console import Problem, step
from dev.installing import debian
from dev.installing.bootstrap import UV, uv_environment
from dev.installing.stamps import Stamp, digest
from dev.layout import LOCAL, MAIN, PYTHON
from dev.stores import postgres

REQUIREMENTS = Path(__file__).parent / "requirements.txt"
VENV = LOCAL / "barman" / "venv"
BARMAN = VENV / "bin" / "barman"


def install() -> None:
    """Install Barman if its pinned requirements changed, and find rsync, with which it restores.

    Raises Problem if either cannot be had.
    """
    _install_barman()
    _rsync()


def search_path() -> str:
    """Where Barman looks for pg_basebackup, pg_receivewal, pg_combinebackup and rsync."""
    return os.pathsep.join([str(postgres.binaries()), str(_rsync().parent)])


def _rsync() -> Path:
    found = debian.require("rsync", "rsync", "for Barman")
    if found is None:
        raise Problem("Barman restores with rsync, and there is none here. Install it.")
    return found


def _install_barman() -> None:
    stamp = Stamp(LOCAL / "stamps" / "python-barman")
    wanted = digest([REQUIREMENTS], str(PYTHON.resolve()))
    if stamp.matches(wanted) and BARMAN.is_file():
        return
    log, env = MAIN.logs / "setup-barman.log", uv_environment()
    failure = "Barman's packages could not be installed"
    with step("Installing Barman in an environment of its own"):
        make: list[str | Path] = [UV, "venv", "--quiet", "--clear", "--python"]
        make += [PYTHON.resolve(), VENV]
        run(make, log=log, failure=failure, env=env)
        # Barman names psycopg2, and the file has its built twin: so nothing else is looked for.
        install: list[str | Path] = [UV, "pip", "install", "--quiet", "--no-deps"]
        install += ["--python", VENV / "bin" / "python", "--require-hashes", "-r", REQUIREMENTS]
        run(install, log=log, failure=failure, env=env)
    stamp.write(wanted)
