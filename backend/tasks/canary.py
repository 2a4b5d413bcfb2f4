from __future__ import annotations

from celery import shared_task

from core.delivery.operate import heartbeat_note


@shared_task(name="canary", ignore_result=True)
def canary(queue: str) -> None:
    """Travels through one queue like any other task, and records its arrival."""
    heartbeat_note(name=queue)
