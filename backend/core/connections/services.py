from __future__ import annotations

import json
import uuid
from typing import Any

from django.conf import settings
from django.db import transaction
from pydantic import BaseModel, ValidationError

from core.accounts.models import Organization
from core.audit.services import Actor, audit_record
from core.connections.models import Connection
from core.connections.selectors import connection_get
from core.kit.encryption import seal, unseal
from core.kit.errors import FieldError, Unprocessable
from integrations.registry import get_connector


@transaction.atomic
def connection_save(
    *,
    organization: Organization,
    slug: str,
    name: str,
    connector: str,
    config: dict[str, Any],
    credentials: dict[str, Any],
) -> Connection:
    """Create or replace a connection; both parts are checked by the connector's models.

    Raises Unprocessable naming each refused field.
    """
    kind = get_connector(connector)
    _check(kind.config_model, config, "config")
    _check(kind.credentials_model, credentials, "credentials")
    connection = Connection.objects.owned_by(organization).filter(slug=slug).first() or Connection(
        organization=organization, slug=slug
    )
    connection.name = name
    connection.connector = connector
    connection.config = config
    connection.sealed_credentials = seal(
        json.dumps(credentials).encode(),
        keys=settings.WAYBILL_ENCRYPTION_KEYS,
        bound_to=connection.binding,
    )
    connection.save()
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
    """Set how much may be sent on a connection at once and per second. Raises NotFound."""
    connection = connection_get(organization=organization, connection_id=connection_id)
    before = [connection.max_in_flight, connection.rate_per_second, connection.rate_burst]
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
        detail={"before": before, "after": [max_in_flight, rate_per_second, rate_burst]},
    )
    return connection


def connection_credentials(connection: Connection) -> dict[str, Any]:
    """Open the sealed credentials. Raises SealBroken."""
    plain = unseal(
        bytes(connection.sealed_credentials),
        keys=settings.WAYBILL_ENCRYPTION_KEYS,
        bound_to=connection.binding,
    )
    credentials: dict[str, Any] = json.loads(plain)
    return credentials


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
