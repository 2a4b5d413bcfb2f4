"""How long one submission takes to arrive when nothing else is going on."""

from __future__ import annotations

import http.client
import json
import random
import time
import uuid
from dataclasses import dataclass
from typing import Any

from dev.console import Problem, step
from dev.health import http_json

from bench.measures.intake import PATHS
from bench.metrics import Metric
from bench.percentiles import percentile
from bench.samples import customer
from bench.stack import BenchStack
from bench.workload import Workload

OVER_THE_SINK_MS = 60.0
WARM_UP = 5
_PAUSE_SECONDS = (0.05, 0.15)
_PATIENCE_SECONDS = 30.0
_STATUS = "SELECT status FROM submissions_submission WHERE id = %s"


@dataclass(frozen=True)
class _Sample:
    """Seconds since just before the request was sent."""

    accepted: float
    first_arrival: float
    delivered: float


def measure(stack: BenchStack, work: Workload) -> list[Metric]:
    """Submit one at a time, with a pause between. The workers must be running."""
    with step("Latency of single submissions"):
        sink = _sink_latencies(stack, work.latencies)
        samples = _samples(stack, work.latencies + WARM_UP)[WARM_UP:]
    arrival = sorted(1000 * sample.first_arrival for sample in samples)
    delivered = sorted(1000 * sample.delivered for sample in samples)
    accepted = sorted(1000 * sample.accepted for sample in samples)
    own = percentile(sink, 50)
    return [
        Metric("idle_accepted_p50_ms", percentile(accepted, 50), "ms", "Idle: 202 received, p50"),
        Metric("idle_arrival_p50_ms", percentile(arrival, 50), "ms",
               "Idle: submit to first step at the sink, p50"),
        Metric("idle_arrival_p99_ms", percentile(arrival, 99), "ms", "  p99"),
        Metric("idle_delivered_p50_ms", percentile(delivered, 50), "ms",
               "Idle: submit to all three steps done and stored, p50"),
        Metric("idle_delivered_p99_ms", percentile(delivered, 99), "ms", "  p99"),
        Metric("sink_p50_ms", own, "ms", "The sink's own answer, p50"),
        Metric("idle_delivered_over_sink_p50_ms", percentile(delivered, 50) - own, "ms",
               "Submit to delivered over the sink's own, p50", at_most=OVER_THE_SINK_MS),
    ]  # fmt: skip


def _sink_latencies(stack: BenchStack, count: int) -> list[float]:
    """What a POST to the sink takes from here, in milliseconds, ascending."""
    sink = http.client.HTTPConnection("127.0.0.1", stack.ports["sink"], timeout=10)
    took = []
    for _ in range(count):
        begun = time.monotonic()
        sink.request("POST", "/", json.dumps({"ref": "none"}))
        sink.getresponse().read()
        took.append(1000 * (time.monotonic() - begun))
    sink.close()
    return sorted(took)


def _samples(stack: BenchStack, count: int) -> list[_Sample]:
    api = http.client.HTTPConnection("127.0.0.1", stack.ports["api"], timeout=10)
    database = stack.database()
    samples = []
    with database:
        for number in range(count):
            time.sleep(random.uniform(*_PAUSE_SECONDS))  # noqa: S311  # no rhythm to fall in with
            begun = time.monotonic()
            accepted = _submit(api, stack.api_key, number)
            answered = time.monotonic()
            finished = _wait_until_delivered(database, accepted["id"])
            first = _first_arrival(stack, accepted["reference"])
            samples.append(_Sample(answered - begun, first - begun, finished - begun))
    api.close()
    return samples


def _submit(api: http.client.HTTPConnection, api_key: str, number: int) -> dict[str, Any]:
    headers = {
        "Content-Type": "application/json",
        "Authorization": f"Bearer {api_key}",
        "Idempotency-Key": str(uuid.uuid4()),
    }
    api.request("POST", PATHS["api"], json.dumps({"data": customer(number)}), headers)
    answer = api.getresponse()
    body: dict[str, Any] = json.loads(answer.read())
    if answer.status != 202:
        raise Problem(f"A submission was answered with {answer.status}.", str(body))
    return body


def _wait_until_delivered(database: Any, submission_id: str) -> float:
    """When the row was first seen in its last state, looking every millisecond."""
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
