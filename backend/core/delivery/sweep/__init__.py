"""Put right what a dead worker or a passed deadline left behind."""

from core.delivery.sweep.sweeper import sweep

__all__ = [
    "sweep",
]
