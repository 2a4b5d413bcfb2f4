from __future__ import annotations

import dataclasses

from celery import shared_task

from core.credentials.families import families_expire
from core.delivery.sweeping import sweep as sweep_once
from core.kit.tenancy import every_organization
from core.submissions.maintenance import idempotency_keys_expire
from core.submissions.retention import history_expire, partitions_prepare


@shared_task(name="sweep", ignore_result=False)
def sweep() -> dict[str, int]:
    """Give back expired leases and end what passed its deadline."""
    with every_organization("a dead worker had runs of any of them"):
        return dataclasses.asdict(sweep_once())


@shared_task(name="expire_idempotency_keys", ignore_result=False)
def expire_idempotency_keys() -> dict[str, int]:
    """Forget keys older than they are kept."""
    with every_organization("all keep their keys equally long"):
        return {"deleted": idempotency_keys_expire()}


@shared_task(name="expire_token_families", ignore_result=False)
def expire_token_families() -> dict[str, int]:
    """Forget sign-ins of programs that cannot be refreshed any more."""
    return {"deleted": families_expire()}


@shared_task(name="keep_history", ignore_result=False)
def keep_history() -> dict[str, int]:
    """Make the coming months of attempts and events, and let go of those no longer kept."""
    with every_organization("a month is dropped when none of them keeps it"):
        made = partitions_prepare()
        dropped, deleted = history_expire()
    return {"made": len(made), "dropped": len(dropped), "deleted": deleted}
