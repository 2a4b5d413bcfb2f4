"""What a mail server's refusal means for the sender (RFC 5321, RFC 4954, RFC 3463)."""

import re
import ssl

import aiosmtplib

from integrations.sdk import (
    AuthFailed,
    ConnectFailed,
    ConnectorError,
    InvalidInput,
    Problem,
    RateLimited,
    Transient,
    obstacle,
)

_AUTH_CODES = {530, 534, 535, 538}
_ENHANCED = re.compile(r"\s*([245])\.(\d{1,3}\.\d{1,3})(?!\S)")
# RFC 3463 and the registry of IANA; 1.90, 2.12x and 7.x of Exchange Online. Servers send these with
# 5xx too, and mean later.
_TOO_MANY = {"4.5", "7.28", "1.90", "2.121", "2.122", "7.232", "7.233", "7.705"}
"""Congestion, which servers use for quotas as well, and rates."""
_FULL = {"2.2", "3.1", "3.2", "5.3"}
"""Mailbox full, system full, system not accepting now, too many recipients over this connection."""
_NO_STARTTLS = "SMTP STARTTLS extension not supported by server."
"""Words of the library, not of a server."""
_STORAGE = 552
"""With no more detail, at a recipient: the mailbox is full. At a message it may be too large."""


def refusal(error: aiosmtplib.SMTPResponseException, host: str) -> ConnectorError:
    """The error for a 4xx or 5xx answer of the server: the message was not taken."""
    words = " ".join(error.message.split())[:300]
    said = f" It says: {error.code} {words}"
    if error.code in _AUTH_CODES:
        return AuthFailed(
            f"{host} refused the sign-in. "
            f"Check the user name and the password of the connection.{said}"
        )
    if isinstance(error, aiosmtplib.SMTPAuthenticationError) and error.code >= 500:
        return AuthFailed(
            f"{host} does not accept this way to sign in. Ask its operator which account may "
            f"send, and whether it needs a password of its own for programs.{said}"
        )
    later, detail = _enhanced(error.message)
    at_recipient = isinstance(error, aiosmtplib.SMTPRecipientRefused)
    if detail in _TOO_MANY:
        return RateLimited(
            f"{host} asks to slow down. Waybill tries again later.{said}", not_done=True
        )
    full = detail in _FULL or (error.code == _STORAGE and not detail and at_recipient)
    if error.code < 500 or later or full:
        return Transient(
            f"{host} cannot take the message now.{said}", not_done=True, problem=Problem.BUSY
        )
    if isinstance(error, aiosmtplib.SMTPRecipientRefused):
        return InvalidInput(
            f"{host} refuses the recipient {error.recipient}.{said}", {"to": error.message}
        )
    if isinstance(error, aiosmtplib.SMTPSenderRefused):
        return InvalidInput(
            f"{host} refuses the sender {error.sender}. Give the connection a sender's address "
            f"that this account may use.{said}",
            problem=Problem.MISSING_RIGHTS,
        )
    return InvalidInput(f"{host} refuses the message.{said}")


def is_refusal(error: aiosmtplib.SMTPResponseException) -> bool:
    """Whether the server said no. Any other answer in this place makes no sense."""
    return 400 <= error.code < 600


def is_yes(error: aiosmtplib.SMTPResponseException) -> bool:
    """Whether the server said yes, in another way than the library expects."""
    return 200 <= error.code < 300


def _enhanced(message: str) -> tuple[bool, str]:
    """Whether the enhanced status code that the answer begins with means later, and its detail.

    The words after it may quote anybody, so nothing is read from them.
    """
    found = _ENHANCED.match(message)
    return (found[1] == "4", found[2]) if found else (False, "")


def connect_error(error: Exception, where: str, timeout: float) -> ConnectorError:
    """The error for a connection that broke before the message was on its way."""
    cause = _cause(error)
    broken = isinstance(cause, ssl.SSLError)  # its error of a certificate is a ValueError as well
    if isinstance(error, aiosmtplib.SMTPResponseException | ValueError) and not broken:
        return Transient(
            f"{where} answers something that is not SMTP: {error}. "
            "Check the address and the port in the connection.",
            not_done=True,
            problem=Problem.NOT_THIS_SYSTEM,
        )
    if str(error) == _NO_STARTTLS:
        return InvalidInput(
            f"{where} offers no STARTTLS. Choose another encryption or port in the connection.",
            {"security": "the server offers no STARTTLS"},
            problem=Problem.TLS,
        )
    if isinstance(error, aiosmtplib.SMTPNotSupported):
        return InvalidInput(f"{where} cannot write to this address: {error}.", {"to": str(error)})
    if isinstance(error, TimeoutError) and not broken:
        return ConnectFailed(
            f"{where} did not take the message within {timeout:g} s. Check the port and the "
            "encryption in the connection, and that no firewall is between.",
            problem=Problem.TIMED_OUT,
        )
    found = obstacle(cause, timeout)
    return ConnectFailed(
        f"{where} cannot be reached: {found.reason}. {found.advice}", problem=found.problem
    )


def _cause(error: Exception) -> BaseException:
    """What the library wraps: the operating system's or TLS's own error."""
    inner = error.__cause__ or error.__context__
    return inner if isinstance(inner, OSError) else error
