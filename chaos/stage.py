"""The system under test: stores, the Procfile's commands, client and destination."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from signal import SIGKILL, Signals
from typing import Any

from bench.stack import HOME, BenchStack, open_stack
from dev.console import Problem, step
from dev.processes.health import answers, has_logged
from dev.processes.processes import Running
from dev.secrets import load_or_create
from dev.stores import postgres, valkey

from chaos.client import Client
from chaos.evidence import evidence_of
from chaos.login import login_make
from chaos.verdict import Effect, Verdict, judge, read_effects

PATIENCE_SECONDS = 60.0
HURRY = {
    "WAYBILL_LEASE_GRACE_SECONDS": "2",
    "WAYBILL_SWEEP_SECONDS": "1",
    "WAYBILL_LOOKUP_GRACE_SECONDS": "1",
    "WAYBILL_BREAKER_SECONDS": "1",
    "WAYBILL_DELIVERY_STOP_SECONDS": "3",
    "WAYBILL_ALERT_SECONDS": "2",
    "WAYBILL_ENV": "development",
    "WAYBILL_API_WORKERS": "1",
}
"""Settings that shorten production's minutes to seconds."""

_STATES = "SELECT submission_id::text, status FROM submissions_submissionstate"
_OPEN = """
SELECT count(*) FROM submissions_submissionstate AS state
JOIN submissions_submission AS submission ON submission.id = state.submission_id
WHERE state.status IN ('accepted', 'delivering') AND submission.created_at >= to_timestamp(%s)
"""


