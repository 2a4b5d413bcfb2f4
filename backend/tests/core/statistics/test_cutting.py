from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from core.statistics.cutting import beginning, cut, following
from core.statistics.models import Grain

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Berlin", datetime(2026, 3, 29, 12, tzinfo=UTC), 23),
        ("Europe/Berlin", datetime(2026, 10, 25, 12, tzinfo=UTC), 25),
        ("Australia/Lord_Howe", datetime(2026, 4, 4, 20, tzinfo=UTC), 24.5),
        # Its clocks go forward at midnight: the day begins at one.
        ("Asia/Beirut", datetime(2026, 3, 29, 12, tzinfo=UTC), 23),
        ("UTC", datetime(2026, 3, 29, 12, tzinfo=UTC), 24),
    ],
)
def test_a_day_is_as_long_as_clocks_make_it(zone: str, day: datetime, hours: float) -> None:
    there = ZoneInfo(zone)
    start = beginning(day, Grain.DAY, there)
    end = following(start, Grain.DAY, there)
    assert (end - start) / HOUR == hours
    assert start <= day < end


def test_pieces_follow_without_a_gap_over_a_change_of_clocks() -> None:
    zone = ZoneInfo("Europe/Berlin")
    since, until = datetime(2026, 3, 26, 5, tzinfo=UTC), datetime(2026, 4, 2, 5, tzinfo=UTC)
    days = [*cut(since, until, Grain.DAY, zone)]
    assert [day.astimezone(zone).strftime("%d %H:%M") for day in days] == [
        f"{day} 00:00" for day in ("26", "27", "28", "29", "30", "31", "01", "02")
    ]
    hours = [*cut(since, since + timedelta(days=7), Grain.HOUR, zone)]
    assert {after - before for before, after in pairwise(hours)} == {HOUR}
