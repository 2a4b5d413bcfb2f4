"""Opens and closes a connection's gate: breaker, cooling, pause after refused sign-ins.

The breaker opens after some failed sends in a row. Each time in a row it stays open longer.
Behind a closed gate, runs stay as they are: nothing is claimed, so no tries are spent.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping

from django.conf import settings

from core.delivery.outcome import Signal
from core.postgres.statements import fetch_prepared

LONGEST_BREAK_SECONDS = 600
LONGEST_COOLING_SECONDS = 86_400
_FIRST_COOLING_SECONDS = 5
_LONGEST_OWN_COOLING_SECONDS = 300

_SIGNALS = """
WITH signals AS (
    SELECT * FROM jsonb_to_recordset(%(signals)s::jsonb) AS signals(
        id uuid, answered int, failed int, throttled int, cool double precision, refused text)
), locked AS (
    SELECT gate.* FROM delivery_gate AS gate JOIN signals ON signals.id = gate.connection_id
    WHERE signals.failed > 0 OR signals.throttled > 0 OR signals.refused <> ''
        OR gate.failures > 0 OR gate.throttled > 0 OR gate.breaker_until IS NOT NULL
    ORDER BY gate.connection_id
    FOR NO KEY UPDATE OF gate
), judged AS (
    SELECT locked.connection_id, signals.*, locked.opened AS opened_before,
        CASE WHEN signals.answered > 0 THEN 0 ELSE locked.failures + signals.failed END AS in_a_row,
        CASE WHEN signals.throttled > 0 THEN locked.throttled + 1
             WHEN signals.answered > 0 THEN 0 ELSE locked.throttled END AS throttled_in_a_row,
        -- A send that completes while it is open does not lengthen the break or count twice.
        signals.failed > 0 AND signals.answered = 0
            AND locked.failures + signals.failed >= %(threshold)s::int
            AND (locked.breaker_until IS NULL OR locked.breaker_until <= now()) AS opens
    FROM locked JOIN signals ON signals.id = locked.connection_id
)
UPDATE delivery_gate AS gate
SET failures = judged.in_a_row,
    throttled = judged.throttled_in_a_row,
    opened = CASE WHEN judged.opens THEN gate.opened + 1
                  WHEN judged.answered > 0 THEN 0 ELSE gate.opened END,
    breaker_until = CASE
        WHEN judged.opens THEN now() + make_interval(secs => LEAST(
            %(longest_break)s::float8, %(break)s::float8 * 2.0 ^ LEAST(judged.opened_before, 20)
        ) * (0.8 + 0.4 * random()))
        WHEN judged.answered > 0 THEN NULL ELSE gate.breaker_until END,
    cooling_until = CASE WHEN judged.throttled > 0 OR judged.cool IS NOT NULL
        THEN GREATEST(gate.cooling_until, now() + make_interval(secs => LEAST(
            %(longest_cooling)s::float8, GREATEST(1, COALESCE(judged.cool, LEAST(
                %(own_cooling)s::float8,
                %(cooling)s::float8 * 2.0 ^ LEAST(judged.throttled_in_a_row - 1, 20)))))))
        ELSE gate.cooling_until END,
    paused_at = CASE WHEN judged.refused <> '' THEN COALESCE(gate.paused_at, now())
                     ELSE gate.paused_at END,
    pause_reason = CASE WHEN judged.refused <> '' AND gate.paused_at IS NULL THEN 'auth'
                        ELSE gate.pause_reason END,
    pause_message = CASE WHEN judged.refused <> '' AND gate.paused_at IS NULL THEN judged.refused
                         ELSE gate.pause_message END
FROM judged WHERE gate.connection_id = judged.connection_id
RETURNING gate.connection_id
"""


def gates_apply_signals(signals: Mapping[uuid.UUID, Signal]) -> None:
    """Apply the signals of a batch of attempts. Healthy connections cost no write."""
    rows = [
        {
            "id": str(connection_id),
            "answered": signal.answered,
            "failed": signal.failed,
            "throttled": signal.throttled,
            "cool": signal.cool_seconds,
            "refused": signal.refused[:2000],
        }
        for connection_id, signal in signals.items()
        if signal != Signal()
    ]
    if not rows:
        return
    fetch_prepared(
        _SIGNALS,
        {
            "signals": json.dumps(rows),
            "threshold": settings.WAYBILL_BREAKER_FAILURES,
            "break": settings.WAYBILL_BREAKER_SECONDS,
            "longest_break": LONGEST_BREAK_SECONDS,
            "cooling": _FIRST_COOLING_SECONDS,
            "own_cooling": _LONGEST_OWN_COOLING_SECONDS,
            "longest_cooling": LONGEST_COOLING_SECONDS,
        },
    )
