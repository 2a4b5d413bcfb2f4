"""A private Waybill for the measurements: own stores, own ports, the Procfile's commands."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

import psycopg
from dev.commands import run
from dev.console import Problem, step
from dev.environment import stack_variables, tool_environment
from dev.layout import BACKEND, LOCAL, ROOT, Home
from dev.processes import procfile
from dev.processes.health import Check, answers, has_logged, listens
from dev.processes.ports import PREFERRED, any_free, choose
from dev.processes.processes import Running, Spec
from dev.processes.supervisor import Supervisor, stop_leftovers
from dev.secrets import load_or_create
from dev.stores.services import open_services

HOME = Home(LOCAL / "bench")
ECHO = {
    "echo": "bench.echo.settings",
    "signed-in-echo": "bench.echo.signed_in_settings",
    "bare-echo": "bench.echo.bare",
}
STOP_SECONDS = 30.0
_CONCURRENCY = re.compile(r"--concurrency=\d+")
BASELINE_DB = 7
"""Number of the Redis database for the baseline's messages only."""


class BenchStack:
    """Starts and stops single processes: those of the Procfile, the echo and the sink."""

    def __init__(self, variables: Mapping[str, str], supervisor: Supervisor) -> None:
        self.variables = {
            **variables,
            "BENCH_BROKER_URL": f"{variables['REDIS_URL']}/{BASELINE_DB}",
            "BENCH_SINK_URL": f"http://127.0.0.1:{variables['BENCH_SINK_PORT']}",
        }
        self._owner_url = self.variables["DATABASE_URL"]
        self._supervisor = supervisor
        self._procfile = procfile.read(ROOT / "Procfile")
        taken = {int(variables[name]) for name in PREFERRED if name in variables}
        self.ports = {
            "api": int(variables["API_PORT"]),
            "stream": int(variables["STREAM_PORT"]),
            "web": int(variables["WEB_PORT"]),
            "sink": int(variables["BENCH_SINK_PORT"]),
            **{name: any_free(taken) for name in ECHO},
        }
        self.api_key = ""

    @property
    def environment(self) -> dict[str, str]:
        """The environment of every process of the stack. The echo's settings are importable."""
        path = os.pathsep.join([str(ROOT), str(BACKEND)])
        return {**tool_environment(), **self.variables, "PYTHONPATH": path}

    @property
    def owner_url(self) -> str:
        """The address with the login that owns the database."""
        return self._owner_url

    def prepare(self) -> None:
        """Migrate the database and publish the workflow that is measured."""
        run(
            [sys.executable, "manage.py", "migrate", "--no-input"],
            log=HOME.logs / "migrate.log",
            failure="`manage.py migrate` failed",
            cwd=BACKEND,
            env=self.environment,
        )
        self.api_key = self.scenario("seed")["api_key"]

    def scenario(self, *words: str) -> dict[str, Any]:
        """The output of `bench.scenario`. Raises Problem if it fails."""
        result: dict[str, Any] = self.python("bench.scenario", *words)
        return result

    def python(self, module: str, *words: str, stdin: str = "") -> Any:
        """The JSON output of one of our modules. Raises Problem if it fails."""
        done = subprocess.run(
            [sys.executable, "-m", module, *words],
            cwd=ROOT,
            env=self.environment,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise Problem(f"`python -m {module} {' '.join(words)}` failed", done.stderr)
        return json.loads(done.stdout)

    def start(self, name: str, *, worker_processes: int = 0) -> Running:
        """Start a process and wait until it is ready. ``worker_processes``: for a worker, replaces
        the number in the Procfile."""
        command, ready, extra = self._how(name)
        if worker_processes:
            number = f"--concurrency={worker_processes}"
            command = [_CONCURRENCY.sub(number, word) for word in command]
        return self.start_command(name, command, ready, extra)

    def start_command(
        self, name: str, command: list[str], ready: Check, extra: Mapping[str, str] | None = None
    ) -> Running:
        """Start any command as a process of the stack and wait until it is ready."""
        running = self._supervisor.start(
            Spec(
                name=name,
                command=command,
                cwd=ROOT,
                env={**self.environment, **(extra or {})},
                log=HOME.logs / f"{name}.log",
                ready=ready,
                stop_timeout=STOP_SECONDS,
                wave=1,
            )
        )
        running.wait_ready()
        return running

    def command(self, name: str) -> list[str]:
        """The Procfile's command of a process."""
        return self._procfile[name]

    def process(self, name: str) -> Running:
        """The process of this name that was started last."""
        return next(each for each in reversed(self._supervisor.running) if each.spec.name == name)

    def forget(self, running: Running) -> None:
        """Remove an ended process from the list."""
        self._supervisor.running.remove(running)

    def kill(self, name: str) -> None:
        """SIGKILL a process with its whole group."""
        running = self.process(name)
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.finish(time.monotonic() + 5)
        self.forget(running)

    def start_spec(self, spec: Spec) -> Running:
        """Start a process that is described elsewhere, or a killed store again."""
        running = self.launch(spec)
        running.wait_ready()
        return running

    def launch(self, spec: Spec) -> Running:
        """Start a process without waiting for it."""
        return self._supervisor.start(spec)

    def stop(self, running: Running) -> None:
        """Stop one process. Raises Problem if it has already died by itself."""
        if running.exit_code is not None:
            self.forget(running)
            raise running.crash()
        running.ask_to_stop()
        running.finish(time.monotonic() + STOP_SECONDS)
        self._supervisor.running.remove(running)

    def _how(self, name: str) -> tuple[list[str], Check, dict[str, str]]:
        if name in ECHO:
            extra = {"DJANGO_SETTINGS_MODULE": ECHO[name], "API_PORT": str(self.ports[name])}
            return self._procfile["api"], self._live(name), extra
        if name == "sink":
            port = str(self.ports[name])
            command = [sys.executable, "-m", "bench.sink", "--port", port]
            return command, listens(self.ports[name]), {}
        if name == "web":
            return self._procfile[name], answers(f"http://127.0.0.1:{self.ports[name]}/"), {}
        ready = self._live(name) if name in ("api", "stream") else has_logged(*self._sign(name))
        return self._procfile[name], ready, {}

    def _live(self, name: str) -> Check:
        return answers(f"http://127.0.0.1:{self.ports[name]}/health/live")

    def _sign(self, name: str) -> tuple[Any, str]:
        return HOME.logs / f"{name}.log", {"dispatcher": "leads"}.get(name, " ready.")

    @contextmanager
    def running(self, *names: str, worker_processes: int = 0) -> Iterator[list[Running]]:
        """These processes, for the length of a block."""
        with ExitStack() as stops:  # stops each process, even if another stop fails
            started = []
            for name in names:
                started.append(self.start(name, worker_processes=worker_processes))
                stops.callback(self.stop, started[-1])
            yield started

    def forget_submissions(self) -> None:
        """Empty the work tables. Locks first the table that idle workers read."""
        with self.database() as database, database.transaction():
            database.execute("LOCK TABLE submissions_steprun IN ACCESS EXCLUSIVE MODE")
            database.execute(
                "TRUNCATE submissions_submission, submissions_submissionstate,"
                " submissions_attempt, submissions_event CASCADE"
            )

    def database(self) -> psycopg.Connection[tuple[Any, ...]]:
        """A connection of our own to the stack's database, as its owner."""
        return psycopg.connect(self._owner_url, autocommit=True)


@contextmanager
def open_stack(*, empty: bool = False) -> Iterator[BenchStack]:
    """Fresh stores with a migrated database; everything ends with the block.

    ``empty``: with a database that has no schema yet.
    """
    HOME.create()
    stop_leftovers(HOME)
    supervisor = Supervisor(HOME)
    try:
        _forget_stores()
        secrets = load_or_create(HOME.secrets_file)
        ports = choose(list(PREFERRED), {}, prefer=False)
        chosen = {name: str(port) for name, port in ports.items()}
        services = open_services(HOME, secrets, chosen, supervisor)
        variables = stack_variables(services, secrets, ports)
        variables |= {"WAYBILL_ENV": "production", "WAYBILL_LOG_FORMAT": "json"}
        # One client sends everything. The limits count as usual but are never reached.
        variables |= {"WAYBILL_LIMIT_KEY": "100000:1000000", "WAYBILL_LIMIT_FORM": "100000:1000000"}
        stack = BenchStack(variables, supervisor)
        if not empty:
            with step("Migrating the database and publishing the workflow"):
                stack.prepare()
        yield stack
    finally:
        with step("Stopping everything"):
            supervisor.stop()
        _forget_stores()


def _forget_stores() -> None:
    for folder in (HOME.postgres, HOME.valkey):
        shutil.rmtree(folder, ignore_errors=True)
