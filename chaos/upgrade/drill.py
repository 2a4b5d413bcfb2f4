"""The drill's phases: migrate, roll in, roll back, each under the same load."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from bench.stack import HOME, BenchStack, open_stack
from dev.console import step
from dev.processes.health import answers, has_logged
from dev.secrets import load_or_create
from dev.stores import postgres

from chaos.login import login_make
from chaos.upgrade.fleet import MIGRATE_LOG, ORDER, Fleet
from chaos.upgrade.front import Clients, Count, Front
from chaos.upgrade.releases import Release, last_release, this_checkout
from chaos.verdict import Verdict, judge, read_effects
from chaos.workflows import EVERY

CLIENTS = 3
PAUSE_SECONDS = 0.15
STEADY_SECONDS = 10.0
SETTLE_SECONDS = 120.0
SETTINGS = {"WAYBILL_API_WORKERS": "1", "WAYBILL_ALERT_SECONDS": "5", "WAYBILL_ENV": "development"}

GAVE_WAY = "migration was rolled back"
"""What `migrate` says then."""

_STATES = "SELECT submission_id::text, status FROM submissions_submissionstate"
_OPEN = """
SELECT count(*) FROM submissions_submissionstate WHERE status IN ('accepted', 'delivering')
"""


@dataclass(frozen=True)
class Phase:
    """What clients got while one thing was done. ``stop_seconds``: the slowest old process."""

    name: str
    seconds: float
    count: Count
    stop_seconds: float = 0.0


class Drill:
    """One system, the clients that submit to it, and what has happened so far."""

    def __init__(self, stack: BenchStack, last: Release, this: Release) -> None:
        self.last, self.this = last, this
        self.phases: list[Phase] = []
        self.broken: list[str] = []
        self.gave_way = 0
        self._stack = stack
        self._owner_url = stack.variables["DATABASE_URL"]
        self._front = Front()
        self._fleet = Fleet(stack, self._front)
        self._log = HOME.logs / "destination.jsonl"

    def run(self) -> Verdict:
        """Everything, in order. Raises Problem if a process does not start or stop."""
        clients = self._prepared()
        with clients.submitting(clients=CLIENTS, pause_seconds=PAUSE_SECONDS):
            self._steady(clients, self.last)
            new = self.migrate(clients)
            self._roll(clients, ORDER, self.this)
            self._steady(clients, self.this)
            self._roll(clients, ORDER[::-1], self.last)
            self._steady(clients, self.last, " on the new schema" if new else " again")
        return self._verdict(clients)

    def migrate(self, clients: Clients) -> int:
        """Migrate beside a long report. Returns how many migrations are new; with none, it is left
        out: there is nothing that could give way."""
        new = len(self.this.migrations() - self.last.migrations())
        if new:
            name = f"{new} migrations of {self.this.version}, beside a long report"
            with self._phase(clients, name), self._report():
                self._fleet.migrate(self.this, self._owner_url)
            self.gave_way = MIGRATE_LOG.read_text().count(GAVE_WAY)
        return new

    def _prepared(self) -> Clients:
        """The last release, whole and working."""
        stack, last = self._stack, self.last
        with step(f"Starting {last.version}"):
            self._log.unlink(missing_ok=True)
            self._fleet.migrate(last, self._owner_url)
            api_key = self._fleet.python(last, "chaos.scenario")
            stack.variables["DATABASE_URL"] = self._login()
            port = stack.ports["sink"]
            destination = [sys.executable, "-m", "chaos.destination", "--port", str(port)]
            stack.start_command(
                "destination",
                [*destination, "--log", str(self._log)],
                answers(f"http://127.0.0.1:{port}/health"),
            )
            self._fleet.roll([kind for kinds in ORDER for kind in kinds], last)
        return Clients(self._front, api_key, EVERY)

    @contextmanager
    def _report(self) -> Iterator[None]:
        """Somebody reads submissions in a transaction until a migration has given way to it."""
        migrated = threading.Event()
        gave_way = has_logged(MIGRATE_LOG, GAVE_WAY)

        def read() -> None:
            with self._stack.database() as database, database.transaction():
                database.execute("SELECT count(*) FROM submissions_submission")
                began.set()
                while not gave_way() and not migrated.wait(0.2):
                    pass

        MIGRATE_LOG.unlink(missing_ok=True)
        began, reader = threading.Event(), threading.Thread(target=read)
        reader.start()
        began.wait()
        try:
            yield
        finally:
            migrated.set()
            reader.join()

    def _login(self) -> str:
        """A login for the processes, which owns nothing."""
        password = load_or_create(HOME.secrets_file)["POSTGRES_PASSWORD"]
        port = int(self._owner_url.rsplit(":", 1)[1].split("/")[0])
        administrator = postgres.url(postgres.SUPERUSER, password, port, "postgres")
        return login_make(administrator, self._owner_url)

    def _roll(self, clients: Clients, order: Sequence[Sequence[str]], release: Release) -> None:
        for kinds in order:
            name = kinds[0] if len(kinds) == 1 else f"{len(kinds)} workers"
            with self._phase(clients, f"{name} → {release.version}") as stopped:
                stopped(self._fleet.roll(kinds, release))

    def _steady(self, clients: Clients, release: Release, where: str = "") -> None:
        with self._phase(clients, f"{release.version} works{where}"):
            time.sleep(STEADY_SECONDS)
            told = self._front.version() or self.last.version  # 0.1.0 does not tell it
            if told != release.version:
                self.broken.append(f"the API is {told}, not {release.version}")

    @contextmanager
    def _phase(self, clients: Clients, name: str) -> Iterator[Callable[[float], None]]:
        took: list[float] = []
        begun = time.monotonic()
        with step(name):
            yield took.append
        seconds = time.monotonic() - begun
        self.phases.append(Phase(name, seconds, clients.take_count(), sum(took)))
        self.broken += [f"{kind} ended by itself: {name}" for kind in self._fleet.ended()]

    def _verdict(self, clients: Clients) -> Verdict:
        begun = time.monotonic()
        with step("Waiting until everything has ended"), self._stack.database() as database:
            while database.execute(_OPEN).fetchone() != (0,):
                if time.monotonic() > begun + SETTLE_SECONDS:
                    break
                time.sleep(0.2)
            ended = dict(database.execute(_STATES).fetchall())
        effects = read_effects(self._log)
        found = judge(clients.accepted, effects, ended, fault_ended_at=time.time())
        found.broken += self.broken
        found.broken += [
            f"{phase.count.failed} requests got a 5xx or no answer: {phase.name}"
            for phase in self.phases
            if phase.count.failed
        ]
        if found.unknown:
            found.broken.append(f"{found.unknown} submissions need a person")
        return found


@contextmanager
def open_drill() -> Iterator[Drill]:
    """The drill on stores of its own; everything ends with the block."""
    last, this = last_release(), this_checkout()
    HOME.create()
    with open_stack(empty=True) as stack:
        stack.variables |= SETTINGS
        yield Drill(stack, last, this)
