"""`make bench`: the measurements in `bench/`, on the running stack or on one of our own."""

from __future__ import annotations

import subprocess
import sys

from dev.console import say
from dev.demo import open_or_use_stack
from dev.environment import tool_environment
from dev.layout import ROOT
from dev.supervisor import interruptible


def bench() -> int:
    """Run the measurements and return their exit code."""
    with interruptible(), open_or_use_stack() as variables:
        say()
        command = [sys.executable, "-m", "bench"]
        return subprocess.run(command, cwd=ROOT, env={**tool_environment(), **variables}).returncode
