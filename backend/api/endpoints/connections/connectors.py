from __future__ import annotations

from dataclasses import asdict

from ninja import Router

from api.authentication.access import ApiRequest, requires
from api.endpoints.parameters import ConnectorName
from api.errors.documented import responses
from api.schemas.connections.connectors import ConnectorOut, ConnectorsOut
from core.accounts.permissions import Permission
from core.connections.catalogue import connector_get, connector_list

router = Router(tags=["connectors"])


@router.get(
    "",
    auth=requires(Permission.CONNECTIONS_READ),
    response=responses({200: ConnectorsOut}, signed_in=True, found=False),
)
def list_connectors(request: ApiRequest) -> ConnectorsOut:
    """Every kind of system that can be connected, with the schemas of its settings, credentials
    and actions."""
    return ConnectorsOut(items=[ConnectorOut(**asdict(each)) for each in connector_list()])


@router.get(
    "/{connector}",
    auth=requires(Permission.CONNECTIONS_READ),
    response=responses({200: ConnectorOut}, signed_in=True),
)
def get_connector(request: ApiRequest, connector: ConnectorName) -> ConnectorOut:
    """One kind of system."""
    return ConnectorOut(**asdict(connector_get(connector)))
