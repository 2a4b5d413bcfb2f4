"""The received messages, in memory, newest last."""

from __future__ import annotations

import email
import email.policy
from collections import deque
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from itertools import count

CAPACITY = 500


@dataclass(frozen=True)
class Message:
    """One message to one or more recipients, from its envelope and headers."""

    id: int
    sender: str
    to: tuple[str, ...]
    subject: str
    message_id: str
    text: str
    received_at: str

    def as_json(self) -> dict[str, object]:
        """The message as `GET /messages` shows it."""
        fields = asdict(self)
        return {"id": fields.pop("id"), "from": fields.pop("sender"), **fields}


class Store:
    """Keeps the latest messages and drops older ones."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._messages: deque[Message] = deque(maxlen=capacity)
        self._numbers = count(1)

    def add(self, sender: str, recipients: list[str], content: bytes) -> Message:
        """Keep a raw message."""
        parsed = email.message_from_bytes(content, policy=email.policy.default)
        message = Message(
            id=next(self._numbers),
            sender=sender,
            to=tuple(recipients),
            subject=str(parsed.get("Subject", "")),
            message_id=str(parsed.get("Message-ID", "")),
            text=_text(parsed),
            received_at=datetime.now(UTC).isoformat(timespec="milliseconds"),
        )
        self._messages.append(message)
        return message

    def messages(self, to: str | None = None) -> list[Message]:
        """All messages, or those to one recipient (any case), oldest first."""
        wanted = to.lower() if to else None
        return [
            message
            for message in self._messages
            if wanted is None or wanted in {address.lower() for address in message.to}
        ]


def _text(parsed: EmailMessage) -> str:
    body = parsed.get_body(("plain", "html"))
    if body is None:
        return ""
    try:
        return str(body.get_content()).replace("\r\n", "\n")
    except (LookupError, UnicodeError):
        return repr(body.get_payload())
