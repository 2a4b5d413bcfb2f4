"""Keeps the backend's processes at the state of the checkout."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from dev.commands import run
from dev.console import Problem, dim, report, say, step
from dev.environment import tool_environment
from dev.layout import BACKEND, Home
from dev.processes.processes import Running
from dev.processes.supervisor import Supervisor
from dev.reload.changes import changes
from dev.reload.specs import Specs


class Backend:
    """The Python processes. After an edit all start again: each has read most of the code."""

    def __init__(self, home: Home, supervisor: Supervisor, specs: Specs) -> None:
        self._home = home
        self._supervisor = supervisor
        self._specs = specs
        self._running: list[Running] = []
        self._dead: set[str] = set()

    def start(self) -> None:
        """Start the servers, and what works behind them once they are ready.

        Raises Problem if one does not start.
        """
        self._dead.clear()
        for group in (self._specs.servers, self._specs.work):
            started = [self._supervisor.start(spec) for spec in group]
            self._running += started
            for each in started:
                each.wait_ready()

    def restart(self) -> None:
        """Stop all and start them. Raises Problem if one does not start."""
        self._supervisor.end(self._running)
        self._running = []
        self.start()

    def report_dead(self) -> None:
        """Say once of each process that it ended by itself. The next edit starts it again."""
        for each in self._running:
            if each.exit_code is not None and each.spec.name not in self._dead:
                self._dead.add(each.spec.name)
                report(each.crash())
                _wait_for_edit()

    def follow(self, others: list[Running], variables: Mapping[str, str]) -> None:
        """Restart after every edit, until interrupted.

        Raises Problem when one of the other processes dies.
        """
        for edited in changes():
            for other in others:
                if other.exit_code is not None:
                    raise other.crash()
            if edited:
                self._take(edited, variables)
            else:
                self.report_dead()

    def _take(self, edited: list[Path], variables: Mapping[str, str]) -> None:
        say(dim(f"  {_told(edited)}"))
        try:
            if any("migrations" in path.parts for path in edited):
                migrate(self._home, variables)
            with step("Starting the backend again"):
                self.restart()
        except Problem as problem:
            report(problem)
            _wait_for_edit()


def migrate(home: Home, variables: Mapping[str, str]) -> None:
    """Bring the database to the migrations of the checkout. Raises Problem."""
    with step("Migrating the database"):
        run(
            [sys.executable, "manage.py", "migrate", "--no-input"],
            log=home.logs / "migrate.log",
            failure="`manage.py migrate` failed",
            cwd=BACKEND,
            env={**tool_environment(), **variables},
        )


def _told(edited: list[Path]) -> str:
    more = f" and {len(edited) - 1} more" if len(edited) > 1 else ""
    return f"Changed: backend/{edited[0]}{more}"


def _wait_for_edit() -> None:
    say("  The next edit of the backend starts it again.")
