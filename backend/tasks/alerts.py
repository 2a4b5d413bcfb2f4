from __future__ import annotations

from celery import shared_task

from core.alerts.conditions import audit_conditions, delivery_conditions
from core.alerts.models import AlertKind
from core.alerts.services import Condition, alerts_sync
from core.callbacks.selectors import endpoints_disabled_by_us
from core.delivery.operate import ledger_check
from core.postgres.tenancy import every_organization
from core.statistics.differences import statistics_findings


def evaluate_alerts() -> tuple[int, int]:
    """Open alerts for current problems and resolve ended ones. Returns how many of each.

    The dispatcher calls it; it is not a task. An alert about the broker must not need the broker.
    """
    with every_organization("alerts are looked for in all"):
        conditions = [*delivery_conditions(), *_callback_conditions(), *audit_conditions()]
        return alerts_sync(conditions, kinds=AlertKind)


@shared_task(name="reconcile", ignore_result=False)
def reconcile() -> dict[str, int]:
    """Check the ledger and the statistics. Failed checks become alerts."""
    with every_organization("the ledger is one"):
        return {"findings": len(ledger_check(statistics_findings()))}


def _callback_conditions() -> list[Condition]:
    return [
        Condition(
            AlertKind.CALLBACKS_DISABLED,
            str(endpoint.pk),
            f"Callbacks to {endpoint.url} stopped: {endpoint.get_disabled_reason_display().lower()}"
            ". They wait; enable the endpoint when its receiver works again.",
            endpoint.organization_id,
        )
        for endpoint in endpoints_disabled_by_us()
    ]
