"""Breaks that an operator knows of: where a chain was begun again, and why.

A restart is an entry like any other, signed by Waybill: whoever has the database alone can neither
make one nor put one elsewhere. It says up to which entry the chain was followed, and holds a digest
of what it leaves behind, so that the broken part can be looked at later and not changed any more.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from core.audit.chain import KeyMissing, entry_canonical, entry_mac, same
from core.audit.models import AuditEntry

RESTARTED = "audit.chain_restarted"
_CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class Restart:
    """``verified``: the last entry that was followed, with ``hash`` (hex). The entries between it
    and ``sequence``, which is the restart's own place, are the broken part, with ``digest``."""

    sequence: int
    at: datetime
    by: str
    why: str
    finding: str
    verified: int
    hash: str
    digest: str

    def __str__(self) -> str:
        first, last = self.verified + 1, self.sequence - 1
        return (
            f"entries {first} to {last} are not verified: {self.finding}. {self.by} began the chain"
            f" again with entry {self.sequence} on {self.at:%Y-%m-%d}: {self.why}"
        )


def restarts_read(organization_id: uuid.UUID) -> list[Restart]:
    """Those of a chain that count, in its order: none that a later one leaves behind."""
    entries = AuditEntry.objects.owned_by(organization_id).filter(action=RESTARTED)
    found: list[Restart] = []
    for entry in entries.exclude(sequence=None).order_by("-sequence"):
        restart = _read(entry)
        if restart is not None and (not found or restart.sequence <= found[-1].verified):
            found.append(restart)
    return found[::-1]


def broken_digest(organization_id: uuid.UUID, *, after: int, before: int) -> str:
    """Over everything that is written in the entries between two places, in hex."""
    digest = hashlib.sha256()
    for entry in _between(organization_id, after, before):
        parts = (str(entry.sequence).encode(), entry_canonical(entry), entry.mac, entry.hash or b"")
        for part in parts:
            digest.update(len(part).to_bytes(8, "big") + bytes(part))
    return digest.hexdigest()


def _read(entry: AuditEntry) -> Restart | None:
    """What the entry says, if Waybill wrote it, and for this place.

    One whose key is gone says nothing: the break that it tells of is a finding then.
    """
    try:
        ours = same(entry.mac, entry_mac(entry))
    except KeyMissing:
        ours = False
    detail = entry.detail
    if entry.sequence is None or not ours or detail["sequence"] != entry.sequence:
        return None
    return Restart(
        sequence=entry.sequence,
        at=entry.at,
        by=entry.actor_name,
        why=detail["why"],
        finding=detail["finding"],
        verified=detail["verified"],
        hash=detail["hash"],
        digest=detail["digest"],
    )


def _between(organization_id: uuid.UUID, after: int, before: int) -> Iterator[AuditEntry]:
    rows = AuditEntry.objects.owned_by(organization_id).filter(sequence__lt=before)
    while chunk := list(rows.filter(sequence__gt=after).order_by("sequence")[:_CHUNK]):
        yield from chunk
        after = chunk[-1].sequence or before
