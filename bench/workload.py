"""What is measured, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass

ORGANIZATION = "bench"
WORKFLOW = "new-customer"
STEPS = 3
ONE_STEP = "one-step"
DELAYED = "delayed"
DELAY_MS = 200
HANGING = "hanging"
HANGS_MS = 30_000
HEALTHY = tuple(f"healthy-{number}" for number in range(1, 10))
CONNECTIONS = 16


@dataclass(frozen=True)
class Workload:
    """How much to measure. ``judged``: enough of it that a missed floor says something."""

    rounds: int
    warm_up: float
    seconds: float
    backlogs: int
    submissions: int
    baseline_steps: int
    celery: tuple[tuple[str, int], ...]
    raw_seconds: float
    raw_in_flight: tuple[int, ...]
    latencies: int
    judged: bool


FULL = Workload(
    rounds=3,
    warm_up=1.0,
    seconds=3.0,
    backlogs=3,
    submissions=3_000,
    baseline_steps=1_000,
    celery=(("prefork", 2), ("prefork", 4), ("prefork", 8), ("threads", 8)),
    raw_seconds=3.0,
    raw_in_flight=(32, 100, 400),
    latencies=50,
    judged=True,
)
QUICK = Workload(
    rounds=1,
    warm_up=1.5,
    seconds=1.0,
    backlogs=1,
    submissions=20,
    baseline_steps=60,
    celery=(("prefork", 2),),
    raw_seconds=0.5,
    raw_in_flight=(100,),
    latencies=3,
    judged=False,
)
