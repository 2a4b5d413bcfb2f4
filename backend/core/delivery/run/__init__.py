"""One slice of delivery: claim, send and settle until nothing is due."""

from core.delivery.run.loop import deliver_queue
from core.delivery.run.process_tuning import process_tune

__all__ = [
    "deliver_queue",
    "process_tune",
]