class Stage:
    """One system for all faults; each fault begins with a fresh client and log.

    ``managed``: processes to restart when they end by themselves, like a process manager.
    """

    def __init__(self, stack: BenchStack, log: Path) -> None:
        self.stack = stack
        self.log = log
        self.running: dict[str, Running] = {}
        self.managed: set[str] = set()
        self.client = Client(stack.ports["api"], "")
        self.fault_ended_at = 0.0
        self.began_at = 0.0
        self._secrets = load_or_create(HOME.secrets_file)

    def prepare(self) -> None:
        """Publish the workflows, start the destination, and make the processes' login."""
        self.client.api_key = str(self.stack.python("chaos.scenario"))
        self._login_make()
        with step("Running each periodic task once, with a login that owns nothing"):
            if not self.stack.python("chaos.periodic"):
                raise Problem("There are no periodic tasks: see backend/tasks/schedule.py.")
        self._start_destination()

    def begin(self) -> None:
        """Reset: everything runs, nothing is submitted or managed."""
        self.managed = set()
        for name in self._ended():
            self.kill(name)
        for name in ("api", "dispatcher", "maintenance", "beat", "delivery"):
            if name not in self.running:
                self.start(name)
        self.client = replace(self.client, accepted=[], refused=[])
        self.began_at = time.time()
        self.fault_ended_at = time.time()

    def start(
        self,
        process: str,
        *,
        name: str = "",
        env: Mapping[str, str] | None = None,
        wait: bool = True,
    ) -> Running:
        """Start a process of the Procfile. A second one needs another name."""
        called = name or process
        log = HOME.logs / f"{called}.log"
        command = self.stack.command(process)
        ready = {
            "api": answers(f"http://127.0.0.1:{self.stack.ports['api']}/health/live"),
            "beat": has_logged(log, "beat: Starting"),
            "dispatcher": has_logged(log, "dispatcher"),
        }.get(process, has_logged(log, " ready."))
        self.running[called] = self.stack.start_command(
            called, _named(command, called), ready if wait else lambda: True, env
        )
        return self.running[called]

    def kill(self, name: str) -> None:
        """SIGKILL a process with all its children."""
        self._forget(name, SIGKILL)

    def stop(self, name: str) -> None:
        """SIGTERM it and wait."""
        running = self.running.pop(name)
        running.ask_to_stop()
        running.finish(time.monotonic() + 40)
        self.stack.forget(running)

    def manage(self) -> None:
        """Restart managed processes that have ended."""
        for name in self.managed.intersection(self._ended()):
            self.kill(name)
            self.start(name, wait=False)

    def signal(self, name: str, number: Signals) -> None:
        """Send a signal to a process with all its children."""
        with suppress(ProcessLookupError):
            os.killpg(self.running[name].pid, number)

    def children(self, name: str) -> list[int]:
        """The ids of a process's children."""
        parent = self.running[name].pid
        text = Path(f"/proc/{parent}/task/{parent}/children").read_text()
        return [int(pid) for pid in text.split()]

    def behave(self, path: str, *modes: str) -> None:
        """Set the destination's behaviour for the next requests of a path."""
        request = urllib.request.Request(  # loopback
            f"http://127.0.0.1:{self.stack.ports['sink']}/behave",
            json.dumps({"path": path, "modes": modes}).encode(),
            {"Content-Type": "application/json"},
        )
        urllib.request.urlopen(request, timeout=5).close()  # noqa: S310  # loopback

    def fault_ended(self) -> None:
        """The recovery time counts from now."""
        self.fault_ended_at = time.time()

    def wait(self, what: str, true: Any, seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until the condition holds. Raises Problem."""
        deadline = time.monotonic() + seconds
        while not true():
            if time.monotonic() > deadline:
                raise Problem(f"Not true after {seconds:.0f} s: {what}")
            time.sleep(0.05)

    def settle(self, seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until nothing of this fault is in flight. What remains after that counts as lost."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self.manage()
            with suppress(Exception), self.stack.database() as database:
                if database.execute(_OPEN, [self.began_at]).fetchone() == (0,):
                    return
            time.sleep(0.2)

    def effects(self) -> list[Effect]:
        """The destination's effects since this fault began, whether we got a 202 or not."""
        return [effect for effect in read_effects(self.log) if effect.at >= self.began_at]

    def query(self, statement: str, *parameters: object) -> Any:
        """The first row of a query against the system's database."""
        with self.stack.database() as database:
            return database.execute(statement, parameters).fetchone()

    def verdict(self, note: str = "", broken: list[str] | None = None) -> Verdict:
        """Wait until everything has ended, then compare."""
        self.settle()
        with self.stack.database() as database:
            ended = dict(database.execute(_STATES).fetchall())
            found = judge(
                self.client.accepted, self.effects(), ended, fault_ended_at=self.fault_ended_at
            )
            found.evidence = evidence_of([*found.lost, *found.doubled], database)
        found.broken += broken or []
        found.broken += [f"{name} ended unexpectedly" for name in self._ended()]
        found.note = note
        return found

    def restart_redis(self, *, keep: bool = False) -> None:
        """Restart Redis on its port, with the data of its file or empty."""
        port = int(self.stack.variables["REDIS_URL"].rsplit(":", 1)[1])
        spec = valkey.spec(HOME, port, self._secrets["VALKEY_PASSWORD"])
        if keep:
            spec = replace(spec, command=[*spec.command, "--appendonly", "yes"])
        self.stack.start_spec(spec)

    def restart_postgres(self) -> None:
        """Restart PostgreSQL on its port and its data."""
        password = self._secrets["POSTGRES_PASSWORD"]
        self.stack.start_spec(postgres.spec(HOME, self.postgres_port, password))

    def kill_store(self, name: str) -> None:
        """SIGKILL `valkey` or `postgres` with all its processes."""
        self.stack.kill(name)

    def signal_store(self, name: str, number: Signals) -> None:
        """Send a signal to a store."""
        os.killpg(self.stack.process(name).pid, number)

    def lose_everything(self) -> None:
        """Kill every process, remove what both stores hold, and start empty ones.

        The logins are there again, no database of Waybill's is. The destination goes on.
        """
        for name in list(self.running):
            self.kill(name)
        for store, folder in (("postgres", HOME.postgres), ("valkey", HOME.valkey)):
            self.kill_store(store)
            shutil.rmtree(folder)
        postgres.prepare(HOME, self._secrets["POSTGRES_PASSWORD"])
        self.restart_postgres()
        self.restart_redis()
        postgres.provide(self._administrator(), self._secrets["WAYBILL_DATABASE_PASSWORD"], [])
        self._login_make()

    def _login_make(self) -> None:
        """Let the processes run with a login that owns nothing."""
        owner = self.stack.owner_url
        self.stack.variables["DATABASE_URL"] = login_make(self._administrator(), owner)

    def _administrator(self) -> str:
        password = self._secrets["POSTGRES_PASSWORD"]
        return postgres.url(postgres.SUPERUSER, password, self.postgres_port, "postgres")

    @property
    def postgres_port(self) -> int:
        """The port of PostgreSQL itself."""
        return int(self.stack.variables["DATABASE_URL"].rsplit(":", 1)[1].split("/")[0])

    def _ended(self) -> list[str]:
        return [name for name, running in self.running.items() if running.exit_code is not None]

    def _start_destination(self) -> None:
        port = self.stack.ports["sink"]
        command = [sys.executable, "-m", "chaos.destination", "--port", str(port)]
        self.stack.start_command(
            "destination",
            [*command, "--log", str(self.log)],
            answers(f"http://127.0.0.1:{port}/health"),
        )

    def _forget(self, name: str, number: Signals) -> None:
        running = self.running.pop(name)
        with suppress(ProcessLookupError):
            os.killpg(running.pid, number)
        running.finish(time.monotonic() + 5)
        self.stack.forget(running)


def _named(command: list[str], name: str) -> list[str]:
    """A worker's node name, which distinguishes two of a kind."""
    return [word.replace("@%h", f"{os.getpid()}-{name}@%h") for word in command]


@contextmanager
def open_stage() -> Iterator[Stage]:
    """Fresh stores, migrated, with the destination running; everything ends with the block."""
    log = HOME.logs / "destination.jsonl"
    HOME.create()
    log.unlink(missing_ok=True)
    with open_stack() as stack:
        stack.variables |= HURRY
        stage = Stage(stack, log)
        stage.prepare()
        yield stage
