"""`python -m chaos`: break the system with one fault after another, and compare results."""

from __future__ import annotations

import argparse
import sys
import time

from bench.stack import HOME
from dev.console import Problem, report, say, step, table
from dev.processes.lock import Held, lock
from dev.processes.supervisor import Interrupted, interruptible

from chaos.faults.all import FAULTS
from chaos.faults.fault import Fault
from chaos.stage import Stage, open_stage
from chaos.verdict import Verdict

_HEADINGS = ["", "fault", "accepted", "effects", "lost", "doubled", "unknown", "recovery", ""]


def main() -> int:
    """Run the chosen faults. Exit code 1 if any ended in a forbidden result."""
    parser = argparse.ArgumentParser(prog="python -m chaos", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="skip long faults")
    parser.add_argument("--size", type=int, help="submissions of a fault that takes many")
    parser.add_argument("faults", nargs="*", help="numbers, or words in their names")
    options = parser.parse_args()
    chosen = [fault for fault in FAULTS if _is_chosen(fault, options.faults, quick=options.quick)]
    if not chosen:
        report(Problem("There is no such fault. They are: " + _names()))
        return 1
    begun = time.monotonic()
    HOME.create()
    try:
        with lock(HOME), interruptible(), open_stage() as stage:
            verdicts = [(fault, _run(fault, stage, options)) for fault in chosen]
    except Problem as problem:
        report(problem)
        return 1
    except Held as held:
        report(Problem(f"A measurement or another fault suite is going on (process {held.pid})."))
        return 1
    except Interrupted:
        return 130
    return _sum_up(verdicts, time.monotonic() - begun)


def _run(fault: Fault, stage: Stage, options: argparse.Namespace) -> Verdict:
    with step(f"{fault.number}. {fault.name}"):
        stage.begin()
        try:
            return fault(stage, quick=options.quick, size=options.size)
        except (Problem, TimeoutError) as problem:
            return Verdict(0, 0, [], [], 0, 0.0, broken=[str(problem)])


def _is_chosen(fault: Fault, words: list[str], *, quick: bool) -> bool:
    if words:
        return any(word == str(fault.number) or word in fault.name for word in words)
    return not (quick and fault.long)


def _names() -> str:
    return "; ".join(f"{fault.number} {fault.name}" for fault in FAULTS)


def _sum_up(verdicts: list[tuple[Fault, Verdict]], seconds: float) -> int:
    say()
    table([_HEADINGS, *(_row(fault, verdict) for fault, verdict in verdicts)])
    say()
    for fault, verdict in verdicts:
        for wrong in _wrong(verdict):
            say(f"  ✗ {fault.number}. {fault.name}: {wrong}")
        for line in verdict.evidence:
            say(f"    {line}")
    passed = sum(verdict.passed for _, verdict in verdicts)
    say(f"Faults: {passed} survived, {len(verdicts) - passed} not in {seconds:.0f} s")
    return 0 if passed == len(verdicts) else 1


def _row(fault: Fault, verdict: Verdict) -> list[str]:
    numbers = (verdict.accepted, verdict.effects, len(verdict.lost), len(verdict.doubled))
    return [
        "✓" if verdict.passed else "✗",
        f"{fault.number}. {fault.name}",
        *(str(number).rjust(8) for number in numbers),
        str(verdict.unknown).rjust(7),
        f"{verdict.recovery_seconds:6.1f} s",
        verdict.note,
    ]


def _wrong(verdict: Verdict) -> list[str]:
    lost = [f"lost {', '.join(verdict.lost[:5])}"] if verdict.lost else []
    doubled = [f"doubled {', '.join(verdict.doubled[:5])}"] if verdict.doubled else []
    return [*lost, *doubled, *verdict.broken]


if __name__ == "__main__":
    sys.exit(main())
