"""`make bench`: the measurements in `bench/`, which run a stack of their own."""

from __future__ import annotations

import os
import sys

from dev import frontend
from dev.environment import tool_environment
from dev.layout import ROOT


def bench() -> int:
    """Build the web application, whose size is measured too, then become the measurements."""
    frontend.build()
    os.chdir(ROOT)
    command = [sys.executable, "-m", "bench"]
    return os.execve(sys.executable, command, tool_environment())  # noqa: S606
