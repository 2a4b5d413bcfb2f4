"""The command line."""

from __future__ import annotations

import sys
from typing import NoReturn

__all__ = ["main"]

_INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command that was typed, and exit with its code."""
    try:
        # Here, so that a Ctrl-C while it is imported ends as quietly as one later.
        from waybill.cli.run import command_run

        code = command_run()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    sys.exit(code)
