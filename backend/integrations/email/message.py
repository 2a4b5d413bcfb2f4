"""Composes a message. Addresses and names go through the standard library's header encoding."""

from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate

from integrations.email.models import EmailConfig, EmailIn
from integrations.sdk import InvalidInput, Reference

# Not every mail server announces 8BITMIME.
_SEVEN_BIT = SMTP.clone(cte_type="7bit")


def message_id(config: EmailConfig, ref: Reference) -> str:
    """The same for every attempt of a step, so that a duplicate can be recognized."""
    return f"<{ref.key}@{config.from_address.rpartition('@')[2]}>"


def compose(config: EmailConfig, payload: EmailIn, ref: Reference) -> bytes:
    """The message as it goes over the wire.

    Raises:
        InvalidInput: an address or a text that cannot be written into a message.
    """
    message = EmailMessage(policy=_SEVEN_BIT)
    try:
        message["From"] = Address(config.from_name or "", addr_spec=config.from_address)
        message["To"] = Address(payload.to_name or "", addr_spec=payload.to)
        if payload.reply_to:
            message["Reply-To"] = Address(addr_spec=payload.reply_to)
        message["Subject"] = payload.subject
        message["Date"] = formatdate(usegmt=True)
        message["Message-ID"] = message_id(config, ref)
        message["X-Waybill-Reference"] = ref.code
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(payload.text)
        return message.as_bytes()
    except (ValueError, UnicodeError, MessageError) as problem:
        raise InvalidInput(f"The message cannot be written: {problem}.") from problem
