"""How many steps a second reach the sink, by Waybill and by a plain Celery task per step."""

from __future__ import annotations

import statistics
import time
from typing import Any

from dev.console import Problem, step
from dev.health import http_json

from bench.baselines import plain_celery_run
from bench.measures import intake
from bench.metrics import Metric
from bench.stack import BenchStack
from bench.workload import STEPS, Workload

TIMES_THE_BASELINE = 2.0
_PATIENCE_SECONDS = 90.0
_UNDELIVERED = "SELECT count(*) FROM submissions_submission WHERE status <> 'succeeded'"
_LAST_FINISHED = "SELECT extract(epoch FROM max(finished_at))::float8 FROM submissions_steprun"


def measure(stack: BenchStack, work: Workload) -> list[Metric]:
    """Waybill before and after the baselines, in the same run. The workers must be running."""
    rates = []
    for _ in range(work.backlogs):
        with step(f"Delivering {work.submissions * STEPS:,} steps"):
            rates.append(_deliver_backlog(stack, work.submissions))
    return [
        Metric("delivered_steps_per_second", statistics.median(rates), "steps/s",
               "Delivered by Waybill to the sink", runs=tuple(rates)),
    ]  # fmt: skip


def compare(stack: BenchStack, work: Workload, waybill: Metric) -> list[Metric]:
    """The baseline in its best configuration. Waybill's workers must not be running."""
    results: dict[str, float] = {}
    for pool, concurrency in work.baselines:
        with step(f"A Celery task per step, {pool} x {concurrency}"):
            rate = plain_celery_run.measure(stack, pool, concurrency, work.baseline_submissions)
        results[f"{pool} x {concurrency}"] = rate
    best = max(results, key=lambda name: results[name])
    return [
        Metric("baseline_steps_per_second", results[best], "steps/s",
               f"Delivered by a Celery task per step ({best}, the best of {len(results)})",
               runs=tuple(results.values())),
        Metric("delivery_times_baseline", waybill.value / results[best], "times",
               "Waybill as a multiple of that", at_least=TIMES_THE_BASELINE),
    ]  # fmt: skip


def intake_meanwhile(stack: BenchStack, work: Workload) -> list[Metric]:
    """Intake while the workers deliver what comes in, on the same cores."""
    with step("Intake while delivering"):
        load = intake.load(stack, "api", work)
        with stack.database() as database:
            _wait_until_all_delivered(database)
    return [
        Metric("busy_intake_per_second", load.per_second, "requests/s",
               "Durable intake while delivering on the same cores"),
        Metric("busy_intake_p99_ms", load.p99_ms, "ms", "  its latency, p99"),
    ]  # fmt: skip


def _deliver_backlog(stack: BenchStack, submissions: int) -> float:
    """Steps per second, from the commit that makes all of them due to the last one's end."""
    before = _count(stack)
    stack.forget_submissions()
    with stack.database() as database:
        committed_at = stack.scenario("backlog", str(submissions))["committed_at"]
        _wait_until_all_delivered(database)
        row = database.execute(_LAST_FINISHED).fetchone()
    steps = submissions * STEPS
    arrived = _count(stack) - before
    if arrived != steps:
        raise Problem(f"{steps} steps were due, but {arrived} arrived at the sink.")
    return float(steps / ((row[0] if row else 0.0) - committed_at))


def _wait_until_all_delivered(database: Any) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while (left := database.execute(_UNDELIVERED).fetchone()[0]) > 0:
        if time.monotonic() > deadline:
            raise Problem(f"{left} submissions were not delivered in {_PATIENCE_SECONDS:.0f} s.")
        time.sleep(0.1)


def _count(stack: BenchStack) -> int:
    return int(http_json(f"http://127.0.0.1:{stack.ports['sink']}/count")["count"])
