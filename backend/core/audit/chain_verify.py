"""Following the chain from its first entry to its head."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from django.conf import settings
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.chain import (
    KeyMissing,
    chain_start,
    entry_mac,
    head_true,
    link_hash,
    restart_start,
    same,
)
from core.audit.chain_breaks import Restart, broken_digest, restarts_read
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
    """``entries`` were followed, the last has ``hash`` (hex). ``finding``: what is broken first.
    ``known``: breaks behind which an operator began the chain again."""

    organization: Organization
    entries: int
    hash: str
    finding: str = ""
    known: tuple[Restart, ...] = ()


class Broken(Exception):
    """What is broken, as a person reads it."""


def audit_verify(*, organization: Organization, anchors: Iterable[Anchor] = ()) -> Verdict:
    """Follow an organization's chain and compare it with heads that were kept elsewhere.

    Finds entries that were edited, deleted, inserted or put elsewhere; entries cut off at the end
    by the head, and by an anchor where the head was set back too. What an operator left behind with
    `audit_restart` is no finding, as long as it is as it was then.
    """
    walk = Walk(organization.pk, {each.sequence: each.hash for each in anchors})
    try:
        walk.follow()
        walk.compare_head()
        walk.compare_unsealed()
        finding = ""
    except (Broken, KeyMissing) as error:
        finding = str(error)
    return Verdict(organization, walk.sequence, walk.last.hex(), finding, tuple(walk.known))


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
    for restart in verdict.known:
        log.info(
            "audit chain has a known break",
            organization_id=str(organization.pk),
            sequence=restart.sequence,
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


class Walk:
    """``sequence`` and ``last``: how far it was followed, and the hash there. ``known``: the breaks
    on the way that an operator knows of."""

    def __init__(self, organization_id: uuid.UUID, anchors: dict[int, str]) -> None:
        self._entries = AuditEntry.objects.owned_by(organization_id)
        self._organization_id = organization_id
        self._anchors = anchors
        self.known: list[Restart] = []
        # Read first: what is sealed meanwhile comes after it.
        self._head = AuditHead.objects.owned_by(organization_id).first()
        self.sequence = 0
        self.last = chain_start(organization_id)

    def follow(self) -> None:
        """To the end, over the breaks that are known. Raises Broken and KeyMissing."""
        for restart in restarts_read(self._organization_id):
            self._follow(restart.verified)
            self._leap(restart)
        self._follow(None)
        cut = [sequence for sequence in self._anchors if sequence > self.sequence]
        if cut:
            raise Broken(
                f"the chain ends at entry {self.sequence}, but entry {min(cut)} was anchored:"
                " its end was cut off"
            )

    def _follow(self, last: int | None) -> None:
        rows = self._entries if last is None else self._entries.filter(sequence__lte=last)
        while True:
            chunk = list(rows.filter(sequence__gt=self.sequence).order_by("sequence")[:_CHUNK])
            for entry in chunk:
                self._step(entry)
            if len(chunk) < _CHUNK:
                break

    def _leap(self, restart: Restart) -> None:
        """Over what is broken, if nothing else is than was at the restart."""
        if (self.sequence, self.last.hex()) != (restart.verified, restart.hash):
            raise Broken(
                f"the chain ends at entry {self.sequence}, but was followed to entry"
                f" {restart.verified} before it was begun again"
            )
        behind = broken_digest(
            self._organization_id, after=restart.verified, before=restart.sequence
        )
        if behind != restart.digest:
            raise Broken(
                f"the broken part up to entry {restart.sequence} was changed after the chain was"
                " begun again"
            )
        self.known.append(restart)
        self.sequence = restart.sequence - 1
        self.last = restart_start(self._organization_id, restart.sequence)

    def _step(self, entry: AuditEntry) -> None:
        place = self.sequence + 1
        if entry.sequence != place:
            raise Broken(f"entry {place} is missing: the next one is {entry.sequence}")
        name = f"entry {place} ({entry.pk}, {entry.action})"
        if not same(entry.mac, entry_mac(entry)):
            raise Broken(f"{name} was changed, or was not written by Waybill")
        wanted = link_hash(
            key_id=entry.key_id, before=self.last, sequence=place, mac=bytes(entry.mac)
        )
        if entry.hash is None or not same(entry.hash, wanted):
            raise Broken(f"{name} does not follow the entry before it")
        if self._anchors.get(place, wanted.hex()) != wanted.hex():
            raise Broken(f"{name} is not the one that was anchored: the chain was written anew")
        self.sequence, self.last = place, wanted

    def compare_head(self) -> None:
        head = self._head
        if head is None:
            if self.sequence:
                raise Broken("the chain's head is missing")
            return
        if not head_true(head):
            raise Broken("the chain's head was changed, or was not written by Waybill")
        if head.sequence > self.sequence:
            raise Broken(
                f"the chain ends at entry {self.sequence}, but its head is at {head.sequence}:"
                " its end was cut off"
            )

    def compare_unsealed(self) -> None:
        """What waits for its place can have it, and soon. Raises Broken and KeyMissing."""
        unsigned = self._entries.filter(sequence=None).exclude(key_id="")
        missing = unsigned.exclude(key_id__in=list(settings.WAYBILL_AUDIT_KEYS)).first()
        if missing is not None:
            raise KeyMissing(missing.key_id)
        late = self._entries.filter(sequence=None, at__lt=Now() - UNSEALED_AT_MOST)
        first = late.order_by("id").first()
        if first is not None:
            raise Broken(
                f"entry {first.pk} ({first.action}) waits to be sealed for more than five minutes:"
                " look whether a dispatcher runs"
            )
