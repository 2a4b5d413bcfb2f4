"""Counts a day again from the rows, e.g. those from before the roll-ups began."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from django.db import transaction

from core.ids import uuid7_floor
from core.postgres.statements import fetch
from core.statistics.models import Grain, RollUp
from core.statistics.roll_up import ADDED, COUNTED, PLACED, lock_roll_ups, roll_up

_LONGEST_ATTEMPT = timedelta(days=1)

_HAPPENED = """
    SELECT organization_id, id AS submission_id, NULL::uuid AS step_run_id, created_at AS at,
        'accepted' AS happened, NULL::double precision AS seconds, 1 AS sign
    FROM submissions_submission
    WHERE id >= %(lately)s AND created_at >= %(since)s AND created_at < %(until)s
    UNION ALL
    SELECT organization_id, submission_id, NULL, finished_at, status, NULL, 1
    FROM submissions_submissionstate WHERE finished_at >= %(since)s AND finished_at < %(until)s
    UNION ALL
    SELECT organization_id, submission_id, NULL, at, 'needs_attention', NULL, 1
    FROM submissions_event
    WHERE kind = 'submission.needs_attention' AND at >= %(since)s AND at < %(until)s
    UNION ALL
    SELECT organization_id, NULL, step_run_id, ended_at, 'attempt.' || outcome,
        extract(epoch FROM ended_at - started_at), 1
    FROM submissions_attempt
    WHERE started_at >= %(since)s - %(longest)s
        AND ended_at >= %(since)s AND ended_at < %(until)s
"""

_REBUILT = f"""
WITH happened AS ({_HAPPENED}), placed AS ({PLACED.format(facts="happened")}),
    counted AS ({COUNTED}), added AS ({ADDED})
SELECT count(*) FROM happened
"""  # noqa: S608  # of the constants above


@transaction.atomic
def statistics_rebuild(day: date) -> int:
    """Replace the roll-ups of a day of UTC that is over. Returns how many things happened.

    What was deleted since is no longer counted. Raises ValueError for a day that is not over.
    """
    since = datetime.combine(day, time(), UTC)
    until = since + timedelta(days=1)
    lock_roll_ups()
    now = fetch("SELECT now()", {})[0][0]
    if until > now:
        raise ValueError(f"{day} is not over yet: its roll-ups are still being counted.")
    roll_up()
    rows = RollUp.objects.across_organizations("a day of all is counted again")
    rows.filter(start__gte=since, start__lt=until).delete()
    parameters = {
        "grains": Grain.values,
        "since": since,
        "until": until,
        "longest": _LONGEST_ATTEMPT,
        "lately": uuid7_floor(since - timedelta(hours=1)),
    }
    return int(fetch(_REBUILT, parameters)[0][0])
