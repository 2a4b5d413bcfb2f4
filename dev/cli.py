"""The commands behind the Makefile; runs inside `.local/venv`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from dev.console import Problem, report
from dev.requirements import requirements
from dev.store_commands import services, stop
from dev.supervisor import Interrupted

COMMANDS: dict[str, Callable[[], int]] = {
    "requirements": requirements,
    "services": services,
    "stop": stop,
}


def main() -> int:
    """Run one command; problems become one line and exit code 1."""
    parser = argparse.ArgumentParser(prog="make")
    parser.add_argument("command", choices=sorted(COMMANDS))
    chosen = parser.parse_args().command
    try:
        return COMMANDS[chosen]()
    except Problem as problem:
        report(problem)
        return 1
    except (Interrupted, KeyboardInterrupt):
        return 130


if __name__ == "__main__":
    sys.exit(main())
