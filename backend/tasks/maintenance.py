from __future__ import annotations

import dataclasses

from celery import shared_task

from core.audit.chain_verify import audits_check
from core.callbacks.sweep import callbacks_sweep
from core.credentials.device_sign_ins import devices_expire
from core.credentials.token_families import families_expire
from core.delivery.operate import bulk_expire
from core.delivery.sweep import sweep as sweep_once
from core.postgres.tenancy import every_organization
from core.privacy.expiry import submissions_expire
from core.statistics.roll_up import roll_up as roll_up_facts
from core.statistics.roll_up import roll_ups_expire
from core.submissions.confirmations import confirmations_expire
from core.submissions.expire import history_expire, idempotency_keys_expire, partitions_prepare
from core.submissions.uploads import uploads_clear

_VERIFY_SECONDS = 30.0


@shared_task(name="sweep", ignore_result=False)
def sweep() -> dict[str, int]:
    """Give back expired leases and end runs past their deadline."""
    with every_organization("a dead worker had work of any of them"):
        return {**dataclasses.asdict(sweep_once()), "callbacks": callbacks_sweep()}


@shared_task(name="verify_audit", ignore_result=False)
def verify_audit() -> dict[str, int]:
    """Verify each organization's audit chain once a day. A broken chain becomes an alert."""
    with every_organization("each of them has a chain"):
        checked, broken = audits_check(seconds=_VERIFY_SECONDS)
    return {"checked": checked, "broken": broken}


@shared_task(name="expire_idempotency_keys", ignore_result=False)
def expire_idempotency_keys() -> dict[str, int]:
    """Delete expired idempotency keys."""
    with every_organization("all keep their keys equally long"):
        return {"deleted": idempotency_keys_expire()}


@shared_task(name="expire_token_families", ignore_result=False)
def expire_token_families() -> dict[str, int]:
    """Delete programs' sign-ins that can no longer be refreshed."""
    return {"deleted": families_expire()}


@shared_task(name="expire_device_sign_ins", ignore_result=False)
def expire_device_sign_ins() -> dict[str, int]:
    """Delete programs' sign-ins that nobody approved, and those that are done."""
    return {"deleted": devices_expire()}


@shared_task(name="keep_history", ignore_result=False)
def keep_history() -> dict[str, int]:
    """Make the next months of attempts and events, and delete expired data."""
    with every_organization("a month is dropped when none of them keeps it"):
        made = partitions_prepare()
        dropped, deleted = history_expire()
        submissions = submissions_expire()
        roll_ups = roll_ups_expire()
        bulk = bulk_expire()
    return {
        "made": len(made),
        "dropped": len(dropped),
        "deleted": deleted,
        "submissions": submissions,
        "roll_ups": roll_ups,
        "bulk": bulk,
    }


@shared_task(name="roll_up", ignore_result=False)
def roll_up() -> dict[str, int]:
    """Add up what happened since the last time."""
    with every_organization("facts of all are in one table"):
        return {"facts": roll_up_facts()}


@shared_task(name="expire_confirmations", ignore_result=False)
def expire_confirmations() -> dict[str, int]:
    """Delete answers whose mailed link is too old."""
    with every_organization("all keep them equally long"):
        return {"deleted": confirmations_expire()}


@shared_task(name="clear_uploads", ignore_result=False)
def clear_uploads() -> dict[str, int]:
    """Remove files that nothing needs."""
    with every_organization("all keep unnamed files equally long"):
        return {"removed": uploads_clear()}
