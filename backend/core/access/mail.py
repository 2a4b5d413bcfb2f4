"""The invitation e-mail. Its link is in no other place."""

from __future__ import annotations

from smtplib import SMTPException

import structlog
from django.conf import settings
from django.core.mail import EmailMessage

from core.access.models import Invitation
from core.accounts.models import Role
from core.errors import Unavailable

log = structlog.get_logger(__name__)

_TEXT = """\
{inviter} invites you to join {organization} on Waybill as {role}.

Accept the invitation:
{link}

The link is for {email} alone. It works once, until {until:%d %B %Y, %H:%M} UTC.
If you did not expect this, ignore the message: without the link nothing happens.
"""


def invitation_send(*, invitation: Invitation, token: str) -> None:
    """Send the link to the invited address. Call it after the token's transaction.

    Raises Unavailable when the mail server refuses it. The invitation then stays open.
    """
    organization = _one_line(invitation.organization.name)
    message = EmailMessage(
        subject=f"Join {organization} on Waybill",
        body=_TEXT.format(
            inviter=_one_line(inviter_name(invitation) or "Somebody"),
            organization=organization,
            role=Role(invitation.role).label.lower(),
            link=f"{settings.WAYBILL_PUBLIC_URL}/invitations/{token}",
            email=invitation.email,
            until=invitation.expires_at,
        ),
        to=[invitation.email],
    )
    try:
        message.send()
    except (SMTPException, OSError) as error:
        log.warning("invitation not sent", invitation_id=invitation.pk, error=type(error).__name__)
        raise Unavailable(
            "The invitation is saved, but its e-mail could not be sent. Send it again later, "
            "or ask your administrator about the mail server.",
            code="email_not_sent",
        ) from error


def inviter_name(invitation: Invitation) -> str | None:
    """The name of the person who invited; None when they are gone."""
    inviter = invitation.invited_by
    return (inviter.name or inviter.email) if inviter else None


def _one_line(text: str) -> str:
    return " ".join(text.split())
