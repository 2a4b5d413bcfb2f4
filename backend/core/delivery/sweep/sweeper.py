"""Repairs what a dead worker or a passed deadline left."""

from __future__ import annotations

from dataclasses import dataclass

from core.delivery.sweep.deadlines import deadlines_sweep
from core.delivery.sweep.leases import leases_sweep


@dataclass(frozen=True, slots=True)
class Swept:
    """How many step runs were given back, parked as unknown, or given up at their deadline."""

    given_back: int
    unknown: int
    given_up: int


def sweep() -> Swept:
    """One bounded pass. Running it twice, or in two places at once, is harmless."""
    given_back, unknown = leases_sweep()
    return Swept(given_back, unknown, deadlines_sweep())
