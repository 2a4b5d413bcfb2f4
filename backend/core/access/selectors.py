from __future__ import annotations

from core.access.models import Invitation
from core.accounts.models import Membership, Organization
from core.postgres.pages import Page, page_newest_first


def member_page(
    *, organization: Organization, cursor: str | None = None, limit: int = 50
) -> Page[Membership]:
    """The organization's members with their people, newest first."""
    rows = Membership.objects.owned_by(organization).select_related("user")
    return page_newest_first(rows, cursor=cursor, limit=limit)


def invitation_page(
    *, organization: Organization, cursor: str | None = None, limit: int = 50
) -> Page[Invitation]:
    """Invitations that were neither used nor revoked, including expired ones."""
    rows = Invitation.objects.owned_by(organization).filter(accepted_at=None, revoked_at=None)
    return page_newest_first(rows.select_related("invited_by"), cursor=cursor, limit=limit)
