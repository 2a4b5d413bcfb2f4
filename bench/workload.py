"""What is measured, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

ORGANIZATION = "bench"
WORKFLOW = "new-customer"
FORM = "form"
STEPS = 3
ONE_STEP = "one-step"
DELAYED = "delayed"
DELAY_MS = 200
HANGING = "hanging"
HANGS_MS = 30_000
ODD = "odd"
HELD = "held"
HELD_MS = 1_000
HEALTHY = tuple(f"healthy-{number}" for number in range(1, 10))
CONNECTIONS = 16


@dataclass(frozen=True)
class Workload:
    """How much to measure. ``judged``: enough for a missed floor to be meaningful."""

    rounds: int
    warm_up: float
    seconds: float
    backlogs: int
    fair_rounds: int
    submissions: int
    baseline_steps: int
    celery: tuple[tuple[str, int], ...]
    procrastinate: tuple[tuple[int, int], ...]
    raw_seconds: float
    raw_in_flight: tuple[int, ...]
    delayed: int
    delayed_baseline: int
    healthy: int
    hanging: int
    odd: int
    odd_rounds: int
    odd_seconds: float
    memory_seconds: float
    pending: int
    finished: int
    growth_seconds: float
    latencies: int
    chain_latencies: int
    viewers: int
    page_loads: int
    judged: bool
    longest_seconds: int = 1_200


FULL = Workload(
    rounds=3,
    warm_up=1.0,
    seconds=3.0,
    backlogs=3,
    fair_rounds=5,
    submissions=6_000,
    baseline_steps=4_000,
    celery=(("prefork", 2), ("prefork", 4), ("prefork", 8), ("threads", 8)),
    procrastinate=((1, 8), (1, 32), (2, 8), (2, 32)),
    raw_seconds=2.0,
    raw_in_flight=(32, 100, 400),
    delayed=5_000,
    delayed_baseline=200,
    healthy=600,
    hanging=200,
    odd=60,
    odd_rounds=5,
    odd_seconds=0.0,
    memory_seconds=60.0,
    pending=100_000,
    finished=1_000_000,
    growth_seconds=8.0,
    latencies=200,
    chain_latencies=60,
    viewers=1_000,
    page_loads=3,
    judged=True,
)
QUICK = Workload(
    rounds=1,
    warm_up=1.5,
    seconds=1.0,
    backlogs=1,
    fair_rounds=1,
    submissions=20,
    baseline_steps=60,
    celery=(("prefork", 2),),
    procrastinate=((1, 8),),
    raw_seconds=0.5,
    raw_in_flight=(100,),
    delayed=100,
    delayed_baseline=20,
    healthy=10,
    hanging=40,
    odd=20,
    odd_rounds=1,
    odd_seconds=0.0,
    memory_seconds=8.0,
    pending=20_000,
    finished=60_000,
    growth_seconds=1.0,
    latencies=3,
    chain_latencies=3,
    viewers=50,
    page_loads=1,
    judged=False,
)

GROWN: dict[str, Any] = {
    "pending": 1_000_000,
    "finished": 10_000_000,
    "longest_seconds": 3_600,
}
SOAKED: dict[str, Any] = {
    "memory_seconds": 1_800.0,
    "odd_seconds": 3_600.0,
    "longest_seconds": 9_000,
}
"""The workloads of `make bench GROWTH=1` and `make bench SOAK=1`."""
