from __future__ import annotations

import json
import uuid
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from core.accounts.models import Organization
from core.audit.changes import changes_between
from core.audit.services import SYSTEM, Actor, audit_record
from core.connections.expiry import credentials_end
from core.connections.faults import credentials_faults, faults_refuse, settings_shape_faults
from core.connections.kinds import connection_kind
from core.connections.models import Connection, ConnectionList
from core.connections.revisions import REVISED, connection_hold, revision_next
from core.preconditions import Expected
from core.sealing.fields import field_open, field_seal
from integrations.discovery import get_connector

CREDENTIALS = ["sealed_credentials", "credentials_set_at", "credentials_end_at"]
"""The columns that `credentials_set` sets."""


@transaction.atomic
def connection_save(
    *,
    organization: Organization,
    slug: str,
    name: str,
    connector: str,
    config: dict[str, Any],
    credentials: dict[str, Any],
    actor: Actor = SYSTEM,
) -> Connection:
    """Create or replace a connection, on behalf of whoever runs this Waybill.

    The connector's models check both parts; an address inside our own network is taken. Raises
    Unprocessable naming each refused field.
    """
    kind = get_connector(connector)
    faults_refuse(settings_shape_faults(kind, config) + credentials_faults(kind, credentials))
    connection = Connection.objects.owned_by(organization).filter(slug=slug).first() or Connection(
        organization=organization, slug=slug
    )
    before = {} if connection._state.adding else audited_values(connection)
    connection.name = name
    connection.connector = connector
    connection.config = config
    credentials_set(connection, credentials)
    revision_next(connection, actor)
    connection.save()
    audit_record(
        organization=organization,
        actor=actor,
        action="connection.changed" if before else "connection.created",
        object_kind="connection",
        object_id=connection.pk,
        detail={"name": name, "credentials": "replaced"},
        changes=changes_between(before, audited_values(connection)),
    )
    return connection


def audited_values(connection: Connection) -> dict[str, Any]:
    """Its settings, for the audit log. Of credentials it only says that they were set."""
    names = ("slug", "name", "connector", "config")
    return {name: getattr(connection, name) for name in names}


@transaction.atomic
def connection_replace_credentials(
    *,
    organization: Organization,
    connection_id: uuid.UUID,
    credentials: dict[str, Any],
    actor: Actor,
    end_at: datetime | None = None,
    expected: Expected = None,
) -> Connection:
    """Replace the credentials. Nobody can read them again.

    ``end_at``: when they stop working, if that is known. Raises NotFound, Outdated, and
    Unprocessable naming each refused field.
    """
    connection = connection_hold(organization, connection_id, expected)
    faults_refuse(credentials_faults(connection_kind(connection), credentials))
    credentials_set(connection, credentials, end_at)
    revision_next(connection, actor)
    connection.save(update_fields=[*CREDENTIALS, "updated_at", *REVISED])
    lists_forget(connection)
    audit_record(
        organization=organization,
        actor=actor,
        action="connection.credentials_replaced",
        object_kind="connection",
        object_id=connection.pk,
    )
    return connection


@transaction.atomic
def connection_limit(
    *,
    organization: Organization,
    connection_id: uuid.UUID,
    max_in_flight: int,
    rate_per_second: float | None,
    rate_burst: int,
    actor: Actor,
    expected: Expected = None,
) -> Connection:
    """Limit concurrent sends and sends per second of a connection.

    Raises NotFound and Outdated.
    """
    connection = connection_hold(organization, connection_id, expected)
    before = _limits(connection)
    connection.max_in_flight = max_in_flight
    connection.rate_per_second = rate_per_second
    connection.rate_burst = rate_burst
    revision_next(connection, actor, tested_before=True)
    limits = ["max_in_flight", "rate_per_second", "rate_burst"]
    connection.save(update_fields=[*limits, "updated_at", *REVISED])
    audit_record(
        organization=organization,
        actor=actor,
        action="connection.limited",
        object_kind="connection",
        object_id=connection.pk,
        detail={"name": connection.name},
        changes=changes_between(before, _limits(connection)),
    )
    return connection


def _limits(connection: Connection) -> dict[str, Any]:
    names = ("max_in_flight", "rate_per_second", "rate_burst")
    return {name: getattr(connection, name) for name in names}


def connection_credentials(connection: Connection) -> dict[str, Any]:
    """Open the sealed credentials; a deleted connection has none. Raises SealBroken."""
    credentials: dict[str, Any] = json.loads(field_open(connection, "sealed_credentials"))
    return credentials


def credentials_set(
    connection: Connection, credentials: dict[str, Any], end_at: datetime | None = None
) -> None:
    """Seal them into the row, which the caller saves.

    ``end_at``: when they stop working, as a person says; None: as they say themselves.
    """
    plain = json.dumps(credentials).encode()
    connection.sealed_credentials = field_seal(connection, "sealed_credentials", plain)
    connection.credentials_set_at = timezone.now()
    connection.credentials_end_at = end_at or credentials_end(credentials)


def lists_forget(connection: Connection) -> None:
    """Drop what was read from the system with other settings or credentials."""
    rows = ConnectionList.objects.owned_by(connection.organization_id)
    rows.filter(connection_id=connection.pk).delete()
