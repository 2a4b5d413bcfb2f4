"""A period cut into minutes, hours or days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta, tzinfo

from core.statistics.models import Grain

_STEP = {Grain.MINUTE: timedelta(minutes=1), Grain.HOUR: timedelta(hours=1)}


def cut(since: datetime, until: datetime, grain: Grain, zone: tzinfo) -> Iterator[datetime]:
    """Where the pieces begin, in UTC, from the one with ``since`` to the one with ``until``.

    Minutes and hours are those of UTC, days those of ``zone``: where clocks change, a day has 23 or
    25 hours.
    """
    start = beginning(since, grain, zone)
    while start <= until:
        yield start
        start = following(start, grain, zone)


def beginning(moment: datetime, grain: Grain, zone: tzinfo) -> datetime:
    """Where the piece with this moment begins, in UTC."""
    match grain:
        case Grain.MINUTE:
            return moment.astimezone(UTC).replace(second=0, microsecond=0)
        case Grain.HOUR:
            return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    return datetime.combine(moment.astimezone(zone).date(), time(), zone).astimezone(UTC)


def following(start: datetime, grain: Grain, zone: tzinfo) -> datetime:
    """Where the piece after the one that begins here begins, in UTC."""
    if grain != Grain.DAY:
        return start + _STEP[grain]
    day = start.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(day, time(), zone).astimezone(UTC)
