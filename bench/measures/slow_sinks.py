"""Delivery to slow destinations, and to ones with odd answers."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator

from dev.console import Problem, step
from dev.processes.health import http_json

from bench.baselines import plain_celery_run
from bench.measures.backlogs import steps_per_second
from bench.metrics import Metric
from bench.stack import BenchStack
from bench.workload import DELAY_MS, DELAYED, HANGING, HANGS_MS, HEALTHY, ODD, Workload

PREFORK = 8
_SILENT = """
SELECT count(*) FROM submissions_steprun
WHERE status IN ('waiting', 'failed', 'unknown') AND error_message = ''
"""


def delayed(stack: BenchStack, work: Workload) -> list[Metric]:
    """One Waybill worker process against eight of plain Celery, both with a slow sink."""
    rates = []
    with stack.running("delivery", "dispatcher", worker_processes=1):
        for _ in range(work.backlogs):
            with step(f"Delivering {work.delayed:,} steps to a sink that takes {DELAY_MS} ms"):
                rates.append(steps_per_second(stack, {DELAYED: work.delayed}))
    with step(f"A Celery task per step to that sink, prefork x {PREFORK}"):
        plain = plain_celery_run.measure(
            stack, "prefork", PREFORK, work.delayed_baseline, path=f"/after/{DELAY_MS}/plain"
        )
    return [
        Metric("delayed_steps_per_second", statistics.median(rates), "steps/s",
               f"Delivered to a sink that takes {DELAY_MS} ms, one worker process",
               runs=tuple(rates)),
        Metric("celery_delayed_steps_per_second", plain, "steps/s",
               f"A Celery task per step to that sink (prefork x {PREFORK})"),
    ]  # fmt: skip


def fairness(stack: BenchStack, work: Workload) -> list[Metric]:
    """The same work for nine healthy connections, alone and next to one that hangs."""
    healthy = dict.fromkeys(HEALTHY, work.healthy)
    alone, disturbed = [], []
    with stack.running("delivery", "dispatcher"):
        for _ in range(work.fair_rounds):
            with step(f"Nine healthy connections, {work.healthy * len(HEALTHY):,} steps"):
                alone.append(steps_per_second(stack, healthy))
            with step(f"The same next to one that takes {HANGS_MS // 1000} s"):
                disturbed.append(steps_per_second(stack, healthy, extra={HANGING: work.hanging}))
            _let_go(stack)
    return [
        Metric("healthy_alone_per_second", statistics.median(alone), "steps/s",
               f"Delivered by {len(HEALTHY)} healthy connections alone", runs=tuple(alone)),
        Metric("healthy_beside_per_second", statistics.median(disturbed), "steps/s",
               f"  next to one that takes {HANGS_MS // 1000} s and has {work.hanging} due",
               runs=tuple(disturbed)),
    ]  # fmt: skip


def odd(stack: BenchStack, work: Workload) -> list[Metric]:
    """The same work for nine healthy connections, alone and next to one with random answers."""
    healthy = dict.fromkeys(HEALTHY, work.healthy)
    alone, disturbed = [], []
    with stack.running("delivery", "dispatcher"):
        for progress in rounds(work.odd_rounds, work.odd_seconds):
            with step(f"Nine healthy connections, alone and next to odd answers ({progress})"):
                alone.append(steps_per_second(stack, healthy))
                disturbed.append(steps_per_second(stack, healthy, extra={ODD: work.odd}))
                _everything_has_a_reason(stack)
    return [
        Metric("healthy_without_odd_per_second", statistics.median(alone), "steps/s",
               f"Delivered by {len(HEALTHY)} healthy connections alone", runs=tuple(alone)),
        Metric("healthy_beside_odd_per_second", statistics.median(disturbed), "steps/s",
               f"  next to one that answers oddly and has {work.odd} due", runs=tuple(disturbed)),
    ]  # fmt: skip


def rounds(
    least: int, seconds: float, clock: Callable[[], float] = time.monotonic
) -> Iterator[str]:
    """The progress in words, for each round: ``least`` of them, and more until the time is over."""
    begun = clock()
    number = 0
    while number < least or clock() - begun < seconds:
        number += 1
        passed = f", minute {(clock() - begun) / 60:.0f} of {seconds / 60:.0f}" if seconds else ""
        yield f"{number}{passed}"


def _everything_has_a_reason(stack: BenchStack) -> None:
    """Every unfinished step says why, and no connection is paused."""
    with stack.database() as database:
        silent = database.execute(_SILENT).fetchone()
        paused = database.execute("SELECT count(*) FROM delivery_gate WHERE paused_at IS NOT NULL")
        if silent != (0,):
            raise Problem(f"{silent} steps neither succeeded nor say why.")
        if paused.fetchone() != (0,):
            raise Problem("An answer paused a connection.")


def _let_go(stack: BenchStack) -> None:
    """End the sends that hang, so that the next round begins with an idle worker."""
    stack.forget_submissions()
    for _ in range(2):
        http_json(f"http://127.0.0.1:{stack.ports['sink']}/release")
        time.sleep(0.5)
