"""Alerts by e-mail, through the mail server that also sends invitations.

Not by Django's backend: its blocking socket would outlast the lease of its callback, and a mail
server that hangs would take a thread from every other route.
"""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate
from urllib.parse import urlsplit

import aiosmtplib
from django.conf import settings

from core.callbacks.messages import Message

Refused = (aiosmtplib.SMTPException, OSError, ValueError)
"""What `mail_send` raises. TimeoutError is one of them."""


async def mail_send(message: Message, *, timeout: float) -> None:  # noqa: ASYNC109  # of each answer
    """Hand the message over to the mail server. Raises one of `Refused` when it is not taken.

    A message that is sent again has the same `Message-ID`, so that a mailbox shows it once.
    """
    await aiosmtplib.send(
        _mail(message),
        hostname=settings.EMAIL_HOST,
        port=settings.EMAIL_PORT,
        username=settings.EMAIL_HOST_USER or None,
        password=settings.EMAIL_HOST_PASSWORD or None,
        use_tls=settings.EMAIL_USE_SSL,
        start_tls=settings.EMAIL_USE_TLS,
        timeout=timeout,
    )


def _mail(message: Message) -> EmailMessage:
    host = urlsplit(settings.WAYBILL_PUBLIC_URL).hostname or "localhost"
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = one_line(message.subject)
    mail["From"] = settings.DEFAULT_FROM_EMAIL
    mail["To"] = ", ".join(message.recipients)
    mail["Date"] = formatdate()
    mail["Message-ID"] = f"<{message.claim.id}@{host}>"
    if message.topic is not None:
        # Everything about one alert is one conversation.
        mail["References"] = f"<{message.topic}@{host}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(message.body.decode())
    return mail


def one_line(text: str) -> str:
    """A subject without line breaks: no name can add a header."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
