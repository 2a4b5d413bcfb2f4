"""Every operation and model of the API, generated from its OpenAPI document."""

from .client import AuthenticatedClient, Client

API_VERSION = "<openapi_python_client.schema.untrusted_string.UntrustedString object at 0x7fa20f0a2f90>"
"""Of the document."""

__all__ = (
    "API_VERSION",
    "AuthenticatedClient",
    "Client",
)
