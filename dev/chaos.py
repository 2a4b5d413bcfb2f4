"""`make chaos`, `make test-restore`, `make test-upgrade`: they break a stack of their own."""

from __future__ import annotations

import os
import sys

from dev.environment import tool_environment
from dev.layout import ROOT


def chaos() -> int:
    """Run the fault suite in place of this process. FAULT selects, QUICK skips long faults.

    SIZE: submissions of the fault that takes many."""
    os.chdir(ROOT)
    faults = os.environ.get("FAULT", "").replace(",", " ").split()
    quick = ["--quick"] if os.environ.get("QUICK") else []
    size = ["--size", os.environ["SIZE"]] if os.environ.get("SIZE") else []
    command = [sys.executable, "-m", "chaos", *quick, *size, *faults]
    return os.execve(sys.executable, command, tool_environment())  # noqa: S606


def restore_drill() -> int:
    """Run the drill of losing everything in place of this process."""
    os.chdir(ROOT)
    command = [sys.executable, "-m", "chaos.restoring"]
    return os.execve(sys.executable, command, tool_environment())  # noqa: S606


def upgrade() -> int:
    """Run the upgrade drill in place of this process."""
    os.chdir(ROOT)
    command = [sys.executable, "-m", "chaos.upgrade"]
    return os.execve(sys.executable, command, tool_environment())  # noqa: S606
