"""The systems that Waybill is compared with, measured in the same run."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from dev.console import Problem, step
from dev.stores.postgres import binaries

from bench.baselines import plain_celery_run, queued_run
from bench.metrics import Metric
from bench.stack import BenchStack
from bench.workload import Workload

_INSERT = Path(__file__).parent.parent / "baselines" / "insert.sql"
_TPS = re.compile(r"^tps = ([\d.]+)", re.MULTILINE)
INSERTERS = 8


def raw(stack: BenchStack, work: Workload) -> list[Metric]:
    """The upper limits: the same POSTs without storage, and single rows without a POST."""
    rates = {}
    for in_flight in work.raw_in_flight:
        with step(f"Bare POSTs, {in_flight} in flight"):
            words = [str(in_flight), str(work.raw_seconds)]
            rates[in_flight] = float(stack.python("bench.baselines.raw_posts", *words))
    best = max(rates, key=lambda count: rates[count])
    with step("Single-row inserts by pgbench"):
        inserts = _inserts(stack, work.raw_seconds)
    return [
        Metric("raw_posts_per_second", rates[best], "POSTs/s",
               f"Bare POSTs by aiohttp, one process ({best} in flight, the best)",
               runs=tuple(rates.values())),
        Metric("raw_inserts_per_second", inserts, "rows/s",
               f"Single-row inserts by pgbench, {INSERTERS} connections, a commit each"),
    ]  # fmt: skip


def _inserts(stack: BenchStack, seconds: float) -> float:
    with stack.database() as database:
        database.execute("DROP TABLE IF EXISTS bench_insert")
        database.execute(
            "CREATE TABLE bench_insert (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
            " data jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT now())"
        )
    command = [str(binaries() / "pgbench"), "--no-vacuum", "--file", str(_INSERT)]
    command += ["--client", str(INSERTERS), "--jobs", "2", "--protocol", "prepared"]
    command += ["--time", str(max(1, round(seconds))), stack.variables["DATABASE_URL"]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = _TPS.search(done.stdout)
    if done.returncode != 0 or found is None:
        raise Problem("pgbench failed.", done.stderr)
    return float(found[1])


def celery(stack: BenchStack, work: Workload) -> list[Metric]:
    """A Celery task per step, in its best configuration."""
    rates: dict[str, float] = {}
    for pool, concurrency in work.celery:
        with step(f"A Celery task per step, {pool} x {concurrency}"):
            name = f"{pool} x {concurrency}"
            rates[name] = plain_celery_run.measure(stack, pool, concurrency, work.baseline_steps)
    best = max(rates, key=lambda name: rates[name])
    return [
        Metric("celery_steps_per_second", rates[best], "steps/s",
               f"A Celery task per step ({best}, the best of {len(rates)})",
               runs=tuple(rates.values())),
    ]  # fmt: skip


def procrastinate(stack: BenchStack, work: Workload) -> list[Metric]:
    """A Procrastinate task per step, in its best configuration."""
    rates: dict[str, float] = {}
    for processes, concurrency in work.procrastinate:
        name = f"{processes} x {concurrency} async"
        with step(f"A Procrastinate task per step, {name}"):
            rates[name] = queued_run.measure(stack, processes, concurrency, work.baseline_steps)
    best = max(rates, key=lambda name: rates[name])
    return [
        Metric("procrastinate_steps_per_second", rates[best], "steps/s",
               f"A Procrastinate task per step ({best}, the best of {len(rates)})",
               runs=tuple(rates.values())),
    ]  # fmt: skip
