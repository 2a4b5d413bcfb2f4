"""Every fault, by number. 16 has two halves: the deploy (16) and the clock (17)."""

from __future__ import annotations

from chaos.faults import bulk, outside, stores, worker
from chaos.faults.fault import Fault

FAULTS: tuple[Fault, ...] = tuple(
    sorted(
        [*worker.FAULTS, *stores.FAULTS, *outside.FAULTS, *bulk.FAULTS],
        key=lambda fault: fault.number,
    )
)
