"""The measurements by name, in running order, and the selection."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dev.console import Problem

from bench.measures import (
    baselines,
    delivery,
    growth,
    intake,
    latency,
    memory,
    pages,
    sizes,
    slow_sinks,
    viewers,
    workflows,
)
from bench.metrics import Metric
from bench.stack import BenchStack
from bench.workload import DELAY_MS, Workload


@dataclass(frozen=True)
class Measurement:
    """One measurement. It starts and stops the processes that it needs."""

    name: str
    title: str
    measure: Callable[[BenchStack, Workload], list[Metric]]


EVERY = (
    Measurement("intake", "durable intake next to an echo", intake.measure),
    Measurement("raw", "POSTs and inserts with nothing around them", baselines.raw),
    Measurement("delivery", "delivered steps", delivery.measure),
    Measurement("celery", "plain Celery, a task per step", baselines.celery),
    Measurement("procrastinate", "Procrastinate, a task per step", baselines.procrastinate),
    Measurement("delayed", f"a sink that takes {DELAY_MS} ms", slow_sinks.delayed),
    Measurement("fairness", "healthy connections next to one that hangs", slow_sinks.fairness),
    Measurement("odd", "healthy connections next to one that answers oddly", slow_sinks.odd),
    Measurement("batch", "batches of submissions", intake.batches),
    Measurement("latency", "one submission when nothing else goes on", latency.measure),
    Measurement("busy", "intake while delivering", delivery.intake_meanwhile),
    Measurement("sizes", "what a submission takes in PostgreSQL", sizes.measure),
    Measurement("viewers", "people who watch", viewers.measure),
    Measurement("memory", "a worker's memory", memory.measure),
    Measurement("workflows", "checking, mapping and publishing", workflows.measure),
    Measurement("pages", "the public pages in Lighthouse", pages.measure),
    Measurement("growth", "claims and lists on grown tables", growth.measure),
)


def chosen(names: Iterable[str]) -> list[Measurement]:
    """The measurements with these names, in running order. Without names: all.

    Raises Problem for an unknown name.
    """
    wanted = set(names)
    unknown = wanted - {each.name for each in EVERY}
    if unknown:
        known = ", ".join(each.name for each in EVERY)
        raise Problem(f"There is no measurement {', '.join(sorted(unknown))}, only: {known}.")
    return [each for each in EVERY if not wanted or each.name in wanted]
