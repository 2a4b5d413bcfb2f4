"""The commands behind the Makefile; runs inside `.local/venv`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial

from dev.benchmark import bench, picture
from dev.chaos import chaos, restore_drill, upgrade
from dev.console import Problem, report
from dev.demo import demo
from dev.images import check_images
from dev.installing.requirements import requirements
from dev.installing.sbom import sbom
from dev.processes.supervisor import Interrupted
from dev.python_client.generate import client
from dev.recovery import recovery
from dev.reload import develop
from dev.reporting.thrown import errors
from dev.stores.store_commands import services, stop
from dev.testing.run import ALL, run_tests
from dev.up import up

TESTED: dict[str, frozenset[str]] = {
    "test": ALL,
    "lint": frozenset({"lint"}),
    "advisories": frozenset({"supply"}),
    "test-backend": frozenset({"backend"}),
    "test-security": frozenset({"security"}),
    "test-client": frozenset({"client"}),
    "test-frontend": frozenset({"frontend"}),
    "test-e2e": frozenset({"e2e"}),
    "test-reload": frozenset({"reload"}),
    "test-kubernetes": frozenset({"kubernetes"}),
    "test-nightly": frozenset({"nightly", "e2e-nightly"}),
    "test-contract": frozenset({"contract"}),
    "test-verdicts": frozenset({"verdicts"}),
}
"""The groups of stages that a command runs."""

COMMANDS: dict[str, Callable[[], int]] = {
    "bench": bench,
    "bench-picture": picture,
    "chaos": chaos,
    "client": client,
    "demo": demo,
    "dev": develop,
    "requirements": requirements,
    "sbom": sbom,
    "services": services,
    "stop": stop,
    "test-errors": errors,
    "test-recovery": recovery,
    "test-restore": restore_drill,
    "test-upgrade": upgrade,
    "test-images": check_images,
    "up": up,
    **{name: partial(run_tests, groups) for name, groups in TESTED.items()},
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
