"""Tests the wheel as its users get it: `python -m dev.python_client.wheel [pytest options]`.

Builds it from the folder, installs it into a fresh environment, and runs its tests there against
a running stack, whose variables are in the environment.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from dev.commands import run
from dev.console import Problem, report
from dev.installing.bootstrap import UV, uv_environment
from dev.layout import CLIENT, LOCAL, PYTHON, REQUIREMENTS

HOME = LOCAL / "client"
VENV = HOME / "venv"


def build() -> Path:
    """The wheel, made of the folder."""
    shutil.rmtree(HOME, ignore_errors=True)
    # Without isolation: hatchling is the pinned one of our own environment.
    command: list[str | Path] = [UV, "build", "--wheel", "--no-build-isolation", "--python", PYTHON]
    _run([*command, "--out-dir", HOME / "dist", CLIENT], "The wheel could not be built")
    (wheel,) = (HOME / "dist").glob("waybill-*.whl")
    return wheel


def install(wheel: Path) -> None:
    """Put it into a fresh environment, with what it needs and pytest, at the pinned versions."""
    _run([UV, "venv", "--clear", "--python", sys.executable, VENV], "No environment could be made")
    python, pins = VENV / "bin" / "python", REQUIREMENTS / "dev.txt"
    command: list[str | Path] = [UV, "pip", "install", "--python", python, "--constraint", pins]
    _run([*command, wheel, "pytest"], "The wheel could not be installed")


def _run(command: list[str | Path], failure: str) -> None:
    log = LOCAL / "logs" / "client-wheel.log"
    run(command, log=log, failure=failure, env=uv_environment())


def main() -> int:
    """Build, install, and become pytest."""
    try:
        install(build())
    except Problem as problem:
        report(problem)
        return 1
    os.chdir(CLIENT)
    pytest = str(VENV / "bin" / "pytest")
    return os.execv(pytest, [pytest, *sys.argv[1:]])  # noqa: S606


if __name__ == "__main__":
    sys.exit(main())
