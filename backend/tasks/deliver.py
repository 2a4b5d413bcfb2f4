from __future__ import annotations

import dataclasses
import os
import socket
from typing import Any

from celery import shared_task

from core.delivery.run import deliver_queue
from tasks.queues import delivery_queue
from tasks.stopping import stopping


@shared_task(name="deliver", ignore_result=False)
def deliver(queue: str) -> dict[str, Any]:
    """Deliver a queue's due work. Hand over to a successor at the end of the time slice."""
    worker = f"{socket.gethostname()}:{os.getpid()}"
    report = deliver_queue(queue=queue, worker=worker, stopping=stopping)
    if report.more and not stopping():
        wake(queue)
    return dataclasses.asdict(report)


def wake(queue: str) -> None:
    """Publish a wake-up with the queue's name. PostgreSQL holds the due work."""
    deliver.apply_async(args=[queue], queue=delivery_queue(queue), retry=False)
