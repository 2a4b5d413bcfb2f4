"""Claims due step runs: lease, fence and worker in one commit, before any network call."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction

from core.delivery.claim.connection_queues import ConnectionQueue
from core.postgres.statements import fetch_prepared
from core.tracing import TraceContext

if TYPE_CHECKING:
    from core.delivery.claim.sensitive_values import SensitiveValues

# A separate statement locks first. Then the next statement counts as sending everything that
# earlier claims on these connections have committed.
_GATES = """
SELECT connection_id FROM delivery_gate
WHERE connection_id = ANY (%(connections)s) AND paused_at IS NULL
    AND (cooling_until IS NULL OR cooling_until <= now())
    AND (breaker_until IS NULL OR breaker_until <= now())
FOR NO KEY UPDATE SKIP LOCKED
"""

_CLAIM = """
WITH room AS (
    SELECT gate.connection_id, LEAST(
        asked.quota,
        CASE WHEN gate.breaker_until IS NULL THEN account.max_in_flight ELSE 1 END - (
            SELECT count(*) FROM submissions_steprun AS busy
            WHERE busy.connection_id = gate.connection_id AND busy.status = 'sending')
    ) AS places
    FROM unnest(%(connections)s::uuid[], %(quotas)s::int[]) AS asked(connection_id, quota)
    JOIN delivery_gate AS gate USING (connection_id)
    JOIN connections_connection AS account ON account.id = gate.connection_id
), due AS (
    SELECT run.id FROM room, LATERAL (
        SELECT id FROM submissions_steprun
        WHERE queue = %(queue)s AND connection_id = room.connection_id
            AND status IN ('ready', 'waiting') AND next_attempt_at <= now()
            AND deadline_at > now()
        ORDER BY next_attempt_at, id
        LIMIT GREATEST(room.places, 0)
        FOR UPDATE SKIP LOCKED
    ) AS run
), taken AS (
    UPDATE submissions_steprun AS run
    SET status = 'sending', fence = run.fence + 1, tries = run.tries + 1, next_attempt_at = NULL,
        worker = %(worker)s, claimed_at = now(), sent_at = NULL,
        first_sent_at = COALESCE(run.first_sent_at, now()),
        lease_until = now() + make_interval(secs => step.timeout_seconds + %(grace)s)
    FROM due, workflows_step AS step
    WHERE run.id = due.id AND step.id = run.step_id
    RETURNING run.id, run.connection_id, run.submission_id, run.step_id,
              run.position, run.ordering_key, run.fence, run.tries, run.failures, run.in_doubt,
              run.claimed_at, extract(epoch FROM now() - run.first_sent_at)::float8 AS key_age,
              cardinality(step.depends_on) > 0 AS chained
)
SELECT taken.id, taken.connection_id, taken.submission_id, taken.step_id, taken.position,
       taken.ordering_key IS NOT NULL, taken.fence, taken.tries, taken.failures, taken.in_doubt,
       taken.claimed_at, taken.key_age, submission.reference, submission.language, submission.data,
       CASE WHEN taken.chained THEN (
           SELECT jsonb_object_agg(step.key, done.output)
           FROM submissions_steprun AS done JOIN workflows_step AS step ON step.id = done.step_id
           WHERE done.submission_id = taken.submission_id AND done.status = 'succeeded'
       ) END, submission.trace
FROM taken JOIN submissions_submission AS submission ON submission.id = taken.submission_id
"""

_BEGIN_SENDING = """
UPDATE submissions_steprun AS run SET sent_at = clock_timestamp()
FROM unnest(%(ids)s::uuid[], %(fences)s::bigint[]) AS mine(id, fence)
WHERE run.id = mine.id AND run.fence = mine.fence AND run.status = 'sending'
RETURNING run.id
"""


@dataclass(slots=True)  # not frozen: each field would cost a call, for every run of a batch
class Claim:
    """A step run that we hold until its lease ends, with the data for its mapping.

    ``key_age``: seconds since the destination may first have seen its key. ``taken``: our
    monotonic clock just before the lease. ``closed``: why its sealed answers cannot be opened.
    ``needed``: whether its condition holds, if that was computed already. ``trace``: as stored;
    ``traced``: the last span of this try, if its trace is recorded.
    """

    step_run_id: uuid.UUID
    connection_id: uuid.UUID
    submission_id: uuid.UUID
    step_id: uuid.UUID
    position: int
    ordered: bool
    fence: int
    tries: int
    failures: int
    in_doubt: bool
    claimed_at: datetime
    key_age: float
    submission_reference: str
    submission_language: str
    data: dict[str, Any]
    outputs: dict[str, Any]
    trace: bytes | None
    taken: float = 0.0
    sensitive: SensitiveValues | None = None
    closed: str = ""
    needed: bool | None = None
    traced: TraceContext | None = None

    @property
    def reference(self) -> str:
        return f"{self.submission_reference}-{self.position}"

    @property
    def context(self) -> dict[str, Any]:
        """What the step's expressions see."""
        return {
            "input": self.data,
            "steps": self.outputs,
            "submission": {
                "id": str(self.submission_id),
                "reference": self.submission_reference,
                "language": self.submission_language,
            },
        }


@dataclass(frozen=True, slots=True)
class Claimed:
    """``locked``: queues that another worker is claiming from."""

    claims: list[Claim]
    locked: list[ConnectionQueue]


_COLUMNS = tuple(field.name for field in fields(Claim))[:-5]


def claim_due(*, queue: str, quotas: Mapping[ConnectionQueue, int], worker: str) -> Claimed:
    """Claim due runs of these queues, oldest due first, within quota and room.

    Room is the connection's ``max_in_flight`` minus its runs in flight on all workers. A half-open
    breaker has room for one. The claim is committed on return.
    """
    asked = {queue.connection_id: quota for queue, quota in quotas.items()}
    taken = time.monotonic()
    with transaction.atomic():
        gates = fetch_prepared(_GATES, {"connections": list(asked)})
        open_ids = [row[0] for row in gates]
        if not open_ids:
            return Claimed([], list(quotas))
        rows = fetch_prepared(
            _CLAIM,
            {
                "queue": queue,
                "connections": open_ids,
                "quotas": [asked[each] for each in open_ids],
                "worker": worker,
                "grace": settings.WAYBILL_LEASE_GRACE_SECONDS,
            },
        )
    looked_at = set(open_ids)
    locked = [queue for queue in quotas if queue.connection_id not in looked_at]
    return Claimed([_claim(row, taken) for row in rows], locked)


def claims_begin_sending(claims: list[Claim]) -> set[uuid.UUID]:
    """Commit that these sends begin now. Returns the ids of those that are still ours.

    This is the second commit of a blind action. A worker that dies before it has certainly sent
    nothing. A worker that dies after it leaves the outcome unknown.
    """
    parameters = {
        "ids": [claim.step_run_id for claim in claims],
        "fences": [claim.fence for claim in claims],
    }
    return {row[0] for row in fetch_prepared(_BEGIN_SENDING, parameters)}


def _claim(row: tuple[Any, ...], taken: float) -> Claim:
    """The columns come in the order of `Claim`'s fields."""
    values = dict(zip(_COLUMNS, row, strict=True))
    values["data"], values["outputs"] = _json(values["data"]), _json(values["outputs"]) or {}
    return Claim(**values, taken=taken)


def _json(value: Any) -> Any:
    """Django leaves jsonb as text on its raw cursors."""
    return json.loads(value) if isinstance(value, str) else value
