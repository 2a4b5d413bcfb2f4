from __future__ import annotations

import json
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone
from pydantic import BaseModel, ValidationError

from core.accounts.models import Organization
from core.audit.changes import changes_between
from core.audit.services import SYSTEM, Actor, audit_record
from core.connections.models import Connection
from core.connections.selectors import connection_get
from core.errors import FieldError, Unprocessable
from core.sealing.fields import field_open, field_seal
from integrations.discovery import get_connector


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
    """Create or replace a connection. The connector's models check both parts.

    Raises Unprocessable naming each refused field.
    """
    kind = get_connector(connector)
    _check(kind.config_model, config, "config")
    _check(kind.credentials_model, credentials, "credentials")
    connection = Connection.objects.owned_by(organization).filter(slug=slug).first() or Connection(
        organization=organization, slug=slug
    )
    before = {} if connection._state.adding else _audited_values(connection)
    connection.name = name
    connection.connector = connector
    connection.config = config
    _set_credentials(connection, credentials)
    connection.save()
    audit_record(
        organization=organization,
        actor=actor,
        action="connection.changed" if before else "connection.created",
        object_kind="connection",
        object_id=connection.pk,
        detail={"name": name, "credentials": "replaced"},
        changes=changes_between(before, _audited_values(connection)),
    )
    return connection


def _audited_values(connection: Connection) -> dict[str, Any]:
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
) -> Connection:
    """Replace the credentials. Nobody can read them again.

    Raises NotFound, and Unprocessable naming each refused field.
    """
    connection = connection_get(organization=organization, connection_id=connection_id)
    _check(get_connector(connection.connector).credentials_model, credentials, "credentials")
    _set_credentials(connection, credentials)
    connection.save(update_fields=["sealed_credentials", "credentials_set_at", "updated_at"])
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
) -> Connection:
    """Limit concurrent sends and sends per second of a connection. Raises NotFound."""
    connection = connection_get(organization=organization, connection_id=connection_id)
    before = _limits(connection)
    connection.max_in_flight = max_in_flight
    connection.rate_per_second = rate_per_second
    connection.rate_burst = rate_burst
    connection.save(update_fields=["max_in_flight", "rate_per_second", "rate_burst", "updated_at"])
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
    """Open the sealed credentials. Raises SealBroken."""
    credentials: dict[str, Any] = json.loads(field_open(connection, "sealed_credentials"))
    return credentials


def _set_credentials(connection: Connection, credentials: dict[str, Any]) -> None:
    plain = json.dumps(credentials).encode()
    connection.sealed_credentials = field_seal(connection, "sealed_credentials", plain)
    connection.credentials_set_at = timezone.now()


def _check(model: type[BaseModel], values: dict[str, Any], part: str) -> None:
    try:
        model.model_validate(values)
    except ValidationError as error:
        raise Unprocessable(
            f"The {part} of the connection was refused.",
            errors=[
                FieldError(".".join([part, *map(str, item["loc"])]), item["msg"])
                for item in error.errors(include_input=False)
            ],
        ) from error
