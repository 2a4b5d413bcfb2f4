"""One round: load, a backup in the middle of it, destruction, recovery, and the comparison."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from dev.console import step

from chaos.recovery.cluster import Cluster
from chaos.recovery.figures import Downtime, InFlight, Loss, loss
from chaos.stage import Stage
from chaos.verdict import Verdict, judge
from chaos.workflows import EVERY

LOAD_SECONDS = 4.0
"""Before and after the incremental backup, each."""
HELD_SECONDS = 1.0
"""How long nothing is delivered before the moment to recover to: that much is in flight then."""
AFTER_SECONDS = 1.0
"""How long after that moment the cluster lives, and delivers what was in flight."""


LONGEST_RPO_SECONDS = 5.0
"""What may be missing of the end, where PostgreSQL does not wait for the archive."""


@dataclass(frozen=True)
class Round:
    """``moment``: recover to a moment shortly before the end, else to the last one there is."""

    name: str
    moment: bool = False
    synchronous: bool = False


_STATES = "SELECT submission_id::text, status FROM submissions_submissionstate"
_FOUND = """
SELECT count(*) FROM submissions_attempt WHERE outcome = 'found' AND started_at >= %s
"""

ROUNDS = (
    Round("to a second before", moment=True),
    Round("to the last moment"),
    Round("to the last moment, synchronous", synchronous=True),
)


@dataclass(frozen=True)
class Result:
    """What a round lost, how long it took, and whether anything was doubled.

    ``found``: steps in flight that were looked up and had been delivered.
    """

    round: Round
    loss: Loss
    downtime: Downtime
    verdict: Verdict
    in_flight: InFlight
    found: int

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
            *self._too_much_of_the_end(),
            *self._not_drilled(),
        ]

    def _too_much_of_the_end(self) -> list[str]:
        """The archive followed, or it did not: usually milliseconds are missing."""
        if self.round.moment or self.round.synchronous:
            return []
        seconds = self.loss.rpo_seconds
        too_much = seconds > LONGEST_RPO_SECONDS
        return [f"the last {seconds:.1f} s are missing: the archive lags"] if too_much else []

    def _not_drilled(self) -> list[str]:
        """Without work, or with nothing in flight at the moment, a round proves nothing."""
        if not self.loss.acknowledged:
            return ["nothing was acknowledged"]
        flying = self.in_flight
        drilled = flying.looked_up and flying.repeated and flying.unknown and self.found
        needed = self.round.moment and not drilled
        return ["not every effect class was in flight at the moment"] if needed else []


def play(cluster: Cluster, chosen: Round, *, again: bool) -> Result:
    """Play one round. The cluster runs at the end, recovered."""
    stage, down = cluster.stage, Downtime()
    with step(f"Recovering {chosen.name}: starting Waybill"):
        stage.begin()
    with step("Barman follows, and takes a whole backup"):
        cluster.follow(again=again, synchronous=chosen.synchronous)
    until = None
    with step("Load, an incremental backup in the middle of it, and the end of the cluster"):
        with stage.client.loading(EVERY):
            time.sleep(LOAD_SECONDS)
            cluster.barman.backup(incremental=True)
            time.sleep(LOAD_SECONDS)
            if chosen.moment:
                until = _moment_with_work_in_flight(stage)
            destroyed_at = cluster.destroy()
            down_since = time.monotonic()
        cluster.stop_waybill()
    down.parts.append(("stopping Waybill", time.monotonic() - down_since))
    with _timed(down, "Barman's restore"):
        cluster.restore(until)
    with _timed(down, "replaying the log"):
        cluster.start()
    with _timed(down, "settling and reconciling"):
        recovered = cluster.references()
        flying = cluster.settle(until or datetime.fromtimestamp(destroyed_at, UTC))
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
        ended = dict(database.execute(_STATES).fetchall())
    verdict = judge(kept, effects, ended, fault_ended_at=stage.fault_ended_at)
    (found,) = stage.query(_FOUND, datetime.fromtimestamp(stage.began_at, UTC))
    return Result(chosen, lost, down, verdict, flying, found)


def _moment_with_work_in_flight(stage: Stage) -> datetime:
    """Hold deliveries, note the moment, let them go on. So the recovered database is wrong about
    many: their steps look unsent and have been delivered."""
    stage.signal("delivery", signal.SIGSTOP)
    time.sleep(HELD_SECONDS)
    moment = datetime.now(UTC)
    stage.signal("delivery", signal.SIGCONT)
    time.sleep(AFTER_SECONDS)
    return moment


@contextmanager
def _timed(down: Downtime, name: str) -> Iterator[None]:
    """A part of the downtime, shown as a step."""
    begun = time.monotonic()
    with step(f"{name[0].upper()}{name[1:]}"):
        yield
    down.parts.append((name, time.monotonic() - begun))
