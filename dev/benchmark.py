"""`make bench`: the measurements in `bench/`, which run a stack of their own."""

from __future__ import annotations

import os
import sys

from dev import frontend
from dev.environment import tool_environment
from dev.layout import ROOT


def bench() -> int:
    """Become the measurements: all, or those that `make bench ONLY=intake,delivery` names.

    `GROWTH=1` measures with ten times the rows, `SOAK=1` watches the memory for half an hour.
    Builds the web application first when its size is among them.
    """
    only = os.environ.get("ONLY", "")
    if not only or "form" in only.split(","):
        frontend.build()
    os.chdir(ROOT)
    command = [sys.executable, "-m", "bench", f"--only={only}"]
    command += [f"--{name.lower()}" for name in ("GROWTH", "SOAK") if os.environ.get(name)]
    return os.execve(sys.executable, command, tool_environment())  # noqa: S606


def picture() -> int:
    """Draw the latest figures into the documentation."""
    os.chdir(ROOT)
    command = [sys.executable, "-m", "bench.picture"]
    return os.execve(sys.executable, command, tool_environment())  # noqa: S606
