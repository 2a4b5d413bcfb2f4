"""What is measured, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass

ORGANIZATION = "bench"
WORKFLOW = "new-customer"
STEPS = 3
CONNECTIONS = 16


@dataclass(frozen=True)
class Workload:
    """How much to measure. ``judged``: enough of it that a missed floor says something."""

    rounds: int
    warm_up: float
    seconds: float
    backlogs: int
    submissions: int
    baseline_submissions: int
    baselines: tuple[tuple[str, int], ...]
    latencies: int
    judged: bool


FULL = Workload(
    rounds=3,
    warm_up=1.0,
    seconds=3.0,
    backlogs=2,
    submissions=1_000,
    baseline_submissions=120,
    baselines=(("prefork", 2), ("prefork", 4), ("threads", 8)),
    latencies=50,
    judged=True,
)
QUICK = Workload(
    rounds=1,
    warm_up=1.5,
    seconds=1.0,
    backlogs=1,
    submissions=20,
    baseline_submissions=20,
    baselines=(("prefork", 2),),
    latencies=3,
    judged=False,
)
