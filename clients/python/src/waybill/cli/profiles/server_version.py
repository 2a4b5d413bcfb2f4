"""Which version of the API a server has."""

from __future__ import annotations

from waybill import Waybill
from waybill.answers import understood


def version_of(waybill: Waybill) -> str | None:
    """As its OpenAPI document says; None if it shows none."""
    with understood(waybill.url):
        answer = waybill.api.get_httpx_client().get("/api/v1/openapi.json")
        if not answer.is_success:
            return None
        told = answer.json()
    version = told.get("info", {}).get("version") if isinstance(told, dict) else None
    return str(version) if version else None
