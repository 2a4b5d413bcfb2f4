"""Counts a day again from the rows, e.g. those from before the roll-ups began."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from django.db import transaction

from core.postgres.statements import fetch
from core.statistics.models import Grain, RollUp
from core.statistics.roll_up import ADDED, COUNTED, PLACED, lock_roll_ups, roll_up
from core.statistics.rows import HAPPENED, between

_REBUILT = f"""
WITH happened AS ({HAPPENED}), placed AS ({PLACED.format(facts="happened")}),
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
    return int(fetch(_REBUILT, {"grains": Grain.values, **between(since, until)})[0][0])
