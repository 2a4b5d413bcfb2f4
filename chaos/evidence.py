"""The system's own records of a failure, for the person who investigates it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import psycopg

MOST = 3
_RUNS = """
SELECT format('%%s is %%s: %%s is %%s at try %%s, fence %%s%%s%%s%%s; its connection%%s%%s%%s',
    submission.reference, state.status, account.slug, run.status, run.tries, run.fence,
    ', due in ' || round(extract(epoch FROM run.next_attempt_at - now()), 1) || ' s',
    ', its lease over in ' || round(extract(epoch FROM run.lease_until - now()), 1) || ' s',
    NULLIF(', ' || run.error_kind || ': ' || run.error_message, ', : '),
    CASE WHEN gate.paused_at IS NULL THEN ' not paused' ELSE ' paused' END,
    ', its breaker open for ' || round(extract(epoch FROM gate.breaker_until - now()), 1) || ' s',
    ', cooling for ' || round(extract(epoch FROM gate.cooling_until - now()), 1) || ' s')
FROM submissions_submission AS submission
JOIN submissions_submissionstate AS state ON state.submission_id = submission.id
JOIN submissions_steprun AS run ON run.submission_id = submission.id
JOIN connections_connection AS account ON account.id = run.connection_id
LEFT JOIN delivery_gate AS gate ON gate.connection_id = run.connection_id
WHERE submission.reference = ANY (%s)
ORDER BY submission.reference, run.position
"""


def evidence_of(references: Sequence[str], database: psycopg.Connection[Any]) -> list[str]:
    """One line per step run of the first few references, with the reason for its wait."""
    if not references:
        return []
    return [row[0] for row in database.execute(_RUNS, [list(references[:MOST])]).fetchall()]
