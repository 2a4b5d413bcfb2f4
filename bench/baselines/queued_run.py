"""Measures `queued`."""

from __future__ import annotations

import sys

from dev.console import Problem
from dev.processes.health import has_logged

from bench.baselines import rows
from bench.baselines.statements import READY
from bench.measures.backlogs import arrived
from bench.stack import HOME, BenchStack


def measure(stack: BenchStack, processes: int, concurrency: int, steps: int) -> float:
    """Steps per second, from the first one's start to the last one's end.

    All jobs are in the table beforehand, so queueing and starting do not count.
    """
    before = arrived(stack)
    rows.make(stack, steps)
    stack.python("bench.baselines.queued_commands", "publish", "/plain")
    command = [sys.executable, "-m", "bench.baselines.queued_commands", "work", str(concurrency)]
    workers = []
    for number in range(processes):
        name = f"queued-{number}"
        ready = has_logged(HOME.logs / f"{name}.log", READY)
        workers.append(stack.start_command(name, command, ready))
    with stack.database() as database:
        rate = rows.wait_until_done(database, steps)
    for worker in workers:
        stack.stop(worker)
    if arrived(stack) - before != steps:
        raise Problem("Procrastinate did not send every step exactly once.")
    return rate
