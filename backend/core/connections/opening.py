from __future__ import annotations

import functools
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from typing import Any

from django.conf import settings

from core.connections.models import Connection
from integrations.discovery import get_connector
from integrations.sdk import Connector, EgressPolicy


def open_connector(
    connection: Connection, *, credentials: Mapping[str, Any], timeout: float
) -> AbstractAsyncContextManager[Connector[Any, Any, Any]]:
    """Open a connection's connector. Each call to the destination may take ``timeout`` seconds.

    ``credentials``: from `connection_credentials`. That reads the database, so do not call it on
    the event loop.
    """
    return get_connector(connection.connector).open(
        connection.config, credentials, egress_policy(), timeout
    )


@functools.cache
def egress_policy() -> EgressPolicy:
    """The deployment's allow-list of private destinations, and its proxy."""
    return EgressPolicy.parse(settings.WAYBILL_EGRESS_ALLOW, settings.WAYBILL_EGRESS_PROXY)
