"""`make test-reload`: `make dev` in a copy of the checkout, where a file of each kind is edited.

Each edit must take effect by itself: in an API's answer, in a task, in a page. A mistake must not
end anything, and correcting it must be enough.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from dev.commands import tail
from dev.console import Problem, report, say
from dev.layout import LOCAL
from dev.processes.health import answers, http_get, wait_until
from dev.processes.supervisor import Interrupted, interruptible
from dev.reload.checkout_copy import checkout_copy

START_SECONDS = 3600.0
"""The copy makes its own PostgreSQL and Tryton's database. What dies is told at once."""
EFFECT_SECONDS = 900.0
"""An edit starts five programs again: minutes, where twenty others want the processor."""
STOP_SECONDS = 300.0

HEALTH = "backend/api/endpoints/operations/health.py"
CANARY = "backend/tasks/canary.py"
WORDS = "frontend/lib/words/catalogues/pages.ts"


class Drill:
    """A running `make dev` in a copy."""

    def __init__(self, copy: Path, variables: dict[str, str], log: Path) -> None:
        self._copy = copy
        self._variables = variables
        self._log = log

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace a text in a file, as an editor saves it. Raises Problem if it is not there."""
        path = self._copy / file
        text = path.read_text()
        if old not in text:
            raise Problem(f"{file} does not contain {old!r} any more: the drill has to be changed.")
        path.write_text(text.replace(old, new))

    def expect(self, what: str, check: Callable[[], bool]) -> None:
        """Wait for it and say how long it took. Raises Problem if it does not come."""
        begun = time.monotonic()
        if not wait_until(check, EFFECT_SECONDS, pause=0.2):
            raise Problem(f"{what}: not within {EFFECT_SECONDS:.0f} s.", tail(self._log, 40))
        say(f"  {what}  {time.monotonic() - begun:.1f} s")

    def says(self, port: str, path: str, text: str) -> Callable[[], bool]:
        """Whether this address answers with this text."""
        url = f"http://127.0.0.1:{self._variables[port]}{path}"
        return lambda: answers(url, below=500)() and text.encode() in http_get(url, 60.0)[1]

    def logged(self, text: str) -> Callable[[], bool]:
        """Whether `make dev` said this."""
        return lambda: text in self._log.read_text(errors="replace")

    def has_heartbeat(self, name: str) -> Callable[[], bool]:
        """Whether the task `canary` recorded its arrival under this name."""

        def check() -> bool:
            with psycopg.connect(self._variables["DATABASE_URL"], autocommit=True) as database:
                found = database.execute(
                    "SELECT 1 FROM delivery_heartbeat WHERE name = %s", [name]
                ).fetchone()
            return found is not None

        return check


def drill(running: Drill) -> int:
    """Every edit. Returns how many took effect; raises Problem at the first that does not."""
    running.expect("the API answers", running.says("API_PORT", "/health/live", '"live"'))
    running.edit(HEALTH, '"live"}', '"edited once"}')
    running.expect(
        "an edited view: the API's answer",
        running.says("API_PORT", "/health/live", "edited once"),
    )
    running.expect(
        "                the stream's answer",
        running.says("STREAM_PORT", "/health/live", "edited once"),
    )
    running.edit(CANARY, "name=queue", 'name=f"{queue} edited"')
    running.expect(
        "an edited task: what a worker does when beat asks",
        running.has_heartbeat("maintenance edited"),
    )
    heading = "There is no page at this address"
    running.expect("the page answers", running.says("WEB_PORT", "/nowhere", heading))
    running.edit(WORDS, heading, "Edited while it runs")
    running.expect(
        "an edited page: what the browser gets",
        running.says("WEB_PORT", "/nowhere", "Edited while it runs"),
    )
    running.edit(HEALTH, "def live(", "def live(:")
    running.expect("a mistake: told, and waited", running.logged("The next edit of the backend"))
    running.edit(HEALTH, "def live(:", "def live(")
    running.expect(
        "its correction: the API's answer",
        running.says("API_PORT", "/health/live", "edited once"),
    )
    return 6


@contextmanager
def developing(copy: Path) -> Iterator[Drill]:
    """`make dev` in the copy, until the block ends. Raises Problem if it does not start or stop."""
    log = LOCAL / "logs" / "test-reload-dev.log"
    state = copy / ".local" / "run" / "state.json"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "dev.cli", "dev"],
            cwd=copy, env=_environment(), stdin=subprocess.DEVNULL,
            stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    try:
        come_up = wait_until(
            lambda: state.is_file() or process.poll() is not None, START_SECONDS, pause=0.5
        )
        if process.poll() is not None or not come_up:
            raise Problem("`make dev` did not come up in the copy.", tail(log, 60))
        yield Drill(copy, json.loads(state.read_text())["env"], log)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise Problem("`make dev` did not stop when it was told to.", tail(log, 40)) from None


def _environment() -> dict[str, str]:
    """Ours, without what belongs to a stack that runs already: the copy makes its own."""
    kept = ("PATH", "HOME", "LANG", "TMPDIR", "SSL_CERT_FILE", "CHROMIUM_PATH")
    return {name: os.environ[name] for name in kept if name in os.environ} | {
        "PYTHONUNBUFFERED": "1"
    }


def main() -> int:
    """Copy, run, edit. Exit code 1 if an edit did not take effect."""
    begun = time.monotonic()
    try:
        with (
            interruptible(),
            checkout_copy(LOCAL / "reload") as copy,
            developing(copy) as running,
        ):
            say(f"  `make dev` is up in the copy  {time.monotonic() - begun:.1f} s")
            count = drill(running)
    except Interrupted:
        return 130
    except Problem as problem:
        report(problem)
        print("Reload: failed")
        return 1
    print(f"Reload: {count} edits took effect by themselves")
    return 0


if __name__ == "__main__":
    sys.exit(main())
