"""What a mail server's refusal means for the sender (RFC 5321, RFC 4954, RFC 3463)."""

import re
import ssl

import aiosmtplib

from integrations.sdk import (
    AuthFailed,
    ConnectFailed,
    ConnectorError,
    InvalidInput,
    RateLimited,
    Transient,
)

_AUTH_CODES = {530, 534, 535, 538}
_ENHANCED = re.compile(r"\s*[245]\.(\d{1,3}\.\d{1,3})(?!\S)")
# RFC 3463, with the registry of IANA. Servers send these with 5xx too, and mean later.
_TOO_MANY = {"4.5", "7.28", "7.27"}
"""Congestion, which servers use for quotas as well, and rates."""
_FULL = {"2.2", "3.1", "3.2", "4.1", "4.4", "5.3"}
"""Mailbox or system full, not accepting, no answer, unable to route, too many recipients."""
_FULL_CODES = {552}


def refusal(error: aiosmtplib.SMTPResponseException, host: str) -> ConnectorError:
    """The error for an answer of the server other than success. The message was not taken."""
    said = f" It says: {error.code} {' '.join(error.message.split())[:300]}"
    if error.code in _AUTH_CODES:
        return AuthFailed(
            f"{host} refused the sign-in. "
            f"Check the user name and the password of the connection.{said}"
        )
    if isinstance(error, aiosmtplib.SMTPAuthenticationError) and error.code >= 500:
        return AuthFailed(f"{host} does not accept this way to sign in.{said}")
    detail = _detail(error.message)
    if detail in _TOO_MANY:
        return RateLimited(f"{host} asks to slow down.{said}", not_done=True)
    if 400 <= error.code < 500 or error.code in _FULL_CODES or detail in _FULL:
        return Transient(f"{host} cannot take the message now.{said}", not_done=True)
    if isinstance(error, aiosmtplib.SMTPRecipientRefused):
        return InvalidInput(
            f"{host} refuses the recipient {error.recipient}.{said}", {"to": error.message}
        )
    if isinstance(error, aiosmtplib.SMTPSenderRefused):
        return InvalidInput(f"{host} refuses the sender {error.sender}.{said}")
    return InvalidInput(f"{host} refuses the message.{said}")


def _detail(message: str) -> str:
    """Subject and detail of the enhanced status code that the answer begins with, or nothing.

    The words after it may quote anybody, so nothing is read from them.
    """
    found = _ENHANCED.match(message)
    return found[1] if found else ""


def connect_error(error: Exception, where: str, timeout: float) -> ConnectorError:
    """The error for a connection that broke before the message was on its way."""
    cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return ConnectFailed(f"{where} shows a TLS certificate that is not valid.")
    if "STARTTLS extension not supported" in str(error):
        return InvalidInput(
            f"{where} offers no STARTTLS. Choose another encryption or port in the connection.",
            {"security": "the server offers no STARTTLS"},
        )
    if isinstance(error, TimeoutError):
        return ConnectFailed(f"{where} did not take the message within {timeout:g} s.")
    if isinstance(error, aiosmtplib.SMTPNotSupported):
        return InvalidInput(f"{where} cannot write to this address: {error}.", {"to": str(error)})
    return ConnectFailed(f"{where} cannot be reached: {error}.")
