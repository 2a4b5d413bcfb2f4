"""Mails about what was done with a person's account that allauth knows nothing of."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest

from core.accounts.models import User


def program_notice(
    request: HttpRequest, user: User, *, program: str, said: str, address: str, organization: str
) -> None:
    """Tell a person that a program was let in with their account.

    ``said``: what the program says of itself and its machine; ``address``: where it asked from.
    A mail server that fails stops nothing.
    """
    context = {
        "program": program,
        "said": _one_line(said),
        "address": address,
        "organization": _one_line(organization),
        "sessions": f"{settings.WAYBILL_PUBLIC_URL}/settings/security",
    }
    get_adapter(request).send_notification_mail(
        "account/email/program_let_in", user, context, email=user.email
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
