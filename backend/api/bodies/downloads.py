"""Files that are read and sent in pieces."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import StreamingHttpResponse

from core.accounts.models import Organization
from core.postgres.tenancy import organization_scope


def download(
    pieces: Iterator[str] | Iterator[bytes],
    *,
    organization: Organization,
    name: str,
    content_type: str,
) -> StreamingHttpResponse:
    """An attachment that must not be cached. Each piece is read in the organization's scope, since
    the request's own scope has ended by then."""
    return StreamingHttpResponse(
        _scoped(pieces, organization),
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )


def _scoped(
    pieces: Iterator[str] | Iterator[bytes], organization: Organization
) -> Iterator[str | bytes]:
    while True:
        with organization_scope(organization):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece
