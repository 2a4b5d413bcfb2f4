"""What a workflow that somebody made costs: each submission, publishing it, a preview."""

from __future__ import annotations

import statistics

from dev.console import step

from bench.metrics import Metric
from bench.stack import BenchStack
from bench.workload import Workload

MOST_SUBMISSION_MS = 0.3
MOST_PUBLISH_MS = 300.0
MOST_PREVIEW_MS = 100.0
_ROUNDS_EACH = 5


def measure(stack: BenchStack, work: Workload) -> list[Metric]:
    """In one process, with nothing else going on."""
    with step("Checking, mapping and publishing"):
        found = stack.python("bench.workflow_costs", str(work.rounds * _ROUNDS_EACH))
    submission, publish, preview = (
        found[f"{name}_ms"] for name in ("submission", "publish", "preview")
    )
    return [
        Metric("submission_check_ms", statistics.median(submission), "ms",
               "Processor time to validate and map; 20 fields, 4 steps",
               at_most=MOST_SUBMISSION_MS, runs=tuple(submission)),
        Metric("publish_ms", statistics.median(publish), "ms",
               "Checking and publishing a workflow; 60 fields, 30 steps",
               at_most=MOST_PUBLISH_MS, runs=tuple(publish)),
        Metric("preview_ms", statistics.median(preview), "ms",
               "Previewing every request that answers would send; 20 fields, 10 steps",
               at_most=MOST_PREVIEW_MS, runs=tuple(preview)),
    ]  # fmt: skip
