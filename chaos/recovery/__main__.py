"""`python -m chaos.recovery`: destroy a cluster under load, recover it, and print RPO and RTO."""

from __future__ import annotations

import sys
import time

from bench.machine import describe
from bench.stack import HOME
from dev import recovery
from dev.console import Problem, report, say, step, table
from dev.processes.lock import Held, lock
from dev.processes.supervisor import Interrupted, interruptible

from chaos.recovery.cluster import Cluster
from chaos.recovery.figures import spoken
from chaos.recovery.mistakes import mistakes
from chaos.recovery.rounds import ROUNDS, Result, play
from chaos.stage import open_stage

_HEADINGS = ["", "recovered", "acknowledged", "missing", "RPO", "RTO", "doubled", "unknown"]


def main() -> int:
    """Play every round and make every mistake. Exit code 1 if anything was not survived."""
    begun = time.monotonic()
    HOME.create()
    try:
        with lock(HOME), interruptible():
            recovery.install()
            results, made = _drill()
    except Problem as problem:
        report(problem)
        return 1
    except Held as held:
        report(Problem(f"A measurement or the fault suite is going on (process {held.pid})."))
        return 1
    except Interrupted:
        return 130
    return _sum_up(results, made, time.monotonic() - begun)


def _drill() -> tuple[list[Result], list[tuple[str, str, bool]]]:
    with open_stage() as stage:
        cluster = Cluster(stage)
        try:
            with step("Configuring Barman"):
                cluster.barman.prepare(cluster.admin_url)
            results = [play(cluster, each, again=number > 0) for number, each in enumerate(ROUNDS)]
            with step("Making mistakes"):
                cluster.follow(again=True, synchronous=False)
                made = mistakes(cluster)
        finally:
            cluster.barman.remove()
    return results, made


def _sum_up(results: list[Result], made: list[tuple[str, str, bool]], seconds: float) -> int:
    say()
    table([_HEADINGS, *(_row(result) for result in results)])
    say()
    for result in results:
        say(f"  {result.round.name}: {spoken(result.downtime.parts)}")
        flying = result.in_flight
        say(
            f"    In flight then: {flying.repeated} keyed steps were repeated, {flying.looked_up} "
            f"readable ones looked up ({result.found} were there), {flying.unknown} blind ones "
            "left to a person."
        )
        orphans = len(result.loss.orphans)
        if orphans:
            say(f"    {orphans} of the missing had been delivered: their effects stay there.")
        for wrong in result.wrong:
            say(f"    ✗ {wrong}")
    say()
    for name, said, right in made:
        say(f"  {'✓' if right else '✗'} {name}: {said or 'not refused'}")
    machine = describe()
    say()
    say(f"  {machine['cores']} x {machine['processor']}, {machine['system']}, {seconds:.0f} s")
    failed = sum(bool(result.wrong) for result in results) + sum(not right for *_, right in made)
    passed = len(results) + len(made) - failed
    say(f"Recovery: {passed} passed, {failed} failed in {seconds:.0f} s")
    return 1 if failed else 0


def _row(result: Result) -> list[str]:
    found, lost = result.verdict, result.loss
    return [
        "✗" if result.wrong else "✓",
        result.round.name,
        str(lost.acknowledged).rjust(12),
        str(len(lost.missing)).rjust(7),
        f"{lost.rpo_seconds:.2f} s",
        f"{result.downtime.rto_seconds:.1f} s",
        str(len(found.doubled)).rjust(7),
        str(found.unknown).rjust(7),
    ]


if __name__ == "__main__":
    sys.exit(main())
