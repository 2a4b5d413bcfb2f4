"""`python -m bench`: measure, print a table, write `bench/out/latest.json`, judge the floors."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from dev.console import Problem, report, say, table
from dev.lock import Held, lock
from dev.supervisor import Interrupted, interruptible

from bench.machine import describe
from bench.measures import delivery, first_load, intake, latency
from bench.metrics import Metric, rows
from bench.stack import HOME, BenchStack, open_stack
from bench.workload import FULL, QUICK, Workload

LONGEST_SECONDS = 290
OUT = Path(__file__).parent / "out" / "latest.json"


def measure_all(stack: BenchStack, work: Workload, metrics: list[Metric]) -> None:
    """Every measurement, one after another, each with only the processes that it needs.

    What was measured is in ``metrics`` even if a later measurement fails.
    """
    metrics += first_load.measure()
    stack.start("sink")
    metrics += intake.measure(stack, work)
    with stack.running("delivery", "dispatcher"):
        delivered = delivery.measure(stack, work)
        metrics += delivered
        with stack.running("api"):
            metrics += delivery.intake_meanwhile(stack, work)
            metrics += latency.measure(stack, work)
    metrics += delivery.compare(stack, work, delivered[0])


@contextmanager
def time_limit() -> Iterator[None]:
    """Raise Problem in the block once it has taken too long: better no figure than no end."""

    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise Problem(f"The measurements took longer than {LONGEST_SECONDS} s: too busy a machine.")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(LONGEST_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def main() -> int:
    """Measure once. Exit code 1 if a floor is missed or something broke."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only see that everything runs")
    work = QUICK if parser.parse_args().quick else FULL
    machine = describe()
    begun = time.monotonic()
    metrics: list[Metric] = []
    HOME.create()
    try:
        with lock(HOME), interruptible(), time_limit(), open_stack() as stack:
            measure_all(stack, work, metrics)
    except Problem as problem:
        show(metrics, work)
        report(problem)
        return 1
    except Held as held:
        report(Problem(f"Another measurement is going on (process {held.pid})."))
        return 1
    except Interrupted:
        return 130
    return _finish(metrics, machine, work, time.monotonic() - begun)


def show(metrics: list[Metric], work: Workload) -> None:
    """Print what was measured."""
    if metrics:
        say()
        table(rows(metrics, judged=work.judged))
        say()


def _finish(
    metrics: list[Metric], machine: dict[str, object], work: Workload, seconds: float
) -> int:
    result = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "seconds": round(seconds),
        "judged": work.judged,
        "machine": machine,
        "metrics": [metric.as_json() for metric in metrics],
    }
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(result, indent=1) + "\n")
    show(metrics, work)
    say(f"  {machine['cores']} x {machine['processor']}, {machine['system']}, {seconds:.0f} s")
    missed = [metric.title.strip() for metric in metrics if metric.missed and work.judged]
    if missed:
        report(Problem(f"Missed: {'; '.join(missed)}"))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
