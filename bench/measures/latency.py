"""The latency of one submission on an idle system."""

from __future__ import annotations

import http.client
import json
import random
import time
import uuid
from dataclasses import dataclass
from typing import Any

from dev.console import Problem, step
from dev.processes.health import http_json

from bench.metrics import Metric
from bench.percentiles import percentile
from bench.samples import customer
from bench.stack import BenchStack
from bench.workload import ONE_STEP, WORKFLOW, Workload

MOST_P50_MS = 30.0
MOST_P99_MS = 120.0
WARM_UP = 5
_PAUSE_SECONDS = (0.05, 0.15)
_PATIENCE_SECONDS = 30.0
_STATUS = "SELECT status FROM submissions_submissionstate WHERE submission_id = %s"


@dataclass(frozen=True)
class _Sample:
    """Seconds since just before the request was sent."""

    accepted: float
    first_arrival: float
    delivered: float


def measure(stack: BenchStack, work: Workload) -> list[Metric]:
    """Submit one at a time, with pauses: with one step, which has a floor, and with three."""
    stack.forget_submissions()
    with stack.running("api", "delivery", "dispatcher"):
        with step("Latency of single submissions of one step"):
            sink = _sink_latencies(stack, work.latencies)
            singles = _samples(stack, ONE_STEP, work.latencies)
        with step("Latency of single submissions of three steps"):
            chains = _samples(stack, WORKFLOW, work.chain_latencies)
    own = percentile(sink, 50)
    return [
        Metric("sink_p50_ms", own, "ms", "The sink's own answer, p50"),
        *_quantiles("idle_accepted", "Idle: submit to 202", [each.accepted for each in singles]),
        *_quantiles("idle_arrival", "Idle: submit to the step's arrival at the sink",
                    [each.first_arrival for each in singles]),
        *_over_the_sink([each.delivered for each in singles], own),
        *_quantiles("idle_chain_delivered", "Idle: submit to all of three steps stored as done",
                    [each.delivered for each in chains]),
    ]  # fmt: skip


def _quantiles(name: str, title: str, seconds: list[float]) -> list[Metric]:
    ordered = sorted(1000 * value for value in seconds)
    return [
        Metric(f"{name}_p50_ms", percentile(ordered, 50), "ms", f"{title}, p50"),
        Metric(f"{name}_p99_ms", percentile(ordered, 99), "ms", "  p99"),
    ]


def _over_the_sink(seconds: list[float], own: float) -> list[Metric]:
    ordered = sorted(1000 * value - own for value in seconds)
    return [
        Metric("idle_delivered_over_sink_p50_ms", percentile(ordered, 50), "ms",
               "Idle: submit to its one step stored as done, over the sink's own, p50",
               at_most=MOST_P50_MS),
        Metric("idle_delivered_over_sink_p99_ms", percentile(ordered, 99), "ms", "  p99",
               at_most=MOST_P99_MS),
    ]  # fmt: skip


def _sink_latencies(stack: BenchStack, count: int) -> list[float]:
    """Latencies of a POST to the sink from here, in milliseconds, ascending."""
    sink = http.client.HTTPConnection("127.0.0.1", stack.ports["sink"], timeout=10)
    took = []
    for _ in range(count):
        begun = time.monotonic()
        sink.request("POST", "/", json.dumps({"ref": "none"}))
        sink.getresponse().read()
        took.append(1000 * (time.monotonic() - begun))
    sink.close()
    return sorted(took)


def _samples(stack: BenchStack, workflow: str, count: int) -> list[_Sample]:
    api = http.client.HTTPConnection("127.0.0.1", stack.ports["api"], timeout=10)
    database = stack.database()
    samples = []
    with database:
        for number in range(count + WARM_UP):
            time.sleep(random.uniform(*_PAUSE_SECONDS))  # noqa: S311  # no rhythm to fall in with
            begun = time.monotonic()
            accepted = submit(api, stack.api_key, workflow, number)
            answered = time.monotonic()
            finished = _wait_until_delivered(database, accepted["id"])
            first = _first_arrival(stack, accepted["reference"])
            samples.append(_Sample(answered - begun, first - begun, finished - begun))
    api.close()
    return samples[WARM_UP:]


def submit(
    api: http.client.HTTPConnection, api_key: str, workflow: str, number: int
) -> dict[str, Any]:
    """Post one submission. Raises Problem unless it is accepted."""
    headers = {
        "Content-Type": "application/json",
        "Authorization": f"Bearer {api_key}",
        "Idempotency-Key": str(uuid.uuid4()),
    }
    path = f"/api/v1/workflows/{workflow}/submissions"
    api.request("POST", path, json.dumps({"data": customer(number)}), headers)
    answer = api.getresponse()
    body: dict[str, Any] = json.loads(answer.read())
    if answer.status != 202:
        raise Problem(f"A submission was answered with {answer.status}.", str(body))
    return body


def _wait_until_delivered(database: Any, submission_id: str) -> float:
    """When the row was first seen in its last state. Polls every millisecond."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline:
        row = database.execute(_STATUS, [submission_id]).fetchone()
        if row and row[0] == "succeeded":
            return time.monotonic()
        time.sleep(0.001)
    raise Problem(f"Submission {submission_id} was not delivered within {_PATIENCE_SECONDS:.0f} s.")


def _first_arrival(stack: BenchStack, reference: str) -> float:
    arrivals = http_json(f"http://127.0.0.1:{stack.ports['sink']}/arrivals")
    return float(min(at for at, ref in arrivals if ref.startswith(f"{reference}/")))
