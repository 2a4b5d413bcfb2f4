from __future__ import annotations

import functools
from contextlib import AbstractAsyncContextManager
from typing import Any

from django.conf import settings

from core.connections.models import Connection
from core.connections.services import connection_credentials
from integrations.registry import get_connector
from integrations.sdk import Connector, EgressPolicy


def open_connector(
    connection: Connection, *, timeout: float
) -> AbstractAsyncContextManager[Connector[Any, Any, Any]]:
    """Open a connection's connector; each call to the destination may take ``timeout`` seconds.

    Raises SealBroken when the credentials cannot be read.
    """
    return get_connector(connection.connector).open(
        connection.config, connection_credentials(connection), egress_policy(), timeout
    )


@functools.cache
def egress_policy() -> EgressPolicy:
    """The deployment's allow-list of private destinations."""
    return EgressPolicy.parse(settings.WAYBILL_EGRESS_ALLOW)
