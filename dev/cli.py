"""The commands behind the Makefile; runs inside `.local/venv`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

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
    "test": lambda: run_tests(ALL),
    "lint": lambda: run_tests(frozenset({"lint"})),
    "advisories": lambda: run_tests(frozenset({"supply"})),
    "test-backend": lambda: run_tests(frozenset({"backend"})),
    "test-security": lambda: run_tests(frozenset({"security"})),
    "test-client": lambda: run_tests(frozenset({"client"})),
    "test-frontend": lambda: run_tests(frozenset({"frontend"})),
    "test-e2e": lambda: run_tests(frozenset({"e2e"})),
    "test-errors": errors,
    "test-reload": lambda: run_tests(frozenset({"reload"})),
    "test-kubernetes": lambda: run_tests(frozenset({"kubernetes"})),
    "test-recovery": recovery,
    "test-restore": restore_drill,
    "test-upgrade": upgrade,
    "test-images": check_images,
    "test-nightly": lambda: run_tests(frozenset({"nightly", "e2e-nightly"})),
    "test-contract": lambda: run_tests(frozenset({"contract"})),
    "test-verdicts": lambda: run_tests(frozenset({"verdicts"})),
    "up": up,
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
