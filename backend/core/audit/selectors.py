from __future__ import annotations

from core.accounts.models import Organization
from core.audit.models import AuditEntry
from core.kit.pages import Page, page_newest_first


def audit_page(
    *,
    organization: Organization,
    action: str | None = None,
    object_id: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[AuditEntry]:
    """The organization's entries, newest first; of one action or about one thing if asked."""
    rows = AuditEntry.objects.owned_by(organization)
    if action:
        rows = rows.filter(action=action)
    if object_id:
        rows = rows.filter(object_id=object_id)
    return page_newest_first(rows, cursor=cursor, limit=limit)
