"""Writes outcomes in batches, each only if the fence is still ours."""

from __future__ import annotations

import json
import time
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.db import transaction

from core.delivery.outcome import Outcome, Signal
from core.delivery.settle.gates import gates_apply_signals
from core.delivery.settle.measure import settlement_record
from core.postgres.statements import fetch_prepared
from core.submissions.models import StepStatus
from core.submissions.state import Due, lock_lines, lock_submissions, notify_due, runs_ended

_SETTLE = """
WITH o AS (
    SELECT * FROM jsonb_to_recordset(%(outcomes)s::jsonb) AS o(
        id uuid, fence bigint, claimed_at timestamptz, status text, attempt text,
        retry_in double precision, counts boolean, in_doubt boolean,
        output jsonb, record text, record_url text, error_kind text, message text,
        request jsonb, response jsonb, skipped_by text)
), written AS (
    UPDATE submissions_steprun AS r
    SET status = o.status, lease_until = NULL, in_doubt = o.in_doubt, output = o.output,
        failures = r.failures + o.counts::int,
        next_attempt_at = now() + make_interval(secs => o.retry_in),
        record = o.record, record_url = o.record_url,
        error_kind = o.error_kind, error_message = o.message,
        not_needed = o.status = 'skipped',
        finished_at = CASE WHEN o.status IN ('succeeded', 'failed', 'skipped') THEN now() END
    FROM o WHERE r.id = o.id AND r.fence = o.fence AND r.status = 'sending'
    RETURNING r.id, r.organization_id, r.submission_id, r.step_id, r.position, r.tries, r.status,
              r.fence, r.worker, r.claimed_at,
              o.attempt, o.retry_in, o.error_kind, o.message, o.request, o.response, o.skipped_by
), ended AS (
    INSERT INTO submissions_attempt
        (id, organization_id, step_run_id, number, fence, worker, outcome, started_at, ended_at,
         error_kind, message, request, response)
    SELECT gen_random_uuid(), organization_id, id, tries, fence, worker, attempt, claimed_at,
           clock_timestamp(), error_kind, message, request, response
    FROM written
), late AS (
    UPDATE submissions_attempt AS a
    SET outcome = o.attempt, ended_at = clock_timestamp(), error_kind = o.error_kind,
        message = o.message, request = o.request, response = o.response
    FROM o WHERE a.step_run_id = o.id AND a.fence = o.fence AND a.started_at = o.claimed_at
        AND o.id NOT IN (SELECT id FROM written)
), logged AS (
    INSERT INTO submissions_event (organization_id, submission_id, step_run_id, at, kind, detail)
    SELECT organization_id, submission_id, id, now(),
        CASE attempt WHEN 'found' THEN 'step.found' ELSE 'step.' || status END,
        jsonb_strip_nulls(jsonb_build_object(
            'step', position, 'try', CASE WHEN status <> 'skipped' THEN tries END,
            'error', NULLIF(error_kind, ''),
            'reason', CASE status WHEN 'skipped' THEN 'condition' END, 'condition', skipped_by,
            'retry_in', CASE status WHEN 'waiting' THEN round(retry_in::numeric, 1) END))
    FROM written WHERE status <> 'ready'
)
SELECT submission_id, step_id, status, attempt, error_kind FROM written
"""


_MAY_SKIP_OTHERS = frozenset({StepStatus.FAILED, StepStatus.SKIPPED})

# Values in outcomes came from JSON, so they have no cycles.
_JSON = json.JSONEncoder(check_circular=False)


@dataclass(frozen=True, slots=True)
class Settled:
    """``stale`` outcomes came too late: the run has another fence, so the run was not written.
    Only its attempt, recorded as lost meanwhile, now shows how it really ended.

    ``due``: the queues where runs became due.
    """

    submission_ids: frozenset[uuid.UUID]
    due: frozenset[Due]
    stale: int


class Held(Protocol):
    """A run that the caller holds or acts for: a claim or an abandoned run."""

    @property
    def submission_id(self) -> uuid.UUID: ...
    @property
    def connection_id(self) -> uuid.UUID: ...
    @property
    def ordered(self) -> bool: ...


def settle(
    *, held: Sequence[Held], outcomes: Sequence[Outcome], own_queue: str | None = None
) -> Settled:
    """Write each run's outcome, release dependants, refresh statuses. All or nothing.

    The caller claims from ``own_queue`` next, so runs released there send no notification.
    """
    started = time.perf_counter()
    touched = list({run.submission_id for run in held})
    ordered = any(run.ordered for run in held)
    skips = any(outcome.status in _MAY_SKIP_OTHERS for outcome in outcomes)
    with transaction.atomic():
        lock_submissions(touched)
        lines = lock_lines(touched) if ordered or skips else []
        rows = fetch_prepared(
            _SETTLE, {"outcomes": _JSON.encode([_row(each) for each in outcomes])}
        )
        followed = runs_ended(
            submission_ids=touched,
            succeeded=[(row[0], row[1]) for row in rows if row[2] == StepStatus.SUCCEEDED],
            not_needed=[(row[0], row[1]) for row in rows if row[2] == StepStatus.SKIPPED],
            broken=[row[0] for row in rows if row[2] == StepStatus.FAILED],
            lines=lines,
        )
        gates_apply_signals(_by_connection(zip(held, outcomes, strict=True)))
        notify_due({place.queue for place in followed.due} - {own_queue})
    stale = len(outcomes) - len(rows)
    settlement_record(rows, followed.statuses, stale, time.perf_counter() - started)
    return Settled(frozenset(touched), frozenset(followed.due), stale)


def _by_connection(ended: Iterable[tuple[Held, Outcome]]) -> dict[uuid.UUID, Signal]:
    signals: dict[uuid.UUID, Signal] = defaultdict(Signal)
    for run, outcome in ended:
        signals[run.connection_id] += outcome.signal
    return signals


def _row(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": str(outcome.step_run_id),
        "fence": outcome.fence,
        "claimed_at": outcome.claimed_at.isoformat(),
        "status": outcome.status,
        "attempt": outcome.attempt,
        "retry_in": outcome.retry_in,
        "counts": outcome.counts,
        "in_doubt": outcome.in_doubt,
        "output": outcome.output,
        "record": outcome.record[:200],
        "record_url": outcome.record_url[:500],
        "error_kind": outcome.error_kind,
        "message": outcome.message,
        "request": outcome.request,
        "response": outcome.response,
        "skipped_by": outcome.skipped_by,
    }
