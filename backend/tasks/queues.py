"""Names of the Celery queues: one per kind of work, each with its own workers."""

from __future__ import annotations

from core.workflows.models import Queue

MAINTENANCE = "maintenance"
CALLBACKS = "callbacks"


def delivery_queue(queue: str) -> str:
    return f"deliver.{queue}"


DELIVERY_QUEUES = tuple(delivery_queue(queue) for queue in Queue.values)
