"""The mail server: reached, encrypted, signed in, our sender accepted. Sends nothing unasked."""

from __future__ import annotations

import os
import smtplib
import socket
import ssl
from collections.abc import Iterator
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from administration.doctor.findings import Finding, failed, ok, warning
from administration.variables import given_variables

PART = "mail"
_SECONDS = 6
_ANSWERS_OK = 250
_TEXT = """\
This is the test message of `waybill-admin doctor --send-test-mail`.
Waybill can send mail from {address}.
"""


def mail_findings(test_address: str = "") -> Iterator[Finding]:
    """``test_address``: who gets a test message; empty: nobody."""
    if not given_variables(os.environ).get("SMTP_HOST"):
        yield warning(
            PART,
            "SMTP_HOST is not set, so mail goes to this host itself",
            "Set SMTP_HOST, or invitations and password resets reach nobody.",
        )
    backend = EmailBackend(timeout=_SECONDS, fail_silently=False)
    try:
        backend.open()
        yield from _session(backend, test_address)
    except (OSError, smtplib.SMTPException) as error:
        yield _refusal(error)
    finally:
        _end(backend)


def _session(backend: EmailBackend, test_address: str) -> Iterator[Finding]:
    server = backend.connection
    if server is None:
        return
    encrypted = settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL
    if not encrypted and settings.WAYBILL_ENV == "production":
        yield warning(
            PART,
            "SMTP_SECURITY is none: mails and their links go unencrypted",
            "Set SMTP_SECURITY to starttls or tls.",
        )
    sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    server.ehlo_or_helo_if_needed()
    code, _ = server.mail(sender)
    server.rset()
    if code != _ANSWERS_OK:
        yield failed(
            PART,
            f"the server refuses the sender of SMTP_FROM ({code})",
            "Set SMTP_FROM to an address that this sign-in may send from.",
        )
        return
    how = "by TLS" if settings.EMAIL_USE_SSL else "by STARTTLS" if encrypted else "unencrypted"
    signed_in = "the sign-in is accepted" if settings.EMAIL_HOST_USER else "without a sign-in"
    yield ok(PART, f"the server answers {how}, {signed_in}, and it takes our sender")
    if test_address:
        yield _test(backend, test_address)


def _test(backend: EmailBackend, address: str) -> Finding:
    text = _TEXT.format(address=settings.WAYBILL_PUBLIC_URL)
    message = EmailMessage("Waybill: test message", text, to=[address], connection=backend)
    message.send()
    return ok("test mail", "the server took it; see whether it arrives, and not as spam")


def _refusal(error: OSError | smtplib.SMTPException) -> Finding:
    where = "See that SMTP_HOST and SMTP_PORT are right and that this host may reach them."
    match error:
        case smtplib.SMTPAuthenticationError(smtp_code=code):
            return failed(
                PART,
                f"the server refuses the sign-in ({code})",
                "Correct SMTP_USER and SMTP_PASSWORD; some providers want an app password.",
            )
        case smtplib.SMTPNotSupportedError():
            return failed(
                PART,
                "the server does not offer what the settings want (STARTTLS or a sign-in)",
                "Set SMTP_SECURITY to tls for port 465, or use the server's submission port.",
            )
        case ssl.SSLCertVerificationError():
            return failed(
                PART,
                "the server's certificate does not hold for its name",
                "Set SMTP_HOST to the name in the certificate, or trust its issuer on this host.",
            )
        case ssl.SSLError():
            return failed(
                PART,
                "the server does not speak TLS there",
                "Set SMTP_SECURITY to starttls for port 587, tls for 465.",
            )
        case smtplib.SMTPResponseException(smtp_code=code):
            return failed(PART, f"the server refuses it ({code})", "See the mail server's log.")
        case smtplib.SMTPRecipientsRefused():
            return failed(
                "test mail", "the server refuses the address", "See that it is written rightly."
            )
        case socket.gaierror():
            return failed(PART, "the name in SMTP_HOST leads nowhere", where)
        case TimeoutError():
            return failed(PART, f"no answer within {_SECONDS} s", where)
    return failed(PART, f"cannot be used ({type(error).__name__})", where)


def _end(backend: EmailBackend) -> None:
    try:
        backend.close()
    except (OSError, smtplib.SMTPException):
        return
