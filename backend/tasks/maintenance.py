from __future__ import annotations

import dataclasses

from celery import shared_task

from core.delivery.sweeping import sweep as sweep_once
from core.submissions.maintenance import idempotency_keys_expire


@shared_task(name="sweep", ignore_result=False)
def sweep() -> dict[str, int]:
    """Give back expired leases and end what passed its deadline."""
    return dataclasses.asdict(sweep_once())


@shared_task(name="expire_idempotency_keys", ignore_result=False)
def expire_idempotency_keys() -> dict[str, int]:
    """Forget keys older than they are kept."""
    return {"deleted": idempotency_keys_expire()}
