"""Writing outcomes in batches, each only where the fence is still ours."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from core.callbacks.outcome import CallbackOutcome
from core.delivery.settle import write_with_retry
from core.postgres.statements import fetch

DISABLE_AFTER = timedelta(days=5)
LONGEST_ANSWER = 1000
"""Characters of a receiver's answer that are kept."""
_LONGEST_MESSAGE = 1000

# Callbacks are locked before endpoints, and endpoints by id. A claim does it the other way round,
# but skips what is locked and waits for nothing. An endpoint in good order costs no write.
_SETTLE = """
WITH o AS (
    SELECT * FROM jsonb_to_recordset(%(outcomes)s::jsonb) AS o(
        id uuid, fence bigint, status text, retry_in double precision, signal text,
        started_at timestamptz, ended_at timestamptz, status_code int, message text, answer text)
), written AS (
    UPDATE callbacks_callback AS callback
    SET status = o.status, lease_until = NULL,
        next_attempt_at = now() + make_interval(secs => o.retry_in),
        finished_at = CASE WHEN o.status IN ('succeeded', 'failed') THEN now() END
    FROM o
    WHERE callback.id = o.id AND callback.fence = o.fence AND callback.status = 'sending'
    RETURNING callback.id, callback.organization_id, callback.endpoint_id, callback.tries,
              o.signal, o.started_at, o.ended_at, o.status_code, o.message, o.answer
), ended AS (
    INSERT INTO callbacks_callbackattempt
        (organization_id, callback_id, number, started_at, ended_at, status_code, message, answer)
    SELECT organization_id, id, tries, started_at, ended_at, status_code, message, answer
    FROM written
), signals AS (
    SELECT endpoint_id, bool_or(signal = 'gone') AS gone, bool_or(signal = 'answered') AS answered
    FROM written WHERE signal <> 'nothing' GROUP BY endpoint_id
), judged AS (
    SELECT endpoint.id, signals.gone, signals.answered,
           endpoint.failing_since < now() - %(disable_after)s::interval
               -- A route of alerts that gives up tells nobody that it did.
               AND endpoint.purpose = 'submissions' AS failing_for_long
    FROM callbacks_callbackendpoint AS endpoint
    JOIN signals ON signals.endpoint_id = endpoint.id
    WHERE endpoint.disabled_at IS NULL AND CASE
        WHEN signals.gone THEN true
        WHEN signals.answered THEN endpoint.failing_since IS NOT NULL
        ELSE endpoint.failing_since IS NULL
            OR endpoint.failing_since < now() - %(disable_after)s::interval
                AND endpoint.purpose = 'submissions' END
    ORDER BY endpoint.id
    FOR NO KEY UPDATE OF endpoint
), noted AS (
    UPDATE callbacks_callbackendpoint AS endpoint
    SET failing_since = CASE
            WHEN judged.gone THEN endpoint.failing_since
            WHEN judged.answered THEN NULL
            ELSE COALESCE(endpoint.failing_since, now()) END,
        disabled_at = CASE
            WHEN judged.gone OR judged.failing_for_long AND NOT judged.answered THEN now() END,
        disabled_reason = CASE
            WHEN judged.gone THEN 'gone'
            WHEN judged.failing_for_long AND NOT judged.answered THEN 'failing' ELSE '' END
    FROM judged WHERE endpoint.id = judged.id
)
SELECT id FROM written
"""


def callbacks_settle(outcomes: Sequence[CallbackOutcome]) -> int:
    """Write how tries ended, and what that says of their endpoints; how many were ours to write.

    One statement, so all or nothing. Nothing is written of an outcome whose fence another holds.
    """
    rows = [_row(outcome) for outcome in outcomes]
    return len(fetch(_SETTLE, {"outcomes": json.dumps(rows), "disable_after": DISABLE_AFTER}))


def callbacks_settle_with_retry(outcomes: Sequence[CallbackOutcome]) -> int:
    """`callbacks_settle` by `write_with_retry`. Raises the database's error when it stays away."""
    return sum(write_with_retry(callbacks_settle, outcomes, bare=_bare))


def _bare(outcome: CallbackOutcome) -> list[CallbackOutcome]:
    return [replace(outcome, message="", answer="")]


def _row(outcome: CallbackOutcome) -> dict[str, Any]:
    return {
        "id": str(outcome.claim.id),
        "fence": outcome.claim.fence,
        "status": outcome.status,
        "retry_in": outcome.retry_in,
        "signal": outcome.signal,
        "started_at": outcome.started_at.isoformat(),
        "ended_at": outcome.ended_at.isoformat(),
        "status_code": outcome.status_code,
        "message": outcome.message[:_LONGEST_MESSAGE],
        "answer": outcome.answer[:LONGEST_ANSWER],
    }
