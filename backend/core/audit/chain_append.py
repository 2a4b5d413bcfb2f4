"""Giving entries their place in the chain, after the commit that wrote them."""

from __future__ import annotations

import uuid

import structlog
from django.db import IntegrityError, connection, transaction
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.chain import (
    KeyMissing,
    chain_start,
    head_mac,
    head_true,
    link_hash,
    present_key_id,
)
from core.audit.models import AuditEntry, AuditHead
from core.postgres.tenancy import every_organization

log = structlog.get_logger(__name__)

BATCH = 1_000

# One skip per organization through the partial index of what is not sealed yet.
_WAITING = """
WITH RECURSIVE waiting AS (
    (SELECT organization_id FROM audit_auditentry WHERE sequence IS NULL
     ORDER BY organization_id LIMIT 1)
    UNION ALL
    SELECT (SELECT organization_id FROM audit_auditentry
            WHERE sequence IS NULL AND organization_id > waiting.organization_id
            ORDER BY organization_id LIMIT 1)
    FROM waiting WHERE waiting.organization_id IS NOT NULL
)
SELECT organization_id FROM waiting WHERE organization_id IS NOT NULL
"""

_SEAL = """
UPDATE audit_auditentry AS entry SET sequence = sealed.sequence, hash = sealed.hash
FROM unnest(%(ids)s::uuid[], %(sequences)s::bigint[], %(hashes)s::bytea[])
    AS sealed(id, sequence, hash)
WHERE entry.id = sealed.id
"""


def audit_seal() -> int:
    """Chain what is committed and not chained yet, a batch per organization; how many.

    Any number may do it at once: an organization that another is at is left to it. Locks nothing
    that a transaction with an `audit_record` in it could hold or wait for.
    """
    with every_organization("each of them has a chain"):
        with connection.cursor() as cursor:
            cursor.execute(_WAITING)
            organizations = [row[0] for row in cursor.fetchall()]
        return sum(_try(organization_id) for organization_id in organizations)


def audit_seal_all(organization: Organization | None = None) -> None:
    """Chain everything that is committed now."""
    while _try(organization.pk) if organization else audit_seal():
        pass


def _try(organization_id: uuid.UUID) -> int:
    try:
        return _seal(organization_id)
    except (IntegrityError, KeyMissing) as error:  # such as an entry put behind the head
        log.error(  # noqa: TRY400  # its cause is named, and comes again every second
            "audit chain cannot be gone on with",
            organization_id=str(organization_id),
            error=type(error).__name__,
        )
        return 0


@transaction.atomic
def _seal(organization_id: uuid.UUID) -> int:
    head = _head(organization_id)
    if head is None:
        return 0
    rows = AuditEntry.objects.owned_by(organization_id).filter(sequence=None)
    entries = list(rows.order_by("id").values_list("id", "key_id", "mac")[:BATCH])
    sequence, last = head.sequence, bytes(head.hash)
    hashes = []
    for _, key_id, mac in entries:
        sequence += 1
        # A row that somebody else wrote has no key: it is chained under ours, and found out
        # by its signature.
        key = key_id or present_key_id()
        last = link_hash(key_id=key, before=last, sequence=sequence, mac=bytes(mac))
        hashes.append(last)
    if entries:
        places_write([entry[0] for entry in entries], head, sequence, hashes)
    return len(entries)


def _head(organization_id: uuid.UUID) -> AuditHead | None:
    """The locked head, made if nothing is sealed yet; None while another holds it, or broken."""
    heads = AuditHead.objects.owned_by(organization_id)
    locked = heads.select_for_update(skip_locked=True, no_key=True)
    head = locked.first()
    if head is None and not heads.exists():
        if AuditEntry.objects.owned_by(organization_id).filter(sequence=1).exists():
            _tell(organization_id)
            return None
        head_make(organization_id)
        head = locked.first()
    if head is None:
        return None
    try:
        if head_true(head):
            return head
    except KeyMissing:
        pass
    _tell(organization_id)
    return None


def _tell(organization_id: uuid.UUID) -> None:
    log.error("audit chain is broken and not gone on with", organization_id=str(organization_id))


def head_make(organization_id: uuid.UUID) -> None:
    """The head of a chain without entries, unless there is one."""
    start, key_id = chain_start(organization_id), present_key_id()
    mac = head_mac(key_id=key_id, organization_id=organization_id, sequence=0, last=start)
    head = AuditHead(
        organization_id=organization_id,
        sequence=0,
        hash=start,
        key_id=key_id,
        mac=mac,
        sealed_at=Now(),
    )
    AuditHead.objects.bulk_create([head], ignore_conflicts=True)


def places_write(ids: list[uuid.UUID], head: AuditHead, sequence: int, hashes: list[bytes]) -> None:
    """Give entries the places after the head's, up to ``sequence``, and move the head there."""
    sequences = list(range(head.sequence + 1, sequence + 1))
    with connection.cursor() as cursor:
        cursor.execute(_SEAL, {"ids": ids, "sequences": sequences, "hashes": hashes})
    key_id = present_key_id()
    organization_id = head.organization_id
    AuditHead.objects.owned_by(organization_id).update(
        sequence=sequence,
        hash=hashes[-1],
        key_id=key_id,
        mac=head_mac(
            key_id=key_id, organization_id=organization_id, sequence=sequence, last=hashes[-1]
        ),
        sealed_at=Now(),
    )
