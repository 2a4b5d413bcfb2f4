"""The SMTP side: it accepts and keeps every message."""

from __future__ import annotations

from aiosmtpd.smtp import SMTP, Envelope, Session

from dev.mailbox.store import Store

MAX_BYTES = 10 * 1024 * 1024


class Keep:
    """Passes received messages to the store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keep the message and say so."""
        content = envelope.content or b""
        message = self._store.add(
            envelope.mail_from or "",
            list(envelope.rcpt_tos),
            content.encode() if isinstance(content, str) else content,
        )
        return f"250 OK kept as {message.id}"


def protocol(store: Store) -> SMTP:
    """The protocol of one connection."""
    return SMTP(Keep(store), data_size_limit=MAX_BYTES, enable_SMTPUTF8=True, hostname="mailbox")
