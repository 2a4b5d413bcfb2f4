"""Following the chain from its first entry to its head."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.chain import KeyMissing, chain_start, entry_mac, head_true, link_hash, same
from core.audit.models import AuditCheck, AuditEntry, AuditHead

log = structlog.get_logger(__name__)

UNSEALED_AT_MOST = timedelta(minutes=5)
CHECKED_EVERY = timedelta(hours=20)
_CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class Anchor:
    """A head that was written down elsewhere: sequence number and hash, in hex."""

    sequence: int
    hash: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """``entries`` were followed, the last has ``hash`` (hex). ``finding``: what is broken first."""

    organization: Organization
    entries: int
    hash: str
    finding: str = ""


class _Broken(Exception):
    pass


def audit_verify(*, organization: Organization, anchors: Iterable[Anchor] = ()) -> Verdict:
    """Follow an organization's chain and compare it with heads that were kept elsewhere.

    Finds entries that were edited, deleted, inserted or put elsewhere; entries cut off at the end
    by the head, and by an anchor where the head was set back too.
    """
    walk = _Walk(organization.pk, {each.sequence: each.hash for each in anchors})
    try:
        walk.follow()
        walk.compare_head()
        walk.compare_unsealed()
    except (_Broken, KeyMissing) as error:
        return Verdict(organization, walk.sequence, walk.last.hex(), str(error))
    return Verdict(organization, walk.sequence, walk.last.hex())


def audit_check(*, organization: Organization) -> Verdict:
    """Verify, note the result for people and alerts, and log the head: an anchor outside."""
    verdict = audit_verify(organization=organization)
    AuditCheck.objects.owned_by(organization).update_or_create(
        organization=organization,
        defaults={
            "at": Now(),
            "entries": verdict.entries,
            "hash": verdict.hash,
            "finding": verdict.finding,
        },
    )
    log.info(
        "audit chain verified" if not verdict.finding else "audit chain broken",
        organization_id=str(organization.pk),
        sequence=verdict.entries,
        chain_head=verdict.hash,
    )
    return verdict


def unsealed_too_long() -> list[uuid.UUID]:
    """The organizations whose entries nobody seals."""
    entries = AuditEntry.objects.across_organizations("each of them has a chain")
    late = entries.filter(sequence=None, at__lt=Now() - UNSEALED_AT_MOST)
    return list(late.values_list("organization_id", flat=True).distinct())


def audits_check(*, seconds: float) -> tuple[int, int]:
    """Verify the chains that were not verified for most of a day, for so long; how many, and how
    many of them are broken."""
    until = time.monotonic() + seconds
    checks = AuditCheck.objects.across_organizations("each of them has a chain")
    recent = checks.filter(at__gt=Now() - CHECKED_EVERY)
    chains = AuditHead.objects.across_organizations("each of them has a chain")
    heads = chains.exclude(pk__in=recent.values("pk")).select_related("organization")
    checked = broken = 0
    for head in heads.order_by("pk").iterator():
        broken += bool(audit_check(organization=head.organization).finding)
        checked += 1
        if time.monotonic() > until:
            break
    return checked, broken


class _Walk:
    """``sequence`` and ``last``: how far it was followed, and the hash there."""

    def __init__(self, organization_id: uuid.UUID, anchors: dict[int, str]) -> None:
        self._entries = AuditEntry.objects.owned_by(organization_id)
        self._anchors = anchors
        # Read first: what is sealed meanwhile comes after it.
        self._head = AuditHead.objects.owned_by(organization_id).first()
        self.sequence = 0
        self.last = chain_start(organization_id)

    def follow(self) -> None:
        while True:
            rows = self._entries.filter(sequence__gt=self.sequence).order_by("sequence")[:_CHUNK]
            chunk = list(rows)
            for entry in chunk:
                self._step(entry)
            if len(chunk) < _CHUNK:
                break
        cut = [sequence for sequence in self._anchors if sequence > self.sequence]
        if cut:
            raise _Broken(
                f"the chain ends at entry {self.sequence}, but entry {min(cut)} was anchored:"
                " its end was cut off"
            )

    def _step(self, entry: AuditEntry) -> None:
        place = self.sequence + 1
        if entry.sequence != place:
            raise _Broken(f"entry {place} is missing: the next one is {entry.sequence}")
        name = f"entry {place} ({entry.pk}, {entry.action})"
        if not same(entry.mac, entry_mac(entry)):
            raise _Broken(f"{name} was changed, or was not written by Waybill")
        wanted = link_hash(
            key_id=entry.key_id, before=self.last, sequence=place, mac=bytes(entry.mac)
        )
        if entry.hash is None or not same(entry.hash, wanted):
            raise _Broken(f"{name} does not follow the entry before it")
        if self._anchors.get(place, wanted.hex()) != wanted.hex():
            raise _Broken(f"{name} is not the one that was anchored: the chain was written anew")
        self.sequence, self.last = place, wanted

    def compare_head(self) -> None:
        head = self._head
        if head is None:
            if self.sequence:
                raise _Broken("the chain's head is missing")
            return
        if not head_true(head):
            raise _Broken("the chain's head was changed, or was not written by Waybill")
        if head.sequence > self.sequence:
            raise _Broken(
                f"the chain ends at entry {self.sequence}, but its head is at {head.sequence}:"
                " its end was cut off"
            )

    def compare_unsealed(self) -> None:
        late = self._entries.filter(sequence=None, at__lt=Now() - UNSEALED_AT_MOST)
        first = late.order_by("id").first()
        if first is not None:
            raise _Broken(
                f"entry {first.pk} ({first.action}) waits to be sealed for more than five minutes:"
                " look whether a dispatcher runs"
            )
