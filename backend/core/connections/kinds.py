"""The kind of system that a stored connection leads to; a release may no longer have it."""

from __future__ import annotations

from core.connections.models import Connection
from core.errors import Unprocessable
from integrations.discovery import AnyConnector, connectors


def connection_kind(connection: Connection) -> type[AnyConnector]:
    """The connection's connector. Raises Unprocessable when this release has none of that name."""
    kind = connectors().get(connection.connector)
    if kind is None:
        words = kind_missing(connection)
        sentence = words[0].upper() + words[1:] + "."
        raise Unprocessable(sentence, code="connector_unknown")
    return kind


def kind_missing(connection: Connection) -> str:
    """What to say of a connection without a connector."""
    known = ", ".join(f"`{name}`" for name in connectors())
    return (
        f"connection `{connection.slug}` is of a kind, `{connection.connector}`, that this release"
        f" does not have; there are {known}: make another connection, or run a release that has it"
    )
