"""Durably accepted submissions per second, next to the server's upper limit."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field

from dev.console import Problem, step

from bench.load import Load
from bench.metrics import Metric
from bench.stack import BenchStack
from bench.workload import CONNECTIONS, WORKFLOW, Workload

MOST_P99_MS = 60.0
BATCH = 1_000
BATCH_CONNECTIONS = 4
BATCHED_PER_SECOND = 5_000.0
MOST_AUTHORIZATION = 10.0
PATHS = {
    "api": f"/api/v1/workflows/{WORKFLOW}/submissions",
    "echo": "/echo",
    "signed-in-echo": "/echo",
    "bare-echo": "/echo",
}


@dataclass
class _Rounds:
    loads: list[Load] = field(default_factory=list)

    @property
    def rates(self) -> tuple[float, ...]:
        return tuple(load.per_second for load in self.loads)

    @property
    def rate(self) -> float:
        return statistics.median(self.rates)


def measure(stack: BenchStack, work: Workload) -> list[Metric]:
    """Alternate rounds, so that other work on the machine affects all of them equally.

    Nothing is delivered: the workers are not running.
    """
    servers = {name: _Rounds() for name in PATHS}
    with step("Intake and echo, in turn"), stack.running(*PATHS):
        for _ in range(work.rounds):
            for name, rounds in servers.items():
                rounds.loads.append(load(stack, name, work))
    _require_all_kept(stack, servers["api"])
    return _metrics(servers)


def batches(stack: BenchStack, work: Workload) -> list[Metric]:
    """Many submissions in each request, each of them with its own key and three steps."""
    done = _Rounds()
    with stack.running("api"):
        for _ in range(work.rounds):
            with step(f"Batches of {BATCH:,} submissions, {BATCH_CONNECTIONS} connections"):
                done.loads.append(load(stack, "api", work, batch=BATCH))
    _require_all_kept(stack, done, each=BATCH)
    rates = tuple(BATCH * rate for rate in done.rates)
    return [
        Metric("batch_intake_per_second", statistics.median(rates), "submissions/s",
               f"Durable intake in batches of {BATCH:,}, {BATCH_CONNECTIONS} connections",
               at_least=BATCHED_PER_SECOND, runs=rates),
        Metric("batch_intake_p50_ms", _middle(done, "p50_ms"), "ms", "  a batch's latency, p50"),
        Metric("batch_intake_max_ms", _middle(done, "max_ms"), "ms", "  the longest"),
    ]  # fmt: skip


def load(stack: BenchStack, name: str, work: Workload, *, batch: int = 0) -> Load:
    """One round against a running server. Raises Problem if an answer is not a 202."""
    options = {
        "port": stack.ports[name],
        "path": f"{PATHS[name]}/batch" if batch else PATHS[name],
        "connections": BATCH_CONNECTIONS if batch else CONNECTIONS,
        "warm-up": work.warm_up,
        "seconds": work.seconds,
        "batch": batch,
    }
    words = [word for key, value in options.items() for word in (f"--{key}", str(value))]
    result = Load(**stack.python("bench.load", *words, stdin=stack.api_key))
    if set(result.statuses) != {"202"}:
        raise Problem(f"{name} answered {result.statuses} instead of 202 alone.")
    return result


def _require_all_kept(stack: BenchStack, rounds: _Rounds, *, each: int = 1) -> None:
    """Every 202 has its submissions. Warm-ups and cut connections may leave more."""
    accepted = sum(load.requests for load in rounds.loads) * each
    with stack.database() as database:
        row = database.execute("SELECT count(*) FROM submissions_submission").fetchone()
    stack.forget_submissions()
    kept = row[0] if row else 0
    if kept < accepted:
        raise Problem(f"{accepted} submissions were answered with 202, but {kept} are stored.")


def _metrics(servers: dict[str, _Rounds]) -> list[Metric]:
    intake, echo, bare = servers["api"], servers["echo"], servers["bare-echo"]
    signed_in = servers["signed-in-echo"]
    return [
        Metric("intake_per_second", intake.rate, "requests/s",
               f"Durable intake, {CONNECTIONS} connections", runs=intake.rates),
        Metric("intake_p50_ms", _middle(intake, "p50_ms"), "ms", "  its latency, p50"),
        Metric("intake_p99_ms", _middle(intake, "p99_ms"), "ms", "  p99",
               at_most=MOST_P99_MS),
        Metric("echo_per_second", echo.rate, "requests/s",
               "Echo without a database, same server and settings", runs=echo.rates),
        Metric("signed_in_echo_per_second", signed_in.rate, "requests/s",
               "The same echo, for those who may submit", runs=signed_in.rates),
        Metric("authorization_share_of_intake", _authorization(intake, echo, signed_in), "%",
               "Authentication and authorization, as a share of an intake's time",
               at_most=MOST_AUTHORIZATION),
        Metric("bare_echo_per_second", bare.rate, "requests/s",
               "Echo without a database and without middleware", runs=bare.rates),
    ]  # fmt: skip


def _authorization(intake: _Rounds, echo: _Rounds, signed_in: _Rounds) -> float:
    """The time that signing in adds to an echo, in percent of an intake's time."""
    added = statistics.median(
        1 / with_it - 1 / without
        for with_it, without in zip(signed_in.rates, echo.rates, strict=True)
    )
    return 100 * added * intake.rate


def _middle(rounds: _Rounds, name: str) -> float:
    values: list[float] = [getattr(load, name) for load in rounds.loads]
    return statistics.median(values)
