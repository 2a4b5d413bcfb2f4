"""Finds what is wrong in delivery and in the audit log."""

from __future__ import annotations

from collections.abc import Iterator

import redis
from django.conf import settings

from core.alerts.models import AlertKind
from core.alerts.services import Condition
from core.audit.chain_verify import unsealed_too_long
from core.audit.models import AuditCheck
from core.delivery.models import Gate, LedgerCheck, PauseReason
from core.delivery.operate import heartbeats_missing
from core.workflows.models import Queue

_OPENED_TOO_OFTEN = 3
"""After this many failed probes in a row, a breaker needs a person."""
_PROBE_SECONDS = 2.0


def delivery_conditions() -> Iterator[Condition]:
    """Current problems of gates, workers, the ledger and the broker."""
    yield from _gates()
    yield from _workers()
    yield from _ledger()
    yield from _broker()


def audit_conditions() -> Iterator[Condition]:
    """Audit logs whose chain was broken at the last check, or that are no longer sealed."""
    for check in (
        AuditCheck.objects.across_organizations("looked for in all")
        .exclude(finding="")
        .select_related("organization")
    ):
        yield Condition(
            AlertKind.AUDIT,
            str(check.pk),
            f"The audit log of {check.organization.name} does not hold: {check.finding}."
            " Run `manage.py verify_audit`, and compare with a backup and the heads in the logs."
            " When you know why, `manage.py restart_audit_chain` goes on behind the break.",
            check.pk,
        )
    for organization_id in unsealed_too_long():
        yield Condition(
            AlertKind.AUDIT,
            f"{organization_id}/unsealed",
            "Entries of the audit log wait to be sealed for more than five minutes. Look whether a"
            " dispatcher runs and what it logs.",
            organization_id,
        )


def _gates() -> Iterator[Condition]:
    gates = Gate.objects.across_organizations("looked for in all").select_related("connection")
    for gate in gates.filter(pause_reason=PauseReason.AUTH, paused_at__isnull=False):
        yield Condition(
            AlertKind.CONNECTION_REFUSED,
            str(gate.pk),
            f"{gate.connection.name} refused our sign-in, so nothing is sent there. Correct its"
            " credentials, then resume the connection.",
            gate.organization_id,
        )
    for gate in gates.filter(opened__gte=_OPENED_TOO_OFTEN, breaker_until__isnull=False):
        yield Condition(
            AlertKind.BREAKER_OPEN,
            str(gate.pk),
            f"{gate.connection.name} has failed {gate.failures} times in a row. Its steps wait and"
            " spend no tries; look whether the system is up.",
            gate.organization_id,
        )


def _workers() -> Iterator[Condition]:
    queues = [f"deliver.{queue}" for queue in Queue.values]
    for name in heartbeats_missing([*queues, "callbacks", "maintenance"]):
        yield Condition(
            AlertKind.NO_WORKER,
            name,
            f"No worker has taken anything from {name} for a minute. Look whether one runs.",
        )


def _ledger() -> Iterator[Condition]:
    latest = LedgerCheck.objects.order_by("-at").first()
    if latest is not None and latest.findings:
        yield Condition(
            AlertKind.LEDGER,
            "ledger",
            f"{len(latest.findings)} checks of the ledger fail, the first: {latest.findings[0]}."
            " Run `manage.py reconcile` for the ids.",
        )


def _broker() -> Iterator[Condition]:
    client = redis.Redis.from_url(
        settings.CELERY_BROKER_URL,
        socket_timeout=_PROBE_SECONDS,
        socket_connect_timeout=_PROBE_SECONDS,
    )
    try:
        client.set("waybill:probe", "1", ex=60)
    except redis.RedisError as error:
        yield Condition(
            AlertKind.BROKER,
            "broker",
            f"The broker takes no messages ({type(error).__name__}). Submissions are accepted and"
            " wait; look whether Redis runs and has memory left.",
        )
    finally:
        client.close()
