from __future__ import annotations

import threading

import structlog
from celery import shared_task
from django.conf import settings

from core.alerts.conditions import (
    connection_conditions,
    record_conditions,
    step_conditions,
    system_conditions,
)
from core.alerts.dead_man import outside_call
from core.alerts.models import AlertKind
from core.alerts.notices import notices_tell
from core.alerts.routes import routes_ensure
from core.alerts.rules import Rules
from core.alerts.services import alerts_sync
from core.callbacks.claim import callbacks_due
from core.callbacks.models import Purpose
from core.callbacks.run import callbacks_deliver
from core.callbacks.sweep import callbacks_sweep
from core.delivery.operate import ledger_check
from core.postgres.tenancy import every_organization
from core.statistics.differences import statistics_findings

log = structlog.get_logger(__name__)

_SLICE_SECONDS = 3600.0


def evaluate_alerts() -> tuple[int, int]:
    """Open alerts for current problems, resolve ended ones, and make the messages about both.

    Returns how many were opened and resolved. The dispatcher calls it; it is not a task. An alert
    about the broker must not need the broker.
    """
    with every_organization("alerts are looked for in all"):
        rules = Rules.read()
        steps = step_conditions(rules)
        conditions = [
            *steps.conditions,
            *connection_conditions(rules),
            *record_conditions(rules),
            *system_conditions(),
        ]
        counts = alerts_sync(conditions, kinds=AlertKind, partial=steps.partial)
        routes_ensure()
        notices_tell()
    return counts


def deliver_alerts(stopping: threading.Event) -> int:
    """Send what is due on the routes of alerts; how many messages arrived.

    The dispatcher calls it, like `evaluate_alerts`: that no worker runs is told without a worker.
    """
    with every_organization("a slice serves the routes of all in turn"):
        callbacks_sweep()
        if not callbacks_due(Purpose.ALERTS):
            return 0
        report = callbacks_deliver(
            seconds=_SLICE_SECONDS, stopping=stopping.is_set, purpose=Purpose.ALERTS
        )
    return report.succeeded


@shared_task(name="call_outside", ignore_result=False)
def call_outside() -> dict[str, bool]:
    """Tell somebody outside that all is well: beat, dispatcher and workers live, or no call."""
    url = settings.WAYBILL_HEARTBEAT_URL
    with every_organization("heartbeats are the system's"):
        return {"called": bool(url) and outside_call(url)}


@shared_task(name="reconcile", ignore_result=False)
def reconcile() -> dict[str, int]:
    """Check the ledger and the statistics. Failed checks become alerts."""
    with every_organization("the ledger is one"):
        return {"findings": len(ledger_check(statistics_findings()))}
