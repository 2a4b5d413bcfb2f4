"""Pauses and resumes a connection."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.changes import changes_between
from core.audit.models import AuditEntry
from core.audit.services import Actor, audit_record
from core.connections.models import Connection
from core.delivery.models import Gate, PauseReason
from core.delivery.operate.wait_reasons import PAUSED
from core.errors import NotFound
from core.submissions.state import notify_due
from core.workflows.models import Queue


@transaction.atomic
def connection_pause(
    *, organization: Organization, connection_id: uuid.UUID, actor: Actor, message: str = ""
) -> Gate:
    """Pause a connection until it is resumed. Steps wait and spend no tries.

    Raises NotFound.
    """
    gate = _gate(organization, connection_id)
    before = _gate_state(gate)
    Gate.objects.owned_by(organization).filter(pk=gate.pk, paused_at=None).update(
        paused_at=Now(), pause_reason=PauseReason.OPERATOR, pause_message=message
    )
    gate.refresh_from_db()
    _record(gate, organization, actor, PAUSED, before)
    return gate


@transaction.atomic
def connection_resume(
    *, organization: Organization, connection_id: uuid.UUID, actor: Actor
) -> Gate:
    """Open a connection's gate: end its pause, its cooling and its breaker. Raises NotFound."""
    gate = _gate(organization, connection_id)
    before = _gate_state(gate)
    Gate.objects.owned_by(organization).filter(pk=gate.pk).update(
        paused_at=None,
        pause_reason=PauseReason.NONE,
        pause_message="",
        cooling_until=None,
        throttled=0,
        failures=0,
        breaker_until=None,
        opened=0,
    )
    gate.refresh_from_db()
    _record(gate, organization, actor, "connection.resumed", before)
    notify_due(Queue.values)
    return gate


def pausers(
    *, organization: Organization, connection_ids: Collection[uuid.UUID]
) -> dict[uuid.UUID, str]:
    """Who paused each of these connections last, by name; from the audit log."""
    found = {}
    for connection_id in connection_ids:
        entries = AuditEntry.objects.owned_by(organization).filter(object_id=str(connection_id))
        closing = entries.filter(action="connection.paused", changes__has_key="paused_at")
        last = closing.order_by("-pk").first()
        if last is not None:
            found[connection_id] = last.actor_name
    return found


def _gate(organization: Organization, connection_id: uuid.UUID) -> Gate:
    connection = Connection.objects.owned_by(organization).filter(pk=connection_id).first()
    if connection is None:
        raise NotFound("This organization has no connection with that id.")
    gates = Gate.objects.owned_by(organization)
    gates.get_or_create(connection=connection, defaults={"organization": organization})
    return gates.select_for_update(no_key=True).get(pk=connection.pk)


def _gate_state(gate: Gate) -> dict[str, Any]:
    names = ("paused_at", "pause_reason", "pause_message", "cooling_until", "breaker_until")
    return {name: getattr(gate, name) for name in names}


def _record(
    gate: Gate, organization: Organization, actor: Actor, action: str, before: dict[str, Any]
) -> None:
    audit_record(
        organization=organization,
        actor=actor,
        action=action,
        object_kind="connection",
        object_id=gate.pk,
        detail={"name": gate.connection.name},
        changes=changes_between(before, _gate_state(gate)),
    )
