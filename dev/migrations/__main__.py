"""`python -m dev.migrations`: look at every migration that is not released yet."""

from __future__ import annotations

import sys

import django

django.setup()

from dev.console import Problem, report, say  # noqa: E402
from dev.migrations import faults_of, new_migrations  # noqa: E402


def main() -> int:
    """Exit code 1 if one may not run while the system works."""
    try:
        found = new_migrations()
        faults = [fault for written in found for fault in faults_of(written)]
    except Problem as problem:
        report(problem)
        return 1
    for fault in faults:
        say(f"  ✗ {fault.migration}: {fault.rule}: {fault.text}")
    if faults:
        say('    To do it all the same, give a reason: `allowed = {"RULE": "why"}` in its class.')
        say("    How else it is done: CONTRIBUTING.md, Change the schema.")
    say(f"Migrations: {len(found)} since the last release, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
