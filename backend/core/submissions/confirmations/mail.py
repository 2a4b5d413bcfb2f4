"""The message with the link. The link is in no other place."""

from __future__ import annotations

from smtplib import SMTPException

import structlog
from django.conf import settings
from django.core.mail import EmailMessage

from core.errors import Unavailable
from core.submissions.models import Confirmation
from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion
from waybill_definitions.document import words_in as told_in
from waybill_definitions.languages import say, words_in

log = structlog.get_logger(__name__)


def confirmation_mail(
    *, version: WorkflowVersion, language: str, email: str, token: str, kept: Confirmation
) -> None:
    """Raises Unavailable when the mail server refuses it."""
    form = form_of(version)
    words = words_in(language).mails
    values = {
        "form": _one_line(told_in(form.definition.title, language, form.language)),
        "organization": _one_line(version.organization.name),
        "link": f"{settings.WAYBILL_PUBLIC_URL.rstrip('/')}/confirm/{token}",
        "until": kept.expires_at,
    }
    message = EmailMessage(
        subject=_one_line(say(words.confirm_subject, language, values)),
        body=say(words.confirm_text, language, values),
        to=[email],
    )
    try:
        message.send()
    except (SMTPException, OSError) as error:
        log.warning("confirmation not sent", confirmation=str(kept.pk), error=type(error).__name__)
        raise Unavailable(
            "The message to your address could not be sent, so nothing was kept. Try again later.",
            code="email_not_sent",
        ) from error


def _one_line(text: str) -> str:
    return " ".join(text.split())
