"""Starts processes, watches them, and stops all of them in order."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import groupby
from types import FrameType

from dev.console import Problem
from dev.layout import Home
from dev.processes.processes import Running, Spec, started_at

WATCH_SECONDS = 0.3


class Interrupted(Exception):
    """The user (Ctrl-C) or the system (TERM) asked us to stop."""


@contextmanager
def interruptible() -> Iterator[None]:
    """Turn INT, TERM and HUP into Interrupted. Ignore a second signal while stopping."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        for number in watched:
            signal.signal(number, signal.SIG_IGN)
        raise Interrupted

    watched = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, interrupt) for number in watched}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class Supervisor:
    """The processes of one stack. A file records their ids, to find leftovers."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.running: list[Running] = []

    def start(self, spec: Spec) -> Running:
        """Start a process without waiting for it."""
        running = Running(spec)
        self.running.append(running)
        self._write_down()
        return running

    def watch(self) -> None:
        """Never returns. Raises Problem when a process dies."""
        while True:
            for process in self.running:
                if process.exit_code is not None:
                    raise process.crash()
            time.sleep(WATCH_SECONDS)

    def stop(self) -> list[str]:
        """Stop everything, wave by wave. Returns the names of processes that had to be killed."""
        forced = self.end(self.running)
        self.home.processes_file.unlink(missing_ok=True)
        return forced

    def end(self, processes: Sequence[Running]) -> list[str]:
        """Stop these, wave by wave. Returns the names of processes that had to be killed."""
        forced: list[str] = []
        ordered = sorted(processes, key=lambda process: -process.spec.wave)
        for _, group in groupby(ordered, key=lambda process: process.spec.wave):
            wave = list(group)
            for process in wave:
                process.ask_to_stop()
            begun = time.monotonic()
            forced += [
                process.spec.name
                for process in wave
                if not process.finish(begun + process.spec.stop_timeout)
            ]
        self.running = [process for process in self.running if process not in ordered]
        self._write_down()
        return forced

    def release(self) -> None:
        """Leave the processes running and stop tracking them."""
        self.running.clear()
        self.home.processes_file.unlink(missing_ok=True)

    def _write_down(self) -> None:
        known = [
            {"name": process.spec.name, "pid": process.pid, "started": started_at(process.pid)}
            for process in self.running
        ]
        self.home.processes_file.write_text(json.dumps(known, indent=1))


def stop_leftovers(home: Home) -> list[str]:
    """End processes that a killed run of this home left behind. Returns their names."""
    if not home.processes_file.is_file():
        return []
    ended: list[str] = []
    for entry in json.loads(home.processes_file.read_text()):
        if entry["started"] and started_at(entry["pid"]) == entry["started"]:
            with suppress(ProcessLookupError):
                os.killpg(entry["pid"], signal.SIGTERM)
                ended.append(entry["name"])
    deadline = time.monotonic() + 10
    for entry in json.loads(home.processes_file.read_text()):
        if entry["name"] not in ended:
            continue
        while started_at(entry["pid"]) == entry["started"] and time.monotonic() < deadline:
            time.sleep(0.1)
        with suppress(ProcessLookupError):
            os.killpg(entry["pid"], signal.SIGKILL)
    home.processes_file.unlink()
    return ended


def wait_all(processes: list[Running]) -> None:
    """Wait until each is ready. Fails at once if any of them dies."""
    for process in processes:
        process.wait_ready()
        dead = next((other for other in processes if other.exit_code is not None), None)
        if dead is not None:
            raise dead.crash()


__all__ = ["Interrupted", "Problem", "Supervisor", "interruptible", "stop_leftovers", "wait_all"]
