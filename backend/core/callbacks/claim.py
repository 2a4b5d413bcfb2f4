"""Taking due callbacks under a lease, fairly over their endpoints."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass, fields
from datetime import datetime

from django.db import transaction

from core.callbacks.models import Purpose
from core.delivery.claim import lease_seconds
from core.postgres.statements import fetch

TIMEOUT_SECONDS = 15.0
IN_FLIGHT_PER_ENDPOINT = 8

# Locked first and by a statement of its own, like the gates of connections: what the next one
# counts as in flight is then what every earlier claim on these endpoints has committed.
_ENDPOINTS = """
SELECT endpoint.id FROM callbacks_callbackendpoint AS endpoint
WHERE endpoint.disabled_at IS NULL AND endpoint.purpose = %(purpose)s AND EXISTS (
        SELECT FROM callbacks_callback AS due
        WHERE due.endpoint_id = endpoint.id AND due.status = 'pending'
            AND due.next_attempt_at <= now())
    -- Busy endpoints must not fill every claim.
    AND %(each)s > (
        SELECT count(*) FROM callbacks_callback AS busy
        WHERE busy.endpoint_id = endpoint.id AND busy.status = 'sending')
ORDER BY random()
LIMIT %(limit)s
FOR NO KEY UPDATE SKIP LOCKED
"""

_CLAIM = """
WITH room AS (
    SELECT endpoint.id, %(each)s - (
        SELECT count(*) FROM callbacks_callback AS busy
        WHERE busy.endpoint_id = endpoint.id AND busy.status = 'sending'
    ) AS places
    FROM unnest(%(endpoints)s::uuid[]) AS endpoint(id)
), due AS (
    SELECT callback.id FROM room, LATERAL (
        SELECT id FROM callbacks_callback
        WHERE endpoint_id = room.id AND status = 'pending' AND next_attempt_at <= now()
        ORDER BY next_attempt_at, id
        LIMIT GREATEST(room.places, 0)
        FOR UPDATE SKIP LOCKED
    ) AS callback
    -- Those with the least in flight first.
    ORDER BY room.places DESC, random()
    LIMIT %(limit)s
)
UPDATE callbacks_callback AS callback
SET status = 'sending', fence = callback.fence + 1, tries = callback.tries + 1,
    next_attempt_at = NULL, lease_until = now() + make_interval(secs => %(lease)s)
FROM due WHERE callback.id = due.id
RETURNING callback.id, callback.organization_id, callback.endpoint_id, callback.submission_id,
          callback.kind, callback.happened_at, callback.fence, callback.tries, callback.facts,
          (SELECT trace FROM submissions_submission WHERE id = callback.submission_id)
"""

_ANY_DUE = """
SELECT EXISTS (
    SELECT FROM callbacks_callbackendpoint AS endpoint
    WHERE endpoint.disabled_at IS NULL AND endpoint.purpose = %(purpose)s AND EXISTS (
        SELECT FROM callbacks_callback AS due
        WHERE due.endpoint_id = endpoint.id AND due.status = 'pending'
            AND due.next_attempt_at <= now()))
"""


@dataclass(frozen=True, slots=True)
class CallbackClaim:
    """A callback that is ours until its lease ends.

    ``facts``: JSON as PostgreSQL writes it, None for a ping. ``trace``: the submission's, if it is
    recorded. ``taken``: our monotonic clock before the lease began.
    """

    id: uuid.UUID
    organization_id: uuid.UUID
    endpoint_id: uuid.UUID
    submission_id: uuid.UUID | None
    kind: str
    happened_at: datetime
    fence: int
    tries: int
    facts: str | None
    trace: bytes | None = None
    taken: float = 0.0


_COLUMNS = tuple(field.name for field in fields(CallbackClaim))[:-1]


def callbacks_claim(*, limit: int, purpose: Purpose = Purpose.SUBMISSIONS) -> list[CallbackClaim]:
    """Claim due callbacks of one purpose: each endpoint's oldest first, a few of each at a time.

    Committed when it returns.
    """
    taken = time.monotonic()
    parameters = {"limit": limit, "each": IN_FLIGHT_PER_ENDPOINT, "purpose": purpose}
    with transaction.atomic():
        endpoints = [row[0] for row in fetch(_ENDPOINTS, parameters)]
        if not endpoints:
            return []
        lease = lease_seconds(TIMEOUT_SECONDS)
        rows = fetch(_CLAIM, {**parameters, "endpoints": endpoints, "lease": lease})
    return [CallbackClaim(**dict(zip(_COLUMNS, row, strict=True)), taken=taken) for row in rows]


def callbacks_due(purpose: Purpose = Purpose.SUBMISSIONS) -> bool:
    """Whether anything could be claimed now."""
    return fetch(_ANY_DUE, {"purpose": purpose}) == [(True,)]
