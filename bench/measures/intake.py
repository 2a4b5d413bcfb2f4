"""How many submissions a second are durably accepted, beside what the server can answer at all."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field

from dev.console import Problem, step

from bench.load import Load
from bench.metrics import Metric
from bench.stack import BenchStack
from bench.workload import CONNECTIONS, WORKFLOW, Workload

SHARE_OF_ECHO = 15.0
PATHS = {
    "api": f"/api/v1/workflows/{WORKFLOW}/submissions",
    "echo": "/echo",
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
    """Rounds of each in turn, so that what else the machine does meets all of them alike.

    Nothing is delivered meanwhile: the workers are not running.
    """
    servers = {name: _Rounds() for name in PATHS}
    with step("Intake and echo, in turn"), stack.running(*PATHS):
        for _ in range(work.rounds):
            for name, rounds in servers.items():
                rounds.loads.append(load(stack, name, work))
    _require_all_kept(stack, servers["api"])
    return _metrics(servers)


def load(stack: BenchStack, name: str, work: Workload) -> Load:
    """One round against a running server. Raises Problem if an answer is not a 202."""
    options = {
        "port": stack.ports[name],
        "path": PATHS[name],
        "connections": CONNECTIONS,
        "warm-up": work.warm_up,
        "seconds": work.seconds,
    }
    words = [word for key, value in options.items() for word in (f"--{key}", str(value))]
    result = Load(**stack.python("bench.load", *words, stdin=stack.api_key))
    if set(result.statuses) != {"202"}:
        raise Problem(f"{name} answered {result.statuses} instead of 202 alone.")
    return result


def _require_all_kept(stack: BenchStack, rounds: _Rounds) -> None:
    """Every 202 has its submission. There may be more: of warm-ups, and of cut connections."""
    accepted = sum(load.requests for load in rounds.loads)
    with stack.database() as database:
        row = database.execute("SELECT count(*) FROM submissions_submission").fetchone()
    stack.forget_submissions()
    kept = row[0] if row else 0
    if kept < accepted:
        raise Problem(f"{accepted} submissions were answered with 202, but {kept} are stored.")


def _metrics(servers: dict[str, _Rounds]) -> list[Metric]:
    intake, echo, bare = servers["api"], servers["echo"], servers["bare-echo"]
    return [
        Metric("intake_per_second", intake.rate, "requests/s",
               f"Durable intake, {CONNECTIONS} connections", runs=intake.rates),
        Metric("intake_p50_ms", _middle(intake, "p50_ms"), "ms", "  its latency, p50"),
        Metric("intake_p99_ms", _middle(intake, "p99_ms"), "ms", "  its latency, p99"),
        Metric("echo_per_second", echo.rate, "requests/s",
               "Echo without a database, same server and settings", runs=echo.rates),
        Metric("intake_share_of_echo", 100 * intake.rate / echo.rate, "%",
               "Intake as a share of the echo", at_least=SHARE_OF_ECHO),
        Metric("bare_echo_per_second", bare.rate, "requests/s",
               "Echo without a database and without middleware", runs=bare.rates),
        Metric("intake_share_of_bare_echo", 100 * intake.rate / bare.rate, "%",
               "Intake as a share of the bare echo"),
    ]  # fmt: skip


def _middle(rounds: _Rounds, name: str) -> float:
    values: list[float] = [getattr(load, name) for load in rounds.loads]
    return statistics.median(values)
