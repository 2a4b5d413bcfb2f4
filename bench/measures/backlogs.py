"""Delivery of a backlog: many submissions that become due at the same time."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

from dev.console import Problem
from dev.processes.health import http_json

from bench.stack import BenchStack
from bench.workload import STEPS, WORKFLOW

PATIENCE_SECONDS = 120.0
_UNDELIVERED = """
SELECT count(*) FROM submissions_submissionstate AS state
JOIN submissions_submission AS submission ON submission.id = state.submission_id
JOIN workflows_workflow AS workflow ON workflow.id = submission.workflow_id
WHERE state.status <> 'succeeded' AND workflow.slug = ANY (%s)
"""
_LAST_FINISHED = """
SELECT extract(epoch FROM max(state.finished_at))::float8
FROM submissions_submissionstate AS state
JOIN submissions_submission AS submission ON submission.id = state.submission_id
JOIN workflows_workflow AS workflow ON workflow.id = submission.workflow_id
WHERE workflow.slug = ANY (%s)
"""


def steps_per_second(
    stack: BenchStack, submissions: Mapping[str, int], *, extra: Mapping[str, int] | None = None
) -> float:
    """Steps per second of ``submissions``, by workflow, from their due commit to their end.

    ``extra``: others that become due at the same time. The measurement does not wait for them.
    """
    before = arrived(stack)
    stack.forget_submissions()
    counts = {**submissions, **(extra or {})}
    committed_at = stack.scenario("backlog", json.dumps(counts))["committed_at"]
    watched = list(submissions)
    with stack.database() as database:
        wait_until_delivered(database, watched)
        row = database.execute(_LAST_FINISHED, [watched]).fetchone()
    steps = sum(count * steps_of(slug) for slug, count in submissions.items())
    came = arrived(stack) - before
    if came != steps and not extra:
        raise Problem(f"{steps} steps were due, but {came} arrived at the sink.")
    return float(steps / ((row[0] if row else 0.0) - committed_at))


def steps_of(workflow: str) -> int:
    """The number of steps of that workflow."""
    return STEPS if workflow == WORKFLOW else 1


def wait_until_delivered(database: Any, workflows: list[str]) -> None:
    """Wait until all these submissions have succeeded. Raises Problem if it takes too long."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (left := database.execute(_UNDELIVERED, [workflows]).fetchone()[0]) > 0:
        if time.monotonic() > deadline:
            raise Problem(f"{left} submissions were not delivered in {PATIENCE_SECONDS:.0f} s.")
        time.sleep(0.2)


def arrived(stack: BenchStack) -> int:
    """The number of POSTs that the sink received."""
    return int(http_json(f"http://127.0.0.1:{stack.ports['sink']}/count")["count"])
