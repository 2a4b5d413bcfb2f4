"""Claims, lists and counts with a million pending and ten million ended steps."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from dev.console import Problem, step
from dev.layout import ROOT

from bench.growth_report import report
from bench.metrics import Metric
from bench.percentiles import percentile
from bench.stack import BenchStack
from bench.workload import Workload

OUT = Path(__file__).parent.parent / "out"
AT_LEAST = 10_000.0
MOST_CLAIM_MS = 25.0
WORKERS = 2
_SMALL = 10


def measure(stack: BenchStack, work: Workload) -> list[Metric]:
    """Fill a tenth, probe, fill the rest, probe again, then claim and settle. Writes a report."""
    stack.forget_submissions()
    pending, finished = work.pending, work.finished
    size = f"{_short(pending)} pending over 1,000 connections, {_short(finished)} finished"
    small = _filled(stack, pending // _SMALL, finished // _SMALL, plans=False)
    large = _filled(stack, pending - pending // _SMALL, finished - finished // _SMALL, plans=True)
    with step("Claimer and settling, one process"):
        single = _work(stack, 1, work.growth_seconds)
    with step(f"Claimer and settling, {WORKERS} processes"):
        several = _work(stack, WORKERS, work.growth_seconds)
    OUT.mkdir(exist_ok=True)
    (OUT / ("growth.txt" if work.judged else "growth-quick.txt")).write_text(report(small, large))
    claims = sorted(single[0]["claim_ms"])
    rates = {1: _rate(single), WORKERS: _rate(several)}
    best = max(rates, key=lambda count: rates[count])
    stack.forget_submissions()
    return [
        Metric("claim_and_settle_per_second", rates[best], "step runs/s",
               f"Claimed and settled by {best} process(es); {size}", at_least=AT_LEAST,
               runs=tuple(rates.values())),
        Metric("claim_p50_ms", percentile(claims, 50), "ms",
               "  one claim of up to 256 over 32 connections, p50"),
        Metric("claim_p99_ms", percentile(claims, 99), "ms", "  p99", at_most=MOST_CLAIM_MS),
        Metric("settle_p50_ms", percentile(sorted(single[0]["settle_ms"]), 50), "ms",
               "  settling as many, p50"),
    ]  # fmt: skip


def _filled(stack: BenchStack, pending: int, finished: int, *, plans: bool) -> dict[str, Any]:
    with step(f"Adding {pending:,} pending and {finished:,} finished step runs"):
        stack.python("bench.growth", "fill", str(pending), str(finished))
    with step("Timing the statements"):
        words = ["--plans"] if plans else []
        results: dict[str, Any] = stack.python("bench.growth", "probe", *words)
    return results


def _work(stack: BenchStack, processes: int, seconds: float) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "bench.growth", "work", str(seconds)]
    started = [
        subprocess.Popen(command, cwd=ROOT, env=stack.environment, stdout=subprocess.PIPE)
        for _ in range(processes)
    ]
    results = [process.communicate()[0] for process in started]
    if any(process.returncode for process in started):
        raise Problem("Claimer and settling failed; its last lines are above.")
    return [json.loads(each) for each in results]


def _rate(results: list[dict[str, Any]]) -> float:
    return float(sum(each["settled"] / each["seconds"] for each in results))


def _short(count: int) -> str:
    return f"{count / 1_000_000:g} M" if count >= 1_000_000 else f"{count / 1_000:g} k"
