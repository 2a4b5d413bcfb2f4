"""Memory of a worker process with 500 sends in flight, and whether it grows."""

from __future__ import annotations

import json
import statistics
import time
from pathlib import Path

from dev.console import Problem, step

from bench.metrics import Metric
from bench.stack import BenchStack
from bench.workload import HELD, HELD_MS, Workload

IN_FLIGHT = 500
MOST_MB = 200.0
MOST_GROWTH_MB = 10.0
_EVERY_SECONDS = 1.0
_BACKLOG = 6_000
_DUE = "SELECT count(*) FROM submissions_steprun WHERE status = 'ready'"
_SENDING = "SELECT count(*) FROM submissions_steprun WHERE status = 'sending'"


def measure(stack: BenchStack, work: Workload) -> list[Metric]:
    """Samples every second. The first quarter is warm-up and counts only for the peak."""
    stack.forget_submissions()
    stack.scenario("backlog", json.dumps({HELD: _BACKLOG}))
    with stack.running("delivery", "dispatcher", worker_processes=1) as (worker, _):
        child = _only_child(worker.pid)
        with step(f"Memory over {work.memory_seconds:.0f} s with {IN_FLIGHT} in flight"):
            samples, in_flight = _sample(stack, child, work.memory_seconds)
    stack.forget_submissions()
    quarter = max(1, len(samples) // 4)
    settled = statistics.median(samples[quarter : 2 * quarter] or samples)
    growth = statistics.median(samples[-quarter:]) - settled
    span = _span(work.memory_seconds)
    return [
        Metric("worker_memory_mb", max(samples), "MB",
               f"Memory of a worker process, peak over {span}", at_most=MOST_MB),
        Metric("worker_memory_growth_mb", growth, "MB",
               f"  its growth, from the second quarter of {span} to the last",
               at_most=MOST_GROWTH_MB),
        Metric("worker_in_flight", statistics.median(in_flight), "steps",
               f"  in flight meanwhile, each for {HELD_MS} ms, median"),
    ]  # fmt: skip


def _sample(stack: BenchStack, pid: int, seconds: float) -> tuple[list[float], list[int]]:
    samples, in_flight = [], []
    ends = time.monotonic() + seconds
    with stack.database() as database:
        while time.monotonic() < ends:
            time.sleep(_EVERY_SECONDS)
            samples.append(resident_mb(pid))
            in_flight.append(_count(database.execute(_SENDING).fetchone()))
            if _count(database.execute(_DUE).fetchone()) < _BACKLOG // 2:
                stack.scenario("backlog", json.dumps({HELD: _BACKLOG}))
    return samples, in_flight


def _count(row: tuple[int, ...] | None) -> int:
    return row[0] if row else 0


def resident_mb(pid: int) -> float:
    """The resident memory of a process, shared pages included. Raises Problem if it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        kilobytes = next(line.split()[1] for line in lines if line.startswith("VmRSS:"))
    except (OSError, StopIteration):
        raise Problem(f"The worker process {pid} is gone, or this system has no /proc.") from None
    return int(kilobytes) / 1024


def _only_child(pid: int) -> int:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    if len(children) != 1:
        raise Problem(f"The worker has {len(children)} processes where one was asked for.")
    return int(children[0])


def _span(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds >= 120 else f"{seconds:.0f} s"
