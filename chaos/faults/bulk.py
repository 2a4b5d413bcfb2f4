"""A bulk action over many failed submissions while the workers that carry it out are killed."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from typing import Any

from dev.console import Problem

from chaos.administration import admin_run
from chaos.bulk.answering import Answers, answering
from chaos.bulk.compared import action_wrong, effects_judge, kills_at, rows_wrong
from chaos.bulk.failed import failed_make
from chaos.faults.fault import Fault
from chaos.faults.worker import child_kill
from chaos.stage import Stage
from chaos.verdict import Verdict
from chaos.workflows import AGAIN

_RATE = 1000
_A_KILL_EACH = 1_000
_FEWEST_KILLS, _MOST_KILLS = 2, 20
_PATIENCE_SECONDS = 240.0
"""How long an action may stand still: a worker starts, and its next turn comes."""


@dataclass
class _Bulk:
    """One run of the fault."""

    stage: Stage
    answers: Answers
    kills: int = 0
    preview_seconds: float = 0.0
    treating_seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def start(self, expected: int) -> dict[str, Any]:
        """Preview all that failed and were not taken up again, and start that."""
        wanted = {"workflow": [AGAIN], "status": ["failed"]}
        began = time.monotonic()
        preview = self.ask("/preview", {"kind": "resume", "filter": wanted})
        self.preview_seconds = max(self.preview_seconds, time.monotonic() - began)
        if preview["submissions"] != expected:
            self.wrong.append(f"{preview['submissions']:,} were previewed, not {expected:,}")
        action = self.ask(f"/{preview['id']}/start", {"rate_per_second": _RATE})
        self.answers.path = f"/bulk-actions/{action['id']}"
        return action

    def ask(self, path: str, body: object = None) -> dict[str, Any]:
        status, answer = self.stage.client.call("POST", f"/bulk-actions{path}", body)
        if status not in (200, 202):
            raise Problem(f"POST /bulk-actions{path} was answered with {status}", str(answer))
        return dict(answer)

    def progress(self, action: dict[str, Any]) -> dict[str, Any]:
        return dict(self.stage.client.call("GET", f"/bulk-actions/{action['id']}")[1])

    def go_on(self, action: dict[str, Any], until: int, kills: int) -> None:
        """Kill so often until so many are done, or all of it has ended. Raises Problem."""
        began, seen, moved = time.monotonic(), -1, time.monotonic()
        moments = kills_at(until, kills)
        while True:
            now = self.progress(action)
            if now["done"] >= until or now["status"] != "running":
                break
            if now["done"] != seen:
                seen, moved = now["done"], time.monotonic()
            if time.monotonic() - moved > _PATIENCE_SECONDS:
                raise Problem(f"The action stands still at {seen:,} of {now['total']:,}.")
            if moments and now["done"] >= moments[0]:
                moments.pop(0)
                self.kill()
            self.stage.manage()
            time.sleep(0.1)
        self.treating_seconds += time.monotonic() - began

    def kill(self) -> None:
        """SIGKILL, in turn: the worker that treats, one of its children, the one that delivers."""
        time.sleep(random.uniform(0.0, 0.5))  # noqa: S311  # at any moment of a submission
        if self.kills % 3 == 1:
            child_kill(self.stage, "maintenance")
        else:
            name = "maintenance" if self.kills % 3 == 0 else "delivery"
            self.stage.kill(name)
            self.stage.start(name, wait=False)
        self.kills += 1

    def stop(self, action: dict[str, Any]) -> dict[str, Any]:
        """Stop it, and see that it stands. What it says in the end."""
        stopped = self.ask(f"/{action['id']}/stop")
        time.sleep(6.0)  # a turn of the workers
        after = self.progress(action)
        self.wrong += action_wrong(self.stage, after, "stopped", stopped["done"])
        return after


def bulk_killed(stage: Stage, *, size: int = 300) -> Verdict:
    """19. Failed submissions are taken up again together, while workers are killed in the middle.

    Past the half the action is stopped, and another one takes up the rest.
    """
    names = f"{AGAIN} {random.randrange(16**8):08x} "  # noqa: S311  # those of this run
    failed_make(stage, size, names)
    stage.managed = {"maintenance", "delivery"}
    kills = min(_MOST_KILLS, max(_FEWEST_KILLS, size // _A_KILL_EACH))
    with answering(stage.client) as answers:
        bulk = _Bulk(stage, answers)
        first = bulk.start(size)
        bulk.go_on(first, size // 2, kills - kills // 2)
        stopped = bulk.stop(first)
        second = bulk.start(size - stopped["done"])
        bulk.go_on(second, second["total"], kills // 2)
        ended = bulk.progress(second)
        stage.fault_ended()
        stage.settle(_PATIENCE_SECONDS + size / 100)
    bulk.wrong += action_wrong(stage, ended, "done", size - stopped["done"])
    bulk.wrong += answers.broken + rows_wrong(stage, names, size)
    try:
        admin_run(stage, "reconcile", "--all")
    except Problem as problem:
        bulk.wrong.append(f"reconcile: {problem.detail}")
    found = stage.verdict(_told(bulk, size), bulk.wrong)
    effects_judge(stage, found, names, size)
    return found


def _told(bulk: _Bulk, size: int) -> str:
    return (
        f"{size:,} at {size / bulk.treating_seconds:.0f}/s, {bulk.kills} kills, a stop; preview"
        f" {bulk.preview_seconds:.1f} s; API p99 {1000 * bulk.answers.p99:.0f} ms"
        f" of {len(bulk.answers.seconds):,}"
    )


FAULTS = (Fault(19, "bulk action, its workers killed", bulk_killed, at_size=100_000),)
