from __future__ import annotations

import dataclasses

from celery import shared_task

from core.callbacks.run import callbacks_deliver
from core.postgres.tenancy import every_organization
from tasks.queues import CALLBACKS
from tasks.stopping import stopping

_SLICE_SECONDS = 20.0


@shared_task(name="deliver_callbacks", ignore_result=False)
def deliver_callbacks() -> dict[str, int]:
    """Send the due callbacks."""
    with every_organization("a slice serves the endpoints of all in turn"):
        return dataclasses.asdict(callbacks_deliver(seconds=_SLICE_SECONDS, stopping=stopping))


def wake_callbacks() -> None:
    """Publish a wake-up. PostgreSQL holds the due work."""
    deliver_callbacks.apply_async(queue=CALLBACKS, retry=False)
