"""Repairs what a dead worker or a passed deadline left."""

from core.delivery.sweep.sweeper import sweep

__all__ = [
    "sweep",
]
