"""For which organization a person works, kept in their session.

All tabs of a browser share the session, so a page may say for which organization it was drawn:
`X-Waybill-Organization: <id>`. It chooses nothing; where it differs from the choice the request is
refused, so that a page that was left open changes nothing in the organization chosen since.
"""

from __future__ import annotations

import uuid

from django.http import HttpRequest

from core.accounts.models import Organization
from core.errors import Conflict

_KEY = "organization"


def chosen_organization(request: HttpRequest) -> uuid.UUID | None:
    """The organization that the person chose in this session, if they did."""
    chosen = request.session.get(_KEY)
    return uuid.UUID(chosen) if chosen else None


def choose_organization(request: HttpRequest, organization_id: uuid.UUID) -> None:
    """Keep the choice for the rest of the session."""
    request.session[_KEY] = str(organization_id)


def expect_organization(request: HttpRequest, organization: Organization) -> None:
    """Raises Conflict when the page was drawn for another organization."""
    expected = request.headers.get("X-Waybill-Organization")
    if expected is not None and expected != str(organization.pk):
        raise Conflict(
            f"You now work for {organization.name}. Load the page again before you go on.",
            code="other_organization",
        )
