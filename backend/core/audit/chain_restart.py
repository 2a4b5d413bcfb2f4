"""Beginning a broken chain again, by the hand of an operator who says why."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max

from core.accounts.models import Organization
from core.audit.chain import KeyMissing, link_hash, restart_start
from core.audit.chain_append import head_make, places_write
from core.audit.chain_breaks import RESTARTED, Restart, broken_digest, restarts_read
from core.audit.chain_verify import Anchor, Broken, Walk
from core.audit.models import ActorKind, AuditEntry, AuditHead
from core.audit.services import Actor, audit_record
from core.errors import Conflict


@transaction.atomic
def audit_restart(
    *, organization: Organization, by: str, why: str, anchors: Iterable[Anchor] = ()
) -> Restart:
    """Leave what is broken as it is, and go on behind it with an entry that says so.

    ``anchors``: heads that were kept elsewhere, where they alone show the break; the chain goes on
    behind the last of them. Raises Conflict where nothing is broken.
    """
    heads = AuditHead.objects.owned_by(organization)
    head = heads.select_for_update(no_key=True).first()
    anchored = {each.sequence: each.hash for each in anchors}
    walk = Walk(organization.pk, anchored)
    finding = _finding(walk)
    if not finding:
        raise Conflict("This organization's audit chain holds.")
    if head is None:
        head_make(organization.pk)
        head = heads.select_for_update(no_key=True).get()
    sealed = AuditEntry.objects.owned_by(organization).aggregate(last=Max("sequence"))["last"]
    place = max(head.sequence, sealed or 0, *anchored) + 1
    entry = audit_record(
        organization=organization,
        actor=Actor(ActorKind.SYSTEM, name=by),
        action=RESTARTED,
        object_kind="audit",
        object_id=organization.pk,
        detail={
            "sequence": place,
            "why": why,
            "finding": finding,
            "verified": walk.sequence,
            "hash": walk.last.hex(),
            "digest": broken_digest(organization.pk, after=walk.sequence, before=place),
        },
    )
    start = restart_start(organization.pk, place)
    first = link_hash(key_id=entry.key_id, before=start, sequence=place, mac=bytes(entry.mac))
    head.sequence = place - 1
    places_write([entry.pk], head, place, [first])
    return restarts_read(organization.pk)[-1]


def _finding(walk: Walk) -> str:
    try:
        walk.follow()
        walk.compare_head()
    except (Broken, KeyMissing) as error:
        return str(error)
    return ""
