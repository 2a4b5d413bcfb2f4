"""Real child processes: started, watched, stopped to the last one."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from dev.console import Problem
from dev.layout import Home
from dev.processes.health import has_logged, wait_until
from dev.processes.lock import Held, holder, lock
from dev.processes.processes import Spec, started_at
from dev.processes.supervisor import Supervisor, stop_leftovers, wait_all

FAMILY = """
import os, time
child = os.fork()
if child:
    print("family", child, flush=True)
time.sleep(60)
"""
DEAF = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("deaf", flush=True)
time.sleep(60)
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    home.create()
    return home


def spec(home: Home, code: str, says: str, **more: float) -> Spec:
    log = home.logs / "it.log"
    return Spec(
        name="it",
        command=[sys.executable, "-c", code],
        cwd=home.root,
        env=dict(os.environ),
        log=log,
        ready=has_logged(log, says),
        **more,  # type: ignore[arg-type]
    )


def gone(pid: int) -> bool:
    return wait_until(lambda: started_at(pid) is None, timeout=5)


def child_of_family(home: Home) -> int:
    return int((home.logs / "it.log").read_text().split()[1])


def test_stopping_leaves_no_grandchild_behind(home: Home) -> None:
    supervisor = Supervisor(home)
    process = supervisor.start(spec(home, FAMILY, "family"))
    process.wait_ready()
    grandchild = child_of_family(home)
    assert supervisor.stop() == []
    assert gone(process.pid)
    assert gone(grandchild)


def test_a_process_that_ignores_the_signal_is_killed_and_named(home: Home) -> None:
    supervisor = Supervisor(home)
    process = supervisor.start(spec(home, DEAF, "deaf", stop_timeout=0.5))
    process.wait_ready()
    assert supervisor.stop() == ["it"]
    assert gone(process.pid)


def test_a_process_that_dies_while_starting_is_named_with_its_last_words(home: Home) -> None:
    supervisor = Supervisor(home)
    process = supervisor.start(spec(home, "raise SystemExit('no database')", "never"))
    with pytest.raises(Problem, match="it ended with 1") as caught:
        wait_all([process])
    assert "no database" in caught.value.detail
    supervisor.stop()


def test_a_process_that_never_becomes_ready_is_named(home: Home) -> None:
    supervisor = Supervisor(home)
    process = supervisor.start(spec(home, FAMILY, "never", ready_timeout=0.3))
    with pytest.raises(Problem, match="was not ready within"):
        process.wait_ready()
    supervisor.stop()


def test_watching_ends_when_a_process_is_killed(home: Home) -> None:
    supervisor = Supervisor(home)
    process = supervisor.start(spec(home, FAMILY, "family"))
    process.wait_ready()
    os.kill(process.pid, signal.SIGKILL)
    with pytest.raises(Problem, match="it was killed by SIGKILL"):
        supervisor.watch()
    supervisor.stop()


def test_what_a_killed_run_left_is_ended_by_the_next(home: Home) -> None:
    process = Supervisor(home).start(spec(home, FAMILY, "family"))
    process.wait_ready()
    grandchild = child_of_family(home)
    assert stop_leftovers(home) == ["it"]
    assert process.exit_code is None or process.exit_code < 0
    assert gone(grandchild)
    assert stop_leftovers(home) == []


def test_the_lock_names_its_holder_and_ends_with_it(home: Home) -> None:
    assert holder(home) is None
    with lock(home):
        assert holder(home) == os.getpid()
        with pytest.raises(Held), lock(home):
            time.sleep(0)
    assert holder(home) is None
