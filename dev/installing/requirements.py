"""`make requirements`: compile `.in` files to pinned, hashed ones without index URLs."""

from __future__ import annotations

from pathlib import Path

from dev.commands import run
from dev.console import step
from dev.installing.bootstrap import UV, uv_environment
from dev.layout import MAIN, REQUIREMENTS, ROOT

SETS = ("bootstrap", "base", "tools", "backups", "demo", "bench", "dev")
"""In this order: later sets are constrained by the earlier ones."""
BARMAN = ROOT / "dev" / "recovery"


def requirements() -> int:
    """Recompile every set. Pinned versions stay unless their `.in` requires others."""
    for name in SETS:
        _compile(REQUIREMENTS / f"{name}.in")
    _compile(BARMAN / "requirements.in", "--override", BARMAN / "overrides.txt")
    return 0


def _compile(source: Path, *more: str | Path) -> None:
    options = ["--universal", "--python-version", "3.11", "--generate-hashes"]
    options += ["--no-emit-index-url", "--no-header", "--quiet"]
    named = source.relative_to(ROOT)
    with step(f"Compiling {named}"):
        run(
            [UV, "pip", "compile", *options, *more, named, "-o", named.with_suffix(".txt")],
            log=MAIN.logs / "requirements.log",
            failure=f"{named} could not be compiled",
            cwd=ROOT,
            env=uv_environment(),
        )
