"""Measures `plain_celery`."""

from __future__ import annotations

import sys

from dev.console import Problem
from dev.processes.health import has_logged

from bench.baselines import rows
from bench.measures.backlogs import arrived
from bench.stack import HOME, BenchStack


def measure(
    stack: BenchStack, pool: str, concurrency: int, steps: int, *, path: str = "/plain"
) -> float:
    """Steps per second, from the first one's start to the last one's end.

    All messages are in the broker beforehand, so publishing and starting do not count.
    """
    before = arrived(stack)
    rows.make(stack, steps)
    stack.python("bench.baselines.plain_celery_publish", path)
    worker = stack.start_command(
        "plain", _command(pool, concurrency), has_logged(HOME.logs / "plain.log", " ready.")
    )
    with stack.database() as database:
        rate = rows.wait_until_done(database, steps)
    stack.stop(worker)
    if arrived(stack) - before != steps:
        raise Problem("The baseline did not send every step exactly once.")
    return rate


def _command(pool: str, concurrency: int) -> list[str]:
    quiet = ["--without-gossip", "--without-mingle", "--without-heartbeat", "--loglevel=INFO"]
    size = [f"--pool={pool}", f"--concurrency={concurrency}"]
    return [sys.executable, "-m", "celery", "-A", "bench.baselines.plain_celery", "worker",
            *size, *quiet]  # fmt: skip
