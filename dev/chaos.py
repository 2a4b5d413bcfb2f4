"""`make chaos`: the fault suite in `chaos/`, which breaks its own stack."""

from __future__ import annotations

import os
import sys

from dev.environment import tool_environment
from dev.layout import ROOT


def chaos() -> int:
    """Run the fault suite in place of this process. FAULT selects, QUICK skips long faults."""
    os.chdir(ROOT)
    faults = os.environ.get("FAULT", "").replace(",", " ").split()
    quick = ["--quick"] if os.environ.get("QUICK") else []
    command = [sys.executable, "-m", "chaos", *quick, *faults]
    return os.execve(sys.executable, command, tool_environment())  # noqa: S606
