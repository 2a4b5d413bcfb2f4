"""Taking due callbacks, fairly over their endpoints, and giving back what nobody came back for."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from core.postgres.statements import fetch

LEASE_SECONDS = 60
IN_FLIGHT_PER_ENDPOINT = 8

_CLAIM = """
WITH listeners AS (
    SELECT endpoint.id, (
        SELECT count(*) FROM callbacks_callback AS busy
        WHERE busy.endpoint_id = endpoint.id AND busy.status = 'sending'
            AND busy.lease_until > now()
    ) AS busy
    FROM callbacks_callbackendpoint AS endpoint
    WHERE endpoint.disabled_at IS NULL AND EXISTS (
        SELECT FROM callbacks_callback AS due
        WHERE due.endpoint_id = endpoint.id AND due.status = 'pending'
            AND due.next_attempt_at <= now())
), due AS (
    SELECT callback.id FROM listeners, LATERAL (
        SELECT id FROM callbacks_callback
        WHERE endpoint_id = listeners.id AND status = 'pending' AND next_attempt_at <= now()
        ORDER BY next_attempt_at, id
        LIMIT GREATEST(%(each)s - listeners.busy, 0)
        FOR UPDATE SKIP LOCKED
    ) AS callback
    -- Those with the least in flight first: busy endpoints must not fill every claim.
    ORDER BY listeners.busy, random()
    LIMIT %(limit)s
)
UPDATE callbacks_callback AS callback
SET status = 'sending', fence = callback.fence + 1, tries = callback.tries + 1,
    next_attempt_at = NULL, lease_until = now() + make_interval(secs => %(lease)s)
FROM due WHERE callback.id = due.id
RETURNING callback.id, callback.organization_id, callback.endpoint_id, callback.submission_id,
          callback.kind, callback.happened_at, callback.fence, callback.tries
"""

_GIVE_BACK = """
UPDATE callbacks_callback SET status = 'pending', lease_until = NULL, next_attempt_at = now()
WHERE status = 'sending' AND lease_until < now()
RETURNING id
"""

_ANY_DUE = """
SELECT EXISTS (
    SELECT FROM callbacks_callbackendpoint AS endpoint
    WHERE endpoint.disabled_at IS NULL AND EXISTS (
        SELECT FROM callbacks_callback AS due
        WHERE due.endpoint_id = endpoint.id AND due.status = 'pending'
            AND due.next_attempt_at <= now()))
"""


@dataclass(frozen=True, slots=True)
class CallbackClaim:
    """A callback that is ours until its lease ends."""

    id: uuid.UUID
    organization_id: uuid.UUID
    endpoint_id: uuid.UUID
    submission_id: uuid.UUID | None
    kind: str
    happened_at: datetime
    fence: int
    tries: int


def callbacks_claim(*, limit: int) -> list[CallbackClaim]:
    """Claim due callbacks, each endpoint's oldest first, a few of each endpoint at a time."""
    parameters = {"limit": limit, "each": IN_FLIGHT_PER_ENDPOINT, "lease": LEASE_SECONDS}
    return [CallbackClaim(*row) for row in fetch(_CLAIM, parameters)]


def callbacks_give_back() -> int:
    """Make callbacks due again whose worker died. Receivers know them by their `webhook-id`."""
    return len(fetch(_GIVE_BACK, {}))


def callbacks_due() -> bool:
    """Whether anything could be claimed now."""
    return fetch(_ANY_DUE, {}) == [(True,)]
