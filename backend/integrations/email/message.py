"""Composes a message.

The headers with what people wrote are written here. The standard library takes the quotes off a
long name when it folds the line (seen in Python 3.11.7, 3.12.1 and 3.13.0), and a comma in it then
begins a second mailbox. In a subject it takes whatever looks like an encoded word for one.
"""

import re
from email import message_from_string
from email.errors import MessageError
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import formatdate
from typing import Any

from integrations.email.models import EmailConfig, EmailIn
from integrations.sdk import InvalidInput, Reference

# Not every mail server announces 8BITMIME.
_SEVEN_BIT = SMTP.clone(cte_type="7bit")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9'-]+(?: [A-Za-z0-9'-]+)*")
_PLAIN_TEXT = re.compile(r"[!-~](?:[ -~]{0,64}[!-~])?")
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
        line = f"{header}: {_encoded(header, name)}{_FOLD}<{address}>"
    return f"{line}\r\n".encode()


def _subject(text: str) -> bytes:
    """The line of the subject. What looks like an encoded word is a text like any other."""
    plain = _PLAIN_TEXT.fullmatch(text) and "=?" not in text
    return f"Subject: {text if plain else _encoded('Subject', text)}\r\n".encode("ascii")


def _encoded(header: str, text: str) -> str:
    return Header(text, "utf-8", maxlinelen=75, header_name=header).encode(linesep="\r\n")


def compose(config: EmailConfig, payload: EmailIn, ref: Reference) -> bytes:
    """The message as it goes over the wire.

    Raises:
        InvalidInput: an address or a text that cannot be written into a message.
    """
    message = EmailMessage(policy=_SEVEN_BIT)
    try:
        message["Date"] = formatdate(usegmt=True)
        message["Message-ID"] = message_id(config, ref)
        message["X-Waybill-Reference"] = ref.code
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(payload.text)
        written = [
            _mailbox("From", config.from_name, config.from_address),
            _mailbox("To", payload.to_name, payload.to),
        ]
        if payload.reply_to:
            written.append(_mailbox("Reply-To", None, payload.reply_to))
        return b"".join([*written, _subject(payload.subject), message.as_bytes()])
    except (ValueError, UnicodeError, MessageError) as problem:
        raise InvalidInput(f"The message cannot be written: {problem}.") from problem


def readable(message: bytes) -> dict[str, Any]:
    """A composed message for people: its headers without their encoding, and its text."""
    found = message_from_string(message.decode(), policy=default)
    headers = {name: str(value) for name, value in found.items()}
    text = found.get_content().replace("\r\n", "\n")
    return {"headers": headers, "text": text}
