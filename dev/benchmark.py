"""`make bench`: the measurements in `bench/`, which run their own stack."""

from __future__ import annotations

import os
import sys

from dev.environment import tool_environment
from dev.installing import frontend
from dev.layout import ROOT


def bench() -> int:
    """Run the measurements in place of this process: all, or those in `make bench ONLY=intake`.

    `GROWTH=1` measures with ten times the rows. `SOAK=1` watches the memory for half
    an hour and gives odd answers for an hour.
    Builds the web application first if its pages are measured.
    """
    only = os.environ.get("ONLY", "")
    if not only or "pages" in only.split(","):
        frontend.build()
    os.chdir(ROOT)
    command = [sys.executable, "-m", "bench", f"--only={only}"]
    command += [f"--{name.lower()}" for name in ("GROWTH", "SOAK") if os.environ.get(name)]
    return os.execve(sys.executable, command, tool_environment())  # noqa: S606


def picture() -> int:
    """Draw the latest figures for the documentation."""
    os.chdir(ROOT)
    command = [sys.executable, "-m", "bench.picture"]
    return os.execve(sys.executable, command, tool_environment())  # noqa: S606
