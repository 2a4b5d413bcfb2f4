"""What became of each, by the destination's log and by the rows."""

from __future__ import annotations

import math
from collections import Counter
from typing import Any

from chaos.stage import Stage
from chaos.verdict import Verdict

_ITEMS = """
SELECT count(*) FILTER (WHERE outcome = 'done'), count(*) FILTER (WHERE outcome = 'refused'),
    count(*) FILTER (WHERE outcome = 'pending'),
    count(DISTINCT resumed_as_id) FILTER (WHERE outcome = 'done')
FROM delivery_bulkitem WHERE action_id = %s::uuid
"""
_ROWS = """
WITH originals AS (
    SELECT id FROM submissions_submission
    WHERE subject LIKE %(names)s AND resumed_from_id IS NULL
), again AS (
    SELECT submission.id, submission.resumed_from_id, state.status
    FROM submissions_submission AS submission
    JOIN originals ON originals.id = submission.resumed_from_id
    JOIN submissions_submissionstate AS state ON state.submission_id = submission.id
), runs AS (
    SELECT run.id, run.status, run.record
    FROM submissions_steprun AS run JOIN again ON again.id = run.submission_id
)
SELECT (SELECT count(*) FROM originals), (SELECT count(*) FROM again),
    (SELECT count(DISTINCT resumed_from_id) FROM again),
    (SELECT count(*) FROM again WHERE status = 'succeeded'),
    (SELECT count(*) FROM runs),
    (SELECT count(*) FROM runs WHERE status = 'succeeded' AND record <> ''),
    (SELECT count(DISTINCT step_run_id) FROM submissions_attempt
     WHERE outcome = 'succeeded' AND step_run_id IN (SELECT id FROM runs)),
    (SELECT count(*) FROM audit_auditentry WHERE action = 'submission.resumed'
     AND object_id IN (SELECT id::text FROM originals)),
    (SELECT count(DISTINCT object_id) FROM audit_auditentry WHERE action = 'submission.resumed'
     AND object_id IN (SELECT id::text FROM originals))
"""
_EACH = (
    "failed at first",
    "taken up again",
    "originals that were taken up",
    "succeeded the second time",
    "step runs of the second time",
    "step runs that succeeded",
    "step runs with an attempt that succeeded",
    "entries of the audit log",
    "originals in the audit log",
)
"""What `_ROWS` counts. Each must be as many as failed."""


def effects_judge(stage: Stage, found: Verdict, names: str, size: int) -> None:
    """Add to what the fault found: each company is to be at the destination once."""
    counts = Counter(effect.reference for effect in stage.effects())
    companies = [f"{names}{number}" for number in range(1, size + 1)]
    found.accepted += size - 1
    found.effects += sum(counts[company] for company in companies)
    found.lost += [company for company in companies if not counts[company]]


def rows_wrong(stage: Stage, names: str, size: int) -> list[str]:
    """Which of the rows are not as many as they should be."""
    with stage.stack.database() as database:
        (row,) = database.execute(_ROWS, {"names": f"{names}%"}).fetchall()
    return [
        f"{count:,} instead of {size:,} {what}"
        for what, count in zip(_EACH, row, strict=True)
        if count != size
    ]


def action_wrong(stage: Stage, action: dict[str, Any], status: str, done: int) -> list[str]:
    """What of an action, as the API tells it, is not as its rows say, or not as it should be."""
    rows = stage.query(_ITEMS, action["id"])
    total = action["total"]
    told = (action["done"], action["refused"], total - action["done"] - action["refused"])
    wrong = []
    if rows != (*told, told[0]):
        wrong.append(f"an action says {told} done, refused and left; its items are {rows}")
    if (action["status"], action["done"], action["refused"]) != (status, done, 0):
        wrong.append(f"an action ended {action['status']} with {told} instead of {done:,} done")
    if not action["finished_at"]:
        wrong.append("an action has no moment at which it ended")
    return wrong


def kills_at(total: int, kills: int) -> list[int]:
    """How many are to be done when each kill comes: spread over the whole action."""
    return [math.ceil(total * number / (kills + 1)) for number in range(1, kills + 1)]
