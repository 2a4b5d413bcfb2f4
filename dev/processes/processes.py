"""One server process: own process group, log file, stopped with all its children."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from dev.commands import tail
from dev.console import Problem
from dev.processes.health import Check
from dev.processes.unprivileged import Identity


@dataclass(frozen=True)
class Spec:
    """How to run one process, and when it is ready."""

    name: str
    command: list[str]
    cwd: Path
    env: Mapping[str, str]
    log: Path
    ready: Check
    ready_timeout: float = 60.0
    stop_signal: signal.Signals = signal.SIGTERM
    stop_timeout: float = 12.0
    wave: int = 0
    """Higher waves are stopped first. Processes of one wave are stopped together."""
    identity: Identity = field(default_factory=Identity)


class Running:
    """A started process and its whole process group."""

    def __init__(self, spec: Spec) -> None:
        self.spec = spec
        spec.log.parent.mkdir(parents=True, exist_ok=True)
        if spec.log.is_file():
            spec.log.replace(spec.log.with_suffix(".log.1"))
        who = spec.identity
        with spec.log.open("wb") as output:
            self._process = subprocess.Popen(
                [*who.prefix, *spec.command],
                cwd=spec.cwd,
                env=dict(spec.env),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                user=who.child_uid,
                group=who.child_gid,
                extra_groups=who.child_groups,
            )
        self.pid = self._process.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs."""
        return self._process.poll()

    def crash(self) -> Problem:
        """The problem of this dead process, with its last log lines."""
        code = self.exit_code or 0
        how = f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with {code}"
        return Problem(
            f"{self.spec.name} {how}. Its last lines are above; the whole log: {self.spec.log}",
            detail=tail(self.spec.log),
        )

    def wait_ready(self) -> None:
        """Return when it is ready. Raises Problem if it dies first or takes too long."""
        deadline = time.monotonic() + self.spec.ready_timeout
        while not self.spec.ready():
            if self.exit_code is not None:
                raise self.crash()
            if time.monotonic() > deadline:
                raise Problem(
                    f"{self.spec.name} was not ready within {self.spec.ready_timeout:.0f} s. "
                    f"Its last lines are above; the whole log: {self.spec.log}",
                    detail=tail(self.spec.log),
                )
            time.sleep(0.1)

    def ask_to_stop(self) -> None:
        """Send the stop signal to the process itself."""
        if self.exit_code is None:
            self._process.send_signal(self.spec.stop_signal)

    def finish(self, deadline: float) -> bool:
        """Wait until `deadline` (monotonic), then end the rest of its group. False if forced."""
        polite = True
        try:
            self._process.wait(timeout=max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            polite = False
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait(timeout=10)
        return polite


def started_at(pid: int) -> str | None:
    """When the process started. Distinguishes it from a later process with the same id.

    None for a process that is gone or a zombie.
    """
    status = Path(f"/proc/{pid}/stat")
    if Path("/proc/self/stat").exists():
        try:
            fields = status.read_text().rsplit(")", 1)[1].split()
        except (FileNotFoundError, ProcessLookupError):
            return None
        return None if fields[0] == "Z" else fields[19]
    command = ["/bin/ps", "-o", "lstart=", "-p", str(pid)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return answer.stdout.strip() or None
