"""Measures `plain_celery` on rows like those that Waybill delivers."""

from __future__ import annotations

import sys
import time

from dev.console import Problem
from dev.health import has_logged, http_json

from bench.stack import HOME, BenchStack
from bench.workload import STEPS

_PATIENCE_SECONDS = 90.0
_DONE = "SELECT count(*) FROM submissions_steprun WHERE status = 'succeeded'"
_SPAN = """
SELECT extract(epoch FROM max(run.finished_at) - min(attempt.started_at))::float8
FROM submissions_steprun AS run JOIN submissions_attempt AS attempt ON attempt.step_run_id = run.id
"""


def measure(stack: BenchStack, pool: str, concurrency: int, submissions: int) -> float:
    """Steps per second, from the first one's start to the last one's end.

    All messages wait in the broker beforehand, so neither publishing nor starting counts.
    """
    before = _count(stack)
    steps = submissions * STEPS
    stack.forget_submissions()
    with stack.database() as database:
        stack.scenario("backlog", str(submissions))
        stack.python("bench.baselines.plain_celery_publish")
        worker = stack.start_command(
            "plain", _command(pool, concurrency), has_logged(HOME.logs / "plain.log", " ready.")
        )
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while (row := database.execute(_DONE).fetchone()) and row[0] < steps:
            if time.monotonic() > deadline:
                raise Problem(f"The baseline did {row[0]} of {steps} steps in time.")
            time.sleep(0.1)
        stack.stop(worker)
        span = database.execute(_SPAN).fetchone()
    if _count(stack) - before != steps:
        raise Problem("The baseline did not send every step exactly once.")
    return float(steps / (span[0] if span else 0.0))


def _command(pool: str, concurrency: int) -> list[str]:
    quiet = ["--without-gossip", "--without-mingle", "--without-heartbeat", "--loglevel=INFO"]
    size = [f"--pool={pool}", f"--concurrency={concurrency}"]
    return [sys.executable, "-m", "celery", "-A", "bench.baselines.plain_celery", "worker",
            *size, *quiet]  # fmt: skip


def _count(stack: BenchStack) -> int:
    return int(http_json(f"http://127.0.0.1:{stack.ports['sink']}/count")["count"])
