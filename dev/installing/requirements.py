"""`make requirements`: compile `.in` files to pinned, hashed ones without index URLs."""

from __future__ import annotations

from dev.commands import run
from dev.console import step
from dev.installing.bootstrap import UV, uv_environment
from dev.layout import MAIN, REQUIREMENTS, ROOT

SETS = ("bootstrap", "base", "tools", "demo", "bench", "dev")
"""In this order: later sets are constrained by the earlier ones."""


def requirements() -> int:
    """Recompile every set. Pinned versions stay unless their `.in` requires others."""
    options = ["--universal", "--python-version", "3.11", "--generate-hashes"]
    options += ["--no-emit-index-url", "--no-header", "--quiet"]
    for name in SETS:
        source = REQUIREMENTS.relative_to(ROOT) / f"{name}.in"
        with step(f"Compiling {source}"):
            run(
                [UV, "pip", "compile", *options, source, "-o", source.with_suffix(".txt")],
                log=MAIN.logs / "requirements.log",
                failure=f"{source} could not be compiled",
                cwd=ROOT,
                env=uv_environment(),
            )
    return 0
