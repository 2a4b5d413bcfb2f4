"""Repairs what a dead worker, a passed deadline or a restore left."""

from core.delivery.sweep.restored import RestoredSteps, restored_settle
from core.delivery.sweep.sweeper import sweep

__all__ = [
    "RestoredSteps",
    "restored_settle",
    "sweep",
]
