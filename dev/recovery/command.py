"""`make test-recovery`: the drill in `chaos/recovery/`, which destroys its own cluster."""

from __future__ import annotations

import os
import sys

from dev.environment import tool_environment
from dev.layout import ROOT


def recovery() -> int:
    """Run the drill in place of this process."""
    os.chdir(ROOT)
    command = [sys.executable, "-m", "chaos.recovery"]
    return os.execve(sys.executable, command, tool_environment())  # noqa: S606
