from __future__ import annotations

import uuid
from typing import Annotated, Any

from django.http import HttpResponseBase
from ninja import Path, Query, Router

from api.authentication.access import ApiRequest, acting, requires
from api.bodies.downloads import download
from api.endpoints.parameters import Cursor, Limit
from api.errors.documented import responses
from api.schemas.operations.audit import AuditChainOut, AuditEntryOut, AuditFilterIn, AuditPageOut
from core.accounts.permissions import Permission
from core.audit.export import ExportFormat, audit_export
from core.audit.selectors import audit_get, audit_page, chain_state
from core.text.csv_cells import Separator

router = Router(tags=["audit"])

EntryId = Annotated[uuid.UUID, Path(description="The entry's id.")]
Wanted = Annotated[AuditFilterIn, Query()]
CsvSeparator = Annotated[
    Separator,
    Query(
        description="Of CSV: what stands between its cells. Excel wants a `semicolon` where numbers"
        " have a decimal comma."
    ),
]
_TYPES = {
    ExportFormat.CSV: "text/csv; charset=utf-8",
    ExportFormat.JSONL: "application/x-ndjson",
}
_FILE: dict[str, Any] = {
    "responses": {
        200: {
            "description": "The file.",
            "content": {
                kind.partition(";")[0]: {"schema": {"type": "string"}} for kind in _TYPES.values()
            },
        }
    }
}


@router.get(
    "",
    auth=requires(Permission.AUDIT_READ),
    response=responses({200: AuditPageOut}, signed_in=True, found=False),
)
def list_audit(
    request: ApiRequest, wanted: Wanted, cursor: Cursor = None, limit: Limit = 50
) -> AuditPageOut:
    """Who changed or saw what, newest first."""
    page = audit_page(
        organization=request.auth.organization, wanted=wanted.wanted(), cursor=cursor, limit=limit
    )
    return AuditPageOut(
        items=[AuditEntryOut.of(entry) for entry in page.items], next_cursor=page.next_cursor
    )


@router.get(
    "/chain",
    auth=requires(Permission.AUDIT_READ),
    response=responses({200: AuditChainOut}, signed_in=True, found=False),
)
def get_audit_chain(request: ApiRequest) -> AuditChainOut:
    """Where the chain of entries ends, and whether it held when it was last verified.

    Keep `sequence` and `hash` elsewhere now and then: `manage.py verify_audit --anchors` tells by
    them if the log was written anew or its end was cut off.
    """
    return AuditChainOut.of(chain_state(organization=request.auth.organization))


@router.get(
    "/export",
    auth=requires(Permission.AUDIT_READ),
    response=responses({}, signed_in=True, found=False),
    openapi_extra=_FILE,
)
def export_audit(
    request: ApiRequest,
    wanted: Wanted,
    format: ExportFormat = ExportFormat.CSV,  # noqa: A002
    separator: CsvSeparator = Separator.COMMA,
) -> HttpResponseBase:
    """Every entry of the filter, oldest first, as a file. The export is audited itself.

    Files are in UTF-8; CSV begins with a byte-order mark, by which spreadsheets know that.
    """
    lines = audit_export(
        organization=request.auth.organization,
        wanted=wanted.wanted(),
        shape=format,
        separator=separator,
        actor=acting(request),
    )
    return download(
        lines,
        organization=request.auth.organization,
        name=f"audit.{format}",
        content_type=_TYPES[format],
    )


@router.get(
    "/{entry_id}",
    auth=requires(Permission.AUDIT_READ),
    response=responses({200: AuditEntryOut}, signed_in=True),
)
def get_audit_entry(request: ApiRequest, entry_id: EntryId) -> AuditEntryOut:
    """One entry, with what it was before and after."""
    found = audit_get(organization=request.auth.organization, entry_id=entry_id)
    return AuditEntryOut.of(found)
