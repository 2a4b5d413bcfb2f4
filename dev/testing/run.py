"""Runs the stages, reports each result, and prints a summary."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dev.commands import end_all, execute, tail
from dev.console import Problem, dim, report, say, step, table
from dev.environment import tool_environment
from dev.installing import frontend
from dev.layout import TEST
from dev.processes.lock import Held, lock
from dev.processes.supervisor import Supervisor, interruptible
from dev.stack import Stack
from dev.testing.browser import find_browser, require_browser
from dev.testing.stages import CLOSING_LINE, Needs, Stage, stages
from dev.up import close

FAILURE_LINES = 300
LAST_WORDS = 12
"""The number of lines of each failed stage that are repeated at the end."""
STAGE_SECONDS = 3000.0
ALL = frozenset({"lint", "supply", "backend", "security", "frontend", "client", "e2e", "chaos"})


FOR_BROWSERS = {"WAYBILL_OPEN_SIGNUP": "true"}
"""Variables of the whole stack that its usual settings lack: one test signs up by itself."""


@dataclass(frozen=True)
class Outcome:
    """The result of one stage: `passed`, `failed` or `skipped`."""

    name: str
    result: str
    seconds: float
    closing: str = ""
    last_words: str = ""


def _closing_lines(log: Path) -> list[str]:
    lines = log.read_text(errors="replace").splitlines()
    return [line.rstrip() for line in lines[-60:] if CLOSING_LINE.match(line)]


def _log_of(stage: Stage) -> Path:
    return TEST.logs / f"test-{stage.name.replace(' ', '-').lower()}.log"


def run_stage(stage: Stage, variables: Mapping[str, str]) -> Outcome:
    """Run one stage. Show its last lines, or all its output if it failed."""
    log = _log_of(stage)
    begun = time.monotonic()
    env = {**tool_environment(), **variables, **dict(stage.env)}
    try:
        with step(stage.name):
            code = execute(stage.command, log=log, cwd=stage.cwd, env=env, timeout=STAGE_SECONDS)
            if code != 0:
                raise Problem(f"{stage.name} failed ({code}). Log: {log}", tail(log, FAILURE_LINES))
    except (Problem, subprocess.TimeoutExpired) as problem:
        late = Problem(f"{stage.name} ran longer than {STAGE_SECONDS:.0f} s.", tail(log))
        report(problem if isinstance(problem, Problem) else late)
        return _outcome(stage, "failed", begun, log)
    return _outcome(stage, "passed", begun, log)


def _outcome(stage: Stage, result: str, begun: float, log: Path) -> Outcome:
    closing = _closing_lines(log)
    for line in closing:
        say(line)
    last = closing[-1].strip("= ") if closing else ""
    words = tail(log, LAST_WORDS) if result == "failed" else ""
    return Outcome(stage.name, result, time.monotonic() - begun, last, words)


class Session:
    """A test run. Starts what the next stage needs, in its own home.

    Stages may run in several threads; those that need servers run in one of them.
    """

    def __init__(self, supervisor: Supervisor) -> None:
        self.stack = Stack(TEST, supervisor, prefer_ports=False)
        self.level = Needs.NOTHING
        self.variables: dict[str, str] = {}
        self.broken = False
        self._ended = threading.Event()
        self._installing = threading.Lock()

    def end(self) -> None:
        """End what runs, in every thread; no stage begins after it."""
        self._ended.set()
        end_all()

    def run_in_turn(self, chosen: Sequence[Stage]) -> list[Outcome]:
        """Run these stages one after another, until somebody ends the session."""
        return [self.run(stage) for stage in chosen if not self._ended.is_set()]

    def build(self) -> None:
        """Build the web application, which `start_application` serves."""
        with self._installing:
            frontend.build()

    def reach(self, level: Needs) -> None:
        """Start servers up to this level. Raises Problem if that fails."""
        if level >= Needs.STORES > self.level:
            self.stack.open()
            self.stack.start_systems()
            self.variables = dict(self.stack.variables)
            self.level = Needs.STORES
        if level >= Needs.STACK > self.level:
            self.variables["CHROMIUM_PATH"] = require_browser()
            self.build()
            self.stack.variables |= FOR_BROWSERS
            self.stack.start_application()
            self.level = Needs.STACK

    def run(self, stage: Stage) -> Outcome:
        """Start what a stage needs and run it. A server that does not start fails the stage."""
        if stage.needs is Needs.STACK and not _browser_possible():
            say(f"  - {stage.name} skipped: no Chromium here, and it takes root to install it.")
            return Outcome(stage.name, "skipped", 0.0, "install Chromium or set CHROMIUM_PATH")
        if self.broken and stage.needs > self.level:
            return Outcome(stage.name, "failed", 0.0, "not run: its servers did not start")
        try:
            if stage.npm_packages:
                with self._installing:
                    frontend.install_packages()
            self.reach(stage.needs)
        except Problem as problem:
            self.broken = True
            report(problem)
            return Outcome(stage.name, "failed", 0.0, problem.message)
        # Without servers it knows none of their variables, whatever runs beside it.
        return run_stage(stage, self.variables if stage.needs > Needs.NOTHING else {})


def _browser_possible() -> bool:
    """CI never skips. A person without root or a browser still gets the other tests."""
    return bool(find_browser()) or os.geteuid() == 0 or bool(os.environ.get("CI"))


def _sum_up(outcomes: list[Outcome], seconds: float) -> int:
    say()
    marks = {"passed": "✓", "failed": "✗", "skipped": "-"}
    rows = [
        [marks[outcome.result], outcome.name, f"{outcome.seconds:7.1f} s", dim(outcome.closing)]
        for outcome in outcomes
    ]
    table(rows)
    _say_again(outcomes)
    count = {result: sum(o.result == result for o in outcomes) for result in marks}
    say()
    say(
        f"Stages: {count['passed']} passed, {count['failed']} failed, "
        f"{count['skipped']} skipped in {seconds:.0f} s"
    )
    return 1 if count["failed"] else 0


def _say_again(outcomes: list[Outcome]) -> None:
    """Repeat the end of each failed stage below the table, where it is easy to find."""
    for outcome in outcomes:
        if outcome.last_words:
            say()
            say(f"✗ {outcome.name} ended with")
            say(outcome.last_words)


def _outcomes(session: Session, chosen: list[Stage]) -> list[Outcome]:
    """Of each stage, in the order in which `chosen` names them.

    Side by side run: the stages that need no servers, and then the build that a whole stack needs;
    the stages on the stores; each stage that has servers of its own. Stages on a whole stack
    follow, when nothing else takes the machine from the browser.
    """
    quiet = [stage for stage in chosen if stage.needs is Needs.NOTHING and not stage.beside]
    stores = [stage for stage in chosen if stage.needs is Needs.STORES]
    whole = [stage for stage in chosen if stage.needs is Needs.STACK]

    def quiet_then_build() -> list[Outcome]:
        outcomes = session.run_in_turn(quiet)
        if whole:
            with suppress(Problem):  # the first stage that needs the build tells it
                session.build()
        return outcomes

    own = [[stage] for stage in chosen if stage.beside]
    with ThreadPoolExecutor(max_workers=len(own) + 1) as threads:
        try:
            running = [threads.submit(quiet_then_build)]
            running += [threads.submit(session.run_in_turn, lane) for lane in own]
            outcomes = session.run_in_turn(stores)
            outcomes += [outcome for each in running for outcome in each.result()]
        except BaseException:
            session.end()
            raise
    outcomes += session.run_in_turn(whole)
    place = {stage.name: at for at, stage in enumerate(chosen)}
    return sorted(outcomes, key=lambda outcome: place[outcome.name])


def run_tests(groups: frozenset[str]) -> int:
    """Run the stages of these groups. Exit code 1 if any failed."""
    TEST.create()
    begun = time.monotonic()
    supervisor = Supervisor(TEST)
    try:
        with lock(TEST), interruptible():
            try:
                outcomes = _outcomes(Session(supervisor), stages(groups))
            finally:
                close(supervisor)
    except Held as held:
        raise Problem(f"Another test run is going on (process {held.pid}).") from None
    return _sum_up(outcomes, time.monotonic() - begun)
