"""`python -m chaos.restoring`: lose everything under load, restore a backup, compare.

Steps of each effect class are under way when the backup is made. After it they are delivered, and
more is accepted. Then every process and both stores are destroyed. What the restored system does is
compared with the destination's own log: nothing of the backup may be lost, nothing doubled, and
what nobody can know has to be with a person.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.stack import HOME
from dev.console import Problem, report, say, step, table
from dev.processes.lock import Held, lock
from dev.processes.supervisor import Interrupted, interruptible

from chaos.administration import admin_run
from chaos.evidence import evidence_of
from chaos.stage import Stage, open_stage
from chaos.verdict import Verdict, judge
from chaos.workflows import EVERY

_BACKUPS = HOME.root / "backups"
_IDENTITY = HOME.root / "identity"
_LOAD_SECONDS = 6.0
_PATIENCE_SECONDS = 180.0
_REFERENCES = "SELECT reference FROM submissions_submission"
_STATES = "SELECT submission_id::text, status FROM submissions_submissionstate"
_RESTORED = """
SELECT count(*) FROM submissions_steprun WHERE status = 'unknown' AND error_kind = 'restored'
"""


@dataclass
class Drill:
    """What was measured. Times in seconds; ``wrong``: what must not be, in words."""

    accepted: int = 0
    before: int = 0
    kept: int = 0
    backup_seconds: float = 0.0
    verify_seconds: float = 0.0
    rpo_seconds: float = 0.0
    rto_seconds: float = 0.0
    settled_seconds: float = 0.0
    sent_between: int = 0
    said: dict[str, int] = field(default_factory=dict)
    verdict: Verdict | None = None
    wrong: list[str] = field(default_factory=list)


def main() -> int:
    """Run the drill. Exit code 1 if anything was lost or doubled, or a command failed."""
    HOME.create()
    try:
        with lock(HOME), interruptible(), open_stage() as stage:
            drill = _run(stage)
    except Problem as problem:
        report(problem)
        return 1
    except Held as held:
        report(Problem(f"A measurement or a fault suite is going on (process {held.pid})."))
        return 1
    except Interrupted:
        return 130
    return _sum_up(drill)


def _run(stage: Stage) -> Drill:
    drill = Drill()
    shutil.rmtree(_BACKUPS, ignore_errors=True)
    _IDENTITY.unlink(missing_ok=True)
    said = admin_run(stage, "backup", "--new-identity", str(_IDENTITY))
    stage.stack.variables["WAYBILL_BACKUP_RECIPIENTS"] = _value(said, r"RECIPIENTS=(\S+)")
    stage.begin()
    folder = _back_up_under_load(stage, drill)
    with step("Verifying the backup beside the running system"):
        began = time.monotonic()
        admin_run(stage, "verify", folder, "--identity", str(_IDENTITY))
        drill.verify_seconds = time.monotonic() - began
    moment = _moment(folder)
    drill.sent_between = sum(effect.at > moment for effect in stage.effects())
    drill.accepted = len(stage.client.accepted)
    with step("Destroying every process and both stores"):
        drill.rpo_seconds = time.time() - moment
        stage.lose_everything()
    _restore(stage, drill, folder)
    _compare(stage, drill, moment)
    return drill


def _back_up_under_load(stage: Stage, drill: Drill) -> str:
    """Steps wait and are in doubt at the moment of the backup; afterwards they are delivered."""
    with step("Load, with answers that are lost"), stage.client.loading(EVERY):
        time.sleep(_LOAD_SECONDS)
        for kind in EVERY:
            stage.behave(f"/{kind}", *["late"] * 5)
        time.sleep(_LOAD_SECONDS / 2)
    stage.kill("delivery")
    with step("Load without a worker, and a backup in its middle"), stage.client.loading(EVERY):
        time.sleep(_LOAD_SECONDS / 2)
        drill.before = len(stage.client.accepted)
        began = time.monotonic()
        admin_run(stage, "backup", "--to", str(_BACKUPS))
        drill.backup_seconds = time.monotonic() - began
    with step("Delivering what the backup calls unsent, and more"):
        stage.start("delivery")
        with stage.client.loading(EVERY):
            time.sleep(_LOAD_SECONDS / 2)
        stage.settle(_PATIENCE_SECONDS)
    (folder,) = _BACKUPS.glob("waybill-*")
    return str(folder)


def _restore(stage: Stage, drill: Drill, folder: str) -> None:
    with step("Restoring"):
        began = time.monotonic()
        said = admin_run(stage, "restore", folder, "--identity", str(_IDENTITY))
        drill.rto_seconds = time.monotonic() - began
    for name, words in _SAID.items():
        drill.said[name] = int(_value(said, rf"([\d,]+) steps {words}").replace(",", ""))
    if stage.query(_RESTORED) != (drill.said["unknown"],):
        drill.wrong.append("the restore named another number of unknown steps than there are")
    with step("Starting again, and waiting until all is settled"):
        for name in ("api", "dispatcher", "maintenance", "beat", "delivery"):
            stage.start(name)
        stage.settle(_PATIENCE_SECONDS)
        drill.settled_seconds = time.monotonic() - began


_SAID = {
    "looked up": "are looked up",
    "repeated": "are repeated",
    "unknown": "are unknown",
    "held": "become unknown",
}


def _compare(stage: Stage, drill: Drill, moment: float) -> None:
    """Compare with what the client was promised and with what the destination saw."""
    with stage.stack.database() as database:
        there = {reference for (reference,) in database.execute(_REFERENCES)}
        states: dict[str, str] = dict(database.execute(_STATES).fetchall())
        kept = [each for each in stage.client.accepted if each.reference in there]
        drill.kept = len(kept)
        drill.verdict = judge(kept, stage.effects(), states, fault_ended_at=moment)
        drill.verdict.evidence = evidence_of(
            [*drill.verdict.lost, *drill.verdict.doubled], database
        )
    missing = [e for e in stage.client.accepted[: drill.before] if e.reference not in there]
    if missing:
        drill.wrong.append(f"{len(missing)} submissions from before the backup are not in it")
    if not drill.said["unknown"] or not drill.said["looked up"] or not drill.said["repeated"]:
        drill.wrong.append("not every effect class was under way at the moment of the backup")
    if not drill.sent_between:
        drill.wrong.append("nothing was sent between the backup and the loss")
    try:
        admin_run(stage, "reconcile", "--all")
    except Problem as problem:
        drill.wrong.append(f"reconcile: {problem.detail}")


def _value(said: str, pattern: str) -> str:
    found = re.search(pattern, said)
    if found is None:
        raise Problem(f"A command did not say {pattern}", said)
    return found[1]


def _moment(folder: str) -> float:
    """What the backup shows, in seconds since 1970."""
    manifest: dict[str, Any] = json.loads((Path(folder) / "manifest.json").read_bytes())
    return datetime.fromisoformat(manifest["moment"]).timestamp()


def _sum_up(drill: Drill) -> int:
    verdict = drill.verdict
    if verdict is None:
        return 1
    say()
    table(
        [
            ["accepted by the client", f"{drill.accepted:,}"],
            ["of them in the backup", f"{drill.kept:,}"],
            ["sent between the backup and the loss", f"{drill.sent_between:,}"],
            *([f"steps {name}", f"{count:,}"] for name, count in drill.said.items()),
            ["effects at the destination", f"{verdict.effects:,}"],
            ["lost", f"{len(verdict.lost):,}"],
            ["doubled", f"{len(verdict.doubled):,}"],
            ["making the backup", f"{drill.backup_seconds:.1f} s"],
            ["verifying it", f"{drill.verify_seconds:.1f} s"],
            ["RPO: from the backup to the loss", f"{drill.rpo_seconds:.1f} s"],
            ["RTO: the restore", f"{drill.rto_seconds:.1f} s"],
            ["until everything was settled", f"{drill.settled_seconds:.1f} s"],
        ]
    )
    say()
    wrong = [*drill.wrong, *verdict.broken]
    wrong += [f"lost {', '.join(verdict.lost[:5])}"] if verdict.lost else []
    wrong += [f"doubled {', '.join(verdict.doubled[:5])}"] if verdict.doubled else []
    for line in [*(f"  ✗ {each}" for each in wrong), *verdict.evidence]:
        say(line)
    say("The drill failed." if wrong else "Nothing of the backup was lost, nothing was doubled.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
