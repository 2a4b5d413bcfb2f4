"""The connectors that exist, by name."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from types import MappingProxyType
from typing import Any

from integrations.email.connector import EmailConnector
from integrations.rest.connector import RestConnector
from integrations.sdk import Action, Connector, EgressPolicy
from integrations.tryton.connector import TrytonConnector

AnyConnector = Connector[Any, Any, Any]
AnyAction = Action[Any, Any, Any]

_CONNECTORS: Mapping[str, type[AnyConnector]] = MappingProxyType(
    {connector.name: connector for connector in (TrytonConnector, EmailConnector, RestConnector)}
)


def connectors() -> Mapping[str, type[AnyConnector]]:
    """Every connector by its name."""
    return _CONNECTORS


def get_connector(name: str) -> type[AnyConnector]:
    """The connector of that name. Raises KeyError."""
    try:
        return _CONNECTORS[name]
    except KeyError:
        raise KeyError(f"there is no connector {name!r}") from None


def get_action(connector: str, action: str) -> type[AnyAction]:
    """An action of a connector: its effect, models and title. Raises KeyError."""
    return get_connector(connector).action(action)


@asynccontextmanager
async def open_connector(
    name: str,
    config: Mapping[str, Any],
    credentials: Mapping[str, Any],
    policy: EgressPolicy,
    timeout: float,  # noqa: ASYNC109 the limit of each later call
) -> AsyncIterator[AnyConnector]:
    """Open one configured account; keep it open over many deliveries, they share its connections.

    `timeout` is the seconds that each call may take. Raises KeyError for an unknown name and
    `InvalidInput` when the configuration or the credentials do not have the needed shape.
    """
    async with get_connector(name).open(config, credentials, policy, timeout) as connector:
        yield connector
