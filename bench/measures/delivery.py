"""Steps per second that reach the sink and are stored as delivered."""

from __future__ import annotations

import statistics

from dev.console import step

from bench.measures import intake
from bench.measures.backlogs import steps_of, steps_per_second, wait_until_delivered
from bench.metrics import Metric
from bench.stack import BenchStack
from bench.workload import ONE_STEP, WORKFLOW, Workload


def measure(stack: BenchStack, work: Workload) -> list[Metric]:
    """Submissions with three steps, two of which wait for the first, and with one step.

    All go to one connection with a raised limit of requests in flight.
    """
    with stack.running("delivery", "dispatcher"):
        chains = _rates(stack, work, WORKFLOW, work.backlogs)
        singles = _rates(stack, work, ONE_STEP, 1)
    return [
        Metric("delivered_steps_per_second", statistics.median(chains), "steps/s",
               "Delivered by Waybill, three steps a submission", runs=tuple(chains)),
        Metric("delivered_single_steps_per_second", statistics.median(singles), "steps/s",
               "Delivered by Waybill, one step a submission", runs=tuple(singles)),
    ]  # fmt: skip


def _rates(stack: BenchStack, work: Workload, workflow: str, times: int) -> list[float]:
    count = work.submissions * steps_of(WORKFLOW) // steps_of(workflow)
    rates = []
    for _ in range(times):
        with step(f"Delivering {count * steps_of(workflow):,} steps ({workflow})"):
            rates.append(steps_per_second(stack, {workflow: count}))
    return rates


def intake_meanwhile(stack: BenchStack, work: Workload) -> list[Metric]:
    """Intake while the workers deliver the same submissions, on the same cores."""
    stack.forget_submissions()
    with stack.running("api", "delivery", "dispatcher"), step("Intake while delivering"):
        load = intake.load(stack, "api", work)
        with stack.database() as database:
            wait_until_delivered(database, [WORKFLOW])
    return [
        Metric("busy_intake_per_second", load.per_second, "requests/s",
               "Durable intake while delivering on the same cores"),
        Metric("busy_intake_p50_ms", load.p50_ms, "ms", "  its latency, p50"),
        Metric("busy_intake_p99_ms", load.p99_ms, "ms", "  p99"),
        Metric("busy_intake_max_ms", load.max_ms, "ms", "  the longest"),
    ]  # fmt: skip
