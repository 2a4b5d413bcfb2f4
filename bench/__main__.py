"""`python -m bench`: measure, print a table, write `bench/out/latest.json`, check the floors."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from traceback import format_exc
from types import FrameType

from dev.console import Problem, report, say, table
from dev.processes.lock import Held, lock
from dev.processes.supervisor import Interrupted, interruptible

from bench.machine import describe
from bench.metrics import Metric, rows
from bench.ratios import ratios
from bench.selection import EVERY, Measurement, chosen
from bench.stack import HOME, BenchStack, open_stack
from bench.workload import FULL, GROWN, QUICK, SOAKED, Workload

OUT = Path(__file__).parent / "out"


class TimeOver(Problem):
    """The measurements took too long: no further one starts."""


@dataclass
class Results:
    """Results, and the reasons for missing ones, by name of the measurement."""

    metrics: list[Metric] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)


def measure_all(
    stack: BenchStack, work: Workload, measurements: list[Measurement], results: Results
) -> None:
    """Run the measurements in turn, each with only the processes that it needs.

    A failed measurement loses only its own figures. Raises Interrupted.
    """
    stack.start("sink")
    for number, each in enumerate(measurements, 1):
        say(f"  [{number}/{len(measurements)}] {each.name}: {each.title}")
        try:
            results.metrics += each.measure(stack, work)
        except Interrupted:
            raise
        except TimeOver as over:
            for missing in measurements[number - 1 :]:
                results.failures[missing.name] = over.message
            break
        except Exception as error:
            problem = error if isinstance(error, Problem) else Problem(repr(error), format_exc())
            report(problem)
            results.failures[each.name] = problem.message
    results.metrics += ratios(results.metrics)


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raise TimeOver in the block when it takes too long."""

    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise TimeOver(f"The measurements took longer than {seconds} s: too busy a machine.")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def main() -> int:
    """Measure once. Exit code 1 if a floor is missed or a figure is missing."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only see that everything runs")
    names = ", ".join(each.name for each in EVERY)
    parser.add_argument("--only", default="", help=f"some of: {names}; with commas")
    parser.add_argument("--growth", action="store_true", help="10 M finished step runs, not 1 M")
    parser.add_argument(
        "--soak", action="store_true", help="memory for 30 minutes, odd answers for an hour"
    )
    options = parser.parse_args()
    work = QUICK if options.quick else FULL
    more = (GROWN if options.growth else {}) | (SOAKED if options.soak else {})
    work = replace(work, **more)
    try:
        measurements = chosen(filter(None, options.only.split(",")))
    except Problem as problem:
        report(problem)
        return 2
    machine = describe()
    begun = time.monotonic()
    results = Results()
    HOME.create()
    try:
        with lock(HOME), interruptible(), time_limit(work.longest_seconds), open_stack() as stack:
            measure_all(stack, work, measurements, results)
    except Problem as problem:
        # The stack itself failed. Earlier results are still written.
        report(problem)
        done = {metric.name for metric in results.metrics}
        results.failures["stack" if not done else "the rest"] = problem.message
    except Held as held:
        report(Problem(f"Another measurement is going on (process {held.pid})."))
        return 1
    except Interrupted:
        return 130
    whole = len(measurements) == len(EVERY)
    return _finish(results, machine, work, time.monotonic() - begun, whole=whole)


def show(results: Results, work: Workload) -> None:
    """Print the results and what is missing."""
    say()
    if results.metrics:
        table(rows(results.metrics, judged=work.judged))
        say()
    for name, reason in results.failures.items():
        say(f"  Not measured: {name}. {reason}")


def _finish(
    results: Results,
    machine: dict[str, object],
    work: Workload,
    seconds: float,
    *,
    whole: bool,
) -> int:
    """Write, print and check the results. A partial run does not replace complete figures."""
    written_out = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "seconds": round(seconds),
        "judged": work.judged,
        "machine": machine,
        "metrics": [metric.as_json() for metric in results.metrics],
        "missing": results.failures,
    }
    OUT.mkdir(exist_ok=True)
    written = OUT / ("latest.json" if whole and work.judged else "partial.json")
    written.write_text(json.dumps(written_out, indent=1) + "\n")
    show(results, work)
    say(f"  {machine['cores']} x {machine['processor']}, {machine['system']}, {seconds:.0f} s")
    missed = [metric.title.strip() for metric in results.metrics if metric.missed and work.judged]
    if missed:
        report(Problem(f"Missed: {'; '.join(missed)}"))
    return 1 if missed or results.failures else 0


if __name__ == "__main__":
    sys.exit(main())
