from __future__ import annotations

from core.delivery.lanes import lanes_due
from core.workflows.models import Queue


def due_queues() -> set[str]:
    """The queues with work that could be claimed now, which a closed gate's is not."""
    return {queue for queue in Queue.values if lanes_due(queue=queue)}
