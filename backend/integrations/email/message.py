"""Composes a message.

The address headers are written here. The standard library takes the quotes off a long name when it
folds the line (seen in Python 3.11.7, 3.12.1 and 3.13.0), and a comma in it then begins a second
mailbox.
"""

import re
from email.errors import MessageError
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate

from integrations.email.models import EmailConfig, EmailIn
from integrations.sdk import InvalidInput, Reference

# Not every mail server announces 8BITMIME.
_SEVEN_BIT = SMTP.clone(cte_type="7bit")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9'-]+(?: [A-Za-z0-9'-]+)*")
_FOLD = "\r\n "


def message_id(config: EmailConfig, ref: Reference) -> str:
    """The same for every attempt of a step, so that a duplicate can be recognized."""
    return f"<{ref.key}@{config.from_address.rpartition('@')[2]}>"


def _mailbox(header: str, name: str | None, address: str) -> bytes:
    """A header with one mailbox (RFC 5322, section 3.4), folded.

    A name of more than plain words becomes encoded words (RFC 2047), in which no character has a
    meaning for whoever reads the header. An address may be of more than ASCII (RFC 6532).
    """
    if not name or not name.strip():
        line = f"{header}: <{address}>"
    elif _PLAIN_NAME.fullmatch(name):
        line = f"{header}: {name}{_FOLD}<{address}>"
    else:
        words = Header(name, "utf-8", maxlinelen=75, header_name=header).encode(linesep="\r\n")
        line = f"{header}: {words}{_FOLD}<{address}>"
    return f"{line}\r\n".encode()


def compose(config: EmailConfig, payload: EmailIn, ref: Reference) -> bytes:
    """The message as it goes over the wire.

    Raises:
        InvalidInput: an address or a text that cannot be written into a message.
    """
    message = EmailMessage(policy=_SEVEN_BIT)
    try:
        message["Subject"] = payload.subject
        message["Date"] = formatdate(usegmt=True)
        message["Message-ID"] = message_id(config, ref)
        message["X-Waybill-Reference"] = ref.code
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(payload.text)
        addresses = [
            _mailbox("From", config.from_name, config.from_address),
            _mailbox("To", payload.to_name, payload.to),
        ]
        if payload.reply_to:
            addresses.append(_mailbox("Reply-To", None, payload.reply_to))
        return b"".join(addresses) + message.as_bytes()
    except (ValueError, UnicodeError, MessageError) as problem:
        raise InvalidInput(f"The message cannot be written: {problem}.") from problem
