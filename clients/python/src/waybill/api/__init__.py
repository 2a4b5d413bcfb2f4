"""Every operation and model of the API, generated from its OpenAPI document."""

from .client import AuthenticatedClient, Client

API_VERSION = "1.0.0"
"""Of the document."""

__all__ = (
    "API_VERSION",
    "AuthenticatedClient",
    "Client",
)
