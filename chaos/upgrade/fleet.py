"""The processes of one system, each replaced by that of another release while the others work."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from signal import SIGTERM

from bench.stack import HOME, BenchStack
from dev.commands import run
from dev.console import Problem
from dev.processes.health import Check, answers, has_logged
from dev.processes.ports import any_free
from dev.processes.processes import Running, Spec

from chaos.upgrade.front import Front
from chaos.upgrade.releases import Release

ORDER = (
    ("api",),
    ("stream",),
    ("dispatcher",),
    ("delivery", "critical", "bulk", "callbacks", "maintenance"),
    ("beat",),
)
"""In which order a release is rolled in; in the reverse order it is taken back."""
MIGRATE_LOG = HOME.logs / "migrate.log"
_STOP_SECONDS = 60.0
_DRAIN_SECONDS = 1.0
_METRICS_OFF = {f"{kind.upper()}_METRICS_PORT": "" for kinds in ORDER for kind in kinds}


@dataclass
class _Member:
    running: Running
    port: int


class Fleet:
    """One process of each kind. A new one is ready before the old one is asked to stop."""

    def __init__(self, stack: BenchStack, front: Front) -> None:
        self._stack = stack
        self._front = front
        self._members: dict[str, _Member] = {}
        self._started = 0

    def migrate(self, release: Release, url: str) -> None:
        """Run the release's `manage.py migrate` as the owner of the schema, at ``url``."""
        run(
            [release.programs / "python", "manage.py", "migrate", "--no-input"],
            log=MIGRATE_LOG,
            failure=f"`manage.py migrate` of {release.version} failed",
            cwd=release.root / "backend",
            env={**self._environment(release), "DATABASE_URL": url},
        )

    def python(self, release: Release, module: str) -> str:
        """The JSON text that a module of this release prints."""
        done = subprocess.run(
            [release.programs / "python", "-m", module],
            cwd=release.root,
            env=self._environment(release),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise Problem(f"`python -m {module}` of {release.version} failed", done.stderr)
        return str(json.loads(done.stdout))

    def roll(self, kinds: Sequence[str], release: Release) -> float:
        """Replace the processes of these kinds. Returns in how many seconds the old ones
        stopped."""
        old = {kind: self._members[kind] for kind in kinds if kind in self._members}
        for kind in kinds:
            self._members[kind] = self._launched(kind, release)
        for kind in kinds:
            self._members[kind].running.wait_ready()
        for kind in {"api"}.intersection(kinds):
            self._front.add(self._members[kind].port)
        return self._stop(old) if old else 0.0

    def ended(self) -> list[str]:
        """The kinds whose process ended by itself."""
        return [kind for kind, each in self._members.items() if each.running.exit_code is not None]

    def _launched(self, kind: str, release: Release) -> _Member:
        self._started += 1
        name = f"{kind}-{self._started}"
        port = any_free(set())
        spec = Spec(
            name=name,
            command=["/bin/sh", "-c", release.command(kind).replace("@%h", f"-{name}@%h")],
            cwd=release.root,
            env={
                **self._environment(release),
                f"{kind.upper()}_PORT": str(port),
                "DATABASE_URL": f"{self._stack.variables['DATABASE_URL']}?application_name={name}",
            },
            log=HOME.logs / f"{name}.log",
            ready=self._ready(kind, name, port),
            ready_timeout=300.0,
            stop_signal=SIGTERM,
            stop_timeout=_STOP_SECONDS,
            wave=1,
        )
        return _Member(self._stack.launch(spec), port)

    def _ready(self, kind: str, name: str, port: int) -> Check:
        if kind == "api" and self._members.get("beat"):
            return answers(f"http://127.0.0.1:{port}/health/ready")
        if kind in ("api", "stream"):
            return answers(f"http://127.0.0.1:{port}/health/live")
        if kind == "dispatcher":  # while another one leads, it says nothing
            return lambda: self._connected(name)
        return has_logged(
            HOME.logs / f"{name}.log", "beat: Starting" if kind == "beat" else " ready."
        )

    def _connected(self, name: str) -> bool:
        statement = "SELECT FROM pg_stat_activity WHERE application_name = %s"
        with self._stack.database() as database:
            return database.execute(statement, [name]).fetchone() is not None

    def _stop(self, members: Mapping[str, _Member]) -> float:
        for kind in {"api"}.intersection(members):
            self._front.remove(members[kind].port)
            time.sleep(_DRAIN_SECONDS)
        begun = time.monotonic()
        for each in members.values():
            each.running.ask_to_stop()
        for each in members.values():
            if not each.running.finish(begun + _STOP_SECONDS):
                raise Problem(
                    f"{each.running.spec.name} did not stop in {_STOP_SECONDS:.0f} s after SIGTERM."
                )
            self._stack.forget(each.running)
        return time.monotonic() - begun

    def _environment(self, release: Release) -> Mapping[str, str]:
        code = [str(release.root), str(release.root / "backend")]
        path = [str(release.programs), os.environ.get("PATH", os.defpath)]
        return {
            **self._stack.environment,
            **_METRICS_OFF,
            "PYTHONPATH": os.pathsep.join(code),
            "PATH": os.pathsep.join(path),
        }
