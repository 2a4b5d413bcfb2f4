from __future__ import annotations

from dataclasses import asdict

from django.http import HttpResponse
from django.utils.cache import patch_vary_headers
from ninja import Router

from api.authentication.access import ApiRequest, requires
from api.endpoints.parameters import ConnectorName, ReaderLanguage
from api.errors.documented import responses
from api.forms.language import language_wanted
from api.schemas.connections.connectors import ConnectorOut, ConnectorsOut
from core.accounts.permissions import Permission
from core.connections.catalogue import connector_get, connector_list

router = Router(tags=["connectors"])


@router.get(
    "",
    auth=requires(Permission.CONNECTIONS_READ),
    response=responses({200: ConnectorsOut}, signed_in=True, found=False),
)
def list_connectors(
    request: ApiRequest, response: HttpResponse, language: ReaderLanguage = None
) -> ConnectorsOut:
    """Every kind of system that can be connected, with the schemas of its settings, credentials
    and actions."""
    patch_vary_headers(response, ["Accept-Language"])
    found = connector_list(language_wanted(request, language))
    return ConnectorsOut(items=[ConnectorOut(**asdict(each)) for each in found])


@router.get(
    "/{connector}",
    auth=requires(Permission.CONNECTIONS_READ),
    response=responses({200: ConnectorOut}, signed_in=True),
)
def get_connector(
    request: ApiRequest,
    response: HttpResponse,
    connector: ConnectorName,
    language: ReaderLanguage = None,
) -> ConnectorOut:
    """One kind of system."""
    patch_vary_headers(response, ["Accept-Language"])
    return ConnectorOut(**asdict(connector_get(connector, language_wanted(request, language))))
