"""The cluster of the drill: kept by Barman, destroyed, recovered."""

from __future__ import annotations

import os
import shutil
import signal
import time
from contextlib import suppress
from datetime import datetime

import psycopg
from bench.stack import HOME
from dev.console import Problem
from dev.recovery import Barman, commits_wait
from dev.secrets import load_or_create
from dev.stores import postgres

from chaos.administration import admin_run
from chaos.recovery.figures import InFlight, in_flight
from chaos.stage import Stage

DATA = HOME.postgres / "data"
WAYBILL = ("api", "dispatcher", "maintenance", "beat", "delivery")
REPLAY_SECONDS = 120.0


class Cluster:
    """PostgreSQL of a stage, with Barman beside it."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.barman = Barman(HOME, stage.postgres_port)
        self._password = load_or_create(HOME.secrets_file)["POSTGRES_PASSWORD"]

    @property
    def admin_url(self) -> str:
        """The address for its superuser."""
        port = self.stage.postgres_port
        return postgres.url(postgres.SUPERUSER, self._password, port, "postgres")

    def follow(self, *, again: bool, synchronous: bool) -> None:
        """Let Barman receive the log from now on, and take a whole backup.

        ``again``: after a recovery. ``synchronous``: a commit is acknowledged only when Barman has
        it too. The receiver asks when it starts, so this is set before.
        """
        if again:
            self.barman.resume()
        commits_wait(self.admin_url, wait=synchronous)
        self.stage.stack.start_spec(self.barman.receiver())
        self.barman.switch()
        self.barman.backup()

    def destroy(self) -> float:
        """Kill the postmaster and remove its data. Returns when, in seconds since 1970."""
        at = time.time()
        os.kill(self.stage.stack.process("postgres").pid, signal.SIGKILL)
        deadline = time.monotonic() + 10
        while DATA.exists() and time.monotonic() < deadline:
            # Its children end by themselves, and may write until then.
            shutil.rmtree(DATA, ignore_errors=True)
        if DATA.exists():
            raise Problem(f"{DATA} could not be removed.")
        self.stage.stack.kill("postgres")
        return at

    def stop_waybill(self) -> None:
        """End everything that writes, and the receiver, which has nothing to receive."""
        for name in WAYBILL:
            if name in self.stage.running:
                self.stage.kill(name)
        self.stage.stack.kill("barman-receiver")

    def restore(self, until: datetime | None) -> None:
        """Put the folder in its place. What Barman writes into it names that place."""
        self.barman.archive()
        self.barman.restore(DATA, until=until)

    def start(self) -> None:
        """Start it, and wait until it has replayed the log and takes writes.

        Nobody confirms its commits before `follow`, so none waits for that.
        """
        self.stage.restart_postgres()
        deadline = time.monotonic() + REPLAY_SECONDS
        while self._replays():
            if time.monotonic() > deadline:
                raise Problem(f"PostgreSQL still replays the log after {REPLAY_SECONDS:.0f} s.")
            time.sleep(0.1)
        commits_wait(self.admin_url, wait=False)

    def start_waybill(self) -> None:
        """Start everything that was stopped."""
        for name in WAYBILL:
            self.stage.start(name, wait=False)

    def settle(self, moment: datetime) -> InFlight:
        """Decide about every step in flight, before anything starts. ``moment``: what the database
        shows."""
        return in_flight(admin_run(self.stage, "settle-restored", "--moment", moment.isoformat()))

    def reconcile(self) -> None:
        """Raises Problem if anything accepted has neither ended nor is on its way."""
        admin_run(self.stage, "reconcile", "--all")

    def references(self) -> set[str]:
        """The references of all submissions in it."""
        with self.stage.stack.database() as database:
            rows = database.execute("SELECT reference FROM submissions_submission").fetchall()
        return {reference for (reference,) in rows}

    def _replays(self) -> bool:
        with suppress(psycopg.OperationalError), psycopg.connect(self.admin_url) as session:
            return session.execute("SELECT pg_is_in_recovery()").fetchone() == (True,)
        return True
