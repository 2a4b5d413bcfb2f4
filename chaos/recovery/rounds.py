"""One round: load, a backup in the middle of it, destruction, recovery, and the comparison."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from dev.console import step

from chaos.recovery.cluster import Cluster
from chaos.recovery.figures import Downtime, Loss, loss
from chaos.recovery.settle import settle
from chaos.verdict import Verdict, judge
from chaos.workflows import EVERY

LOAD_SECONDS = 4.0
"""Before and after the incremental backup, each."""


@dataclass(frozen=True)
class Round:
    """``seconds_before``: recover to a moment that long before the end; None for the last moment."""

    name: str
    seconds_before: float | None = None
    synchronous: bool = False


ROUNDS = (
    Round("to a second before", seconds_before=1.0),
    Round("to the last moment"),
    Round("to the last moment, synchronous", synchronous=True),
)


@dataclass(frozen=True)
class Result:
    """What a round lost, how long it took, and whether anything was doubled."""

    round: Round
    loss: Loss
    downtime: Downtime
    verdict: Verdict
    blind: int

    @property
    def wrong(self) -> list[str]:
        """What may not be: empty if the round was survived."""
        found, missing = self.verdict, self.loss
        return [
            *(f"lost {each}" for each in found.lost),
            *(f"doubled {each}" for each in found.doubled),
            *found.broken,
            *(f"{each} was acknowledged earlier and is missing" for each in missing.too_early),
            *(f"{each} is missing" for each in missing.missing if self.round.synchronous),
        ]


def play(cluster: Cluster, chosen: Round, *, again: bool) -> Result:
    """Play one round. The cluster runs at the end, recovered."""
    stage, down = cluster.stage, Downtime()
    with step(f"Recovering {chosen.name}: Barman follows, and takes a whole backup"):
        stage.begin()
        cluster.follow(again=again, synchronous=chosen.synchronous)
    with step("Load, and an incremental backup in the middle of it"):
        with stage.client.loading(EVERY):
            time.sleep(LOAD_SECONDS)
            cluster.barman.backup(incremental=True)
            time.sleep(LOAD_SECONDS)
            destroyed_at = cluster.destroy()
            down_since = time.monotonic()
        cluster.stop_waybill()
    before = chosen.seconds_before
    until = None if before is None else datetime.fromtimestamp(destroyed_at - before, UTC)
    down.parts.append(("stopping Waybill", time.monotonic() - down_since))
    with _timed(down, "Barman's restore"):
        cluster.restore(until)
    with _timed(down, "replaying the log"):
        cluster.start()
    with _timed(down, "settling and reconciling"):
        recovered = cluster.references()
        with stage.stack.database() as database:
            blind = settle(database)
        cluster.reconcile()
    with _timed(down, "starting Waybill, first 202"):
        cluster.start_waybill()
        stage.fault_ended()
        acknowledged = list(stage.client.accepted)
        stage.client.submit_until_accepted("keyed")
    with step("Waiting until everything in flight has ended"):
        stage.settle()
        cluster.reconcile()
    effects = stage.effects()
    lost = loss(
        acknowledged,
        recovered,
        effects,
        until=until.timestamp() if until else 0.0,
        destroyed_at=destroyed_at,
    )
    gone = set(lost.missing)
    kept = [each for each in stage.client.accepted if each.reference not in gone]
    with stage.stack.database() as database:
        rows = database.execute("SELECT submission_id::text, status FROM submissions_submissionstate")
        verdict = judge(
            kept, effects, dict(rows.fetchall()), fault_ended_at=stage.fault_ended_at
        )
    return Result(chosen, lost, down, verdict, blind)


@contextmanager
def _timed(down: Downtime, name: str) -> Iterator[None]:
    """A part of the downtime, shown as a step."""
    begun = time.monotonic()
    with step(f"{name[0].upper()}{name[1:]}"):
        yield
    down.parts.append((name, time.monotonic() - begun))
