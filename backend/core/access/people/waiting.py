"""The invitation of a browser, kept in its session until it is used."""

from __future__ import annotations

from django.http import HttpRequest

from core.access.invitations import invitation_find
from core.access.models import Invitation
from core.errors import NotFound

_KEY = "waybill.invitation"


def invitation_keep(request: HttpRequest, token: str) -> Invitation:
    """Look the token up and keep it for the sign-up. Raises NotFound."""
    invitation = invitation_find(token=token)
    request.session[_KEY] = token
    return invitation


def invitation_waiting(request: HttpRequest) -> Invitation | None:
    """The kept invitation, while it is still open."""
    token = request.session.get(_KEY)
    if not token:
        return None
    try:
        return invitation_find(token=token)
    except NotFound:
        return None


def invitation_take(request: HttpRequest) -> str:
    """The kept token. This call removes it from the session."""
    return str(request.session.pop(_KEY))
