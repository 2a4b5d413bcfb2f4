"""What a destroyed cluster cost: acknowledged work (RPO) and time (RTO)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from chaos.client import Accepted
from chaos.verdict import Effect


@dataclass(frozen=True)
class Loss:
    """What was acknowledged before the end and is not in the recovered database.

    ``rpo_seconds``: from the first missing acknowledgement to the destruction.
    ``too_early``: missing although it was acknowledged before the moment to recover to.
    ``orphans``: missing, and its effect is at the destination all the same.
    """

    acknowledged: int
    missing: list[str]
    rpo_seconds: float
    too_early: list[str]
    orphans: list[str]


def loss(
    accepted: Iterable[Accepted],
    recovered: Collection[str],
    effects: Iterable[Effect],
    *,
    until: float,
    destroyed_at: float,
) -> Loss:
    """Compare what was acknowledged with the references in the recovered database."""
    every = list(accepted)
    gone = [each for each in every if each.reference not in recovered]
    seen = {effect.reference for effect in effects}
    first = min((each.at for each in gone), default=destroyed_at)
    return Loss(
        acknowledged=len(every),
        missing=sorted(each.reference for each in gone),
        rpo_seconds=max(0.0, destroyed_at - first),
        too_early=sorted(each.reference for each in gone if each.at < until),
        orphans=sorted(each.reference for each in gone if each.reference in seen),
    )


@dataclass(frozen=True)
class InFlight:
    """The steps that were in flight at the moment of the recovered database, by what is done."""

    looked_up: int
    repeated: int
    unknown: int


_SETTLED = ("are looked up", "are repeated", "are unknown")


def in_flight(said: str) -> InFlight:
    """Read what `settle-restored` prints. Raises ValueError if it says something else."""
    found = [re.search(rf"([\d,]+) steps {words}", said) for words in _SETTLED]
    looked_up, repeated, unknown = (int(each[1].replace(",", "")) for each in found if each)
    return InFlight(looked_up, repeated, unknown)


@dataclass
class Downtime:
    """The seconds of each part of the recovery, in order."""

    parts: list[tuple[str, float]] = field(default_factory=list)

    @property
    def rto_seconds(self) -> float:
        return sum(seconds for _, seconds in self.parts)


def spoken(parts: Sequence[tuple[str, float]]) -> str:
    """The parts in one line."""
    return ", ".join(f"{name} {seconds:.1f} s" for name, seconds in parts)
