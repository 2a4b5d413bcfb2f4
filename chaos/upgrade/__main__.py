"""`python -m chaos.upgrade`: upgrade a system under load and go back; nothing may be lost."""

from __future__ import annotations

import sys
import time

from bench.stack import HOME
from dev.console import Problem, report, say, table
from dev.processes.lock import Held, lock
from dev.processes.supervisor import Interrupted, interruptible

from chaos.upgrade.drill import Drill, Phase, open_drill
from chaos.verdict import Verdict

_HEADINGS = ["phase", "seconds", "accepted", "slowest", "5xx", "other", "old one stopped in"]


def main() -> int:
    """Run the drill. Exit code 1 if anything was lost, doubled or refused."""
    begun = time.monotonic()
    HOME.create()
    try:
        with lock(HOME), interruptible(), open_drill() as drill:
            verdict = drill.run()
    except Problem as problem:
        report(problem)
        return 1
    except Held as held:
        report(Problem(f"A measurement or a fault suite is going on (process {held.pid})."))
        return 1
    except Interrupted:
        return 130
    return _sum_up(drill, verdict, time.monotonic() - begun)


def _sum_up(drill: Drill, verdict: Verdict, seconds: float) -> int:
    say()
    table([_HEADINGS, *map(_row, drill.phases)])
    say()
    if drill.this.migrations() - drill.last.migrations():
        say(f"  Migrations gave way to the report {drill.gave_way} times.")
    else:
        say(f"  {drill.this.version} has no migrations that {drill.last.version} lacks.")
    for wrong in (*_some("lost", verdict.lost), *_some("doubled", verdict.doubled)):
        say(f"  ✗ {wrong}")
    for line in verdict.broken:
        say(f"  ✗ {line}")
    say(
        f"Upgrade: {verdict.accepted} accepted, {verdict.effects} delivered,"
        f" {len(verdict.lost)} lost, {len(verdict.doubled)} doubled, {verdict.unknown} unknown,"
        f" {sum(phase.count.failed for phase in drill.phases)} requests failed in {seconds:.0f} s"
    )
    return 0 if verdict.passed else 1


def _row(phase: Phase) -> list[str]:
    answers = phase.count.answers
    other = sum(answers.values()) - answers[202] - phase.count.failed
    return [
        phase.name,
        f"{phase.seconds:7.1f}",
        f"{answers[202]:8}",
        f"{phase.count.slowest_seconds * 1000:5.0f} ms",
        f"{phase.count.failed:3}",
        f"{other:5}",
        f"{phase.stop_seconds:5.1f} s" if phase.stop_seconds else "",
    ]


def _some(what: str, references: list[str]) -> list[str]:
    return [f"{len(references)} {what}: {', '.join(references[:5])}"] if references else []


if __name__ == "__main__":
    sys.exit(main())
