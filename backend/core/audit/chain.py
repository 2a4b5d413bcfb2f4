"""What makes tampering with the audit log show.

``mac``: HMAC-SHA-256 over an entry's canonical JSON, written with the entry.
``hash``: HMAC-SHA-256 over the hash before it, the sequence number and ``mac``, written when the
entry is sealed. The first entry follows a hash of its organization's id; one that begins a broken
chain again, a hash of its organization's id and place (see `core.audit.chain_breaks`). Keys are
derived (HKDF) from `WAYBILL_AUDIT_KEYS`, else from the encryption keys, so whoever has the database
alone can make neither.
"""

from __future__ import annotations

import functools
import hashlib
import hmac
import json
import uuid
from datetime import UTC, datetime
from typing import Protocol

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_ENTRY, _LINK, _HEAD = b"entry\0", b"link\0", b"head\0"


class KeyMissing(Exception):
    """The log was written under a key that is not configured any more."""

    def __init__(self, key_id: str) -> None:
        super().__init__(
            f"no audit or encryption key has the id {key_id!r}: put the key with this id into"
            " WAYBILL_AUDIT_KEYS, behind the first"
        )


class Entry(Protocol):
    """The columns that `entry_mac` covers."""

    id: uuid.UUID
    organization_id: uuid.UUID
    at: datetime
    actor_kind: str
    actor_id: uuid.UUID | None
    actor_name: str
    action: str
    object_kind: str
    object_id: str
    detail: object
    changes: object
    request_id: str
    address: str
    agent: str
    key_id: str


def present_key_id() -> str:
    """The id of the key that new entries are written under."""
    return str(next(iter(settings.WAYBILL_AUDIT_KEYS)))


class Head(Protocol):
    """Where a chain ends."""

    organization_id: uuid.UUID
    sequence: int
    hash: bytes | memoryview
    key_id: str
    mac: bytes | memoryview


def entry_mac(entry: Entry) -> bytes:
    """Raises KeyMissing."""
    return _sign(entry.key_id, _ENTRY + entry_canonical(entry))


def link_hash(*, key_id: str, before: bytes, sequence: int, mac: bytes) -> bytes:
    """The hash of an entry at its place. Raises KeyMissing."""
    return _sign(key_id, _LINK + before + sequence.to_bytes(8, "big") + mac)


def head_mac(*, key_id: str, organization_id: uuid.UUID, sequence: int, last: bytes) -> bytes:
    """Raises KeyMissing."""
    return _sign(key_id, _HEAD + organization_id.bytes + sequence.to_bytes(8, "big") + last)


def head_true(head: Head) -> bool:
    """Whether Waybill wrote it. Raises KeyMissing."""
    wanted = head_mac(
        key_id=head.key_id,
        organization_id=head.organization_id,
        sequence=head.sequence,
        last=bytes(head.hash),
    )
    return same(head.mac, wanted)


def chain_start(organization_id: uuid.UUID) -> bytes:
    """What the first entry follows."""
    return hashlib.sha256(b"waybill audit log\0" + organization_id.bytes).digest()


def restart_start(organization_id: uuid.UUID, sequence: int) -> bytes:
    """What the entry follows that begins the chain again at this place."""
    place = organization_id.bytes + sequence.to_bytes(8, "big")
    return hashlib.sha256(b"waybill audit log again\0" + place).digest()


def entry_canonical(entry: Entry) -> bytes:
    """Everything that `entry_mac` covers, written in one way."""
    return json.dumps(
        [
            str(entry.id),
            str(entry.organization_id),
            entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
            entry.actor_kind,
            str(entry.actor_id),
            entry.actor_name,
            entry.action,
            entry.object_kind,
            entry.object_id,
            entry.detail,
            entry.changes,
            entry.request_id,
            entry.address,
            entry.agent,
            entry.key_id,
        ],
        sort_keys=True,
        separators=(",", ":"),
    ).encode()


def same(one: bytes | memoryview, other: bytes) -> bool:
    return hmac.compare_digest(bytes(one), other)


def _sign(key_id: str, message: bytes) -> bytes:
    secret = settings.WAYBILL_AUDIT_KEYS.get(key_id)
    if secret is None:
        raise KeyMissing(key_id)
    return hmac.digest(_derived(secret), message, "sha256")


@functools.lru_cache(maxsize=16)
def _derived(secret: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"waybill audit chain").derive(secret)
