"""Hours in which an organization hears of critical alerts only."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from core.alerts.models import AlertSettings


def is_quiet(wanted: AlertSettings, now: datetime) -> bool:
    """Whether ``now``, the database's, lies in the quiet hours. They may pass midnight."""
    begin, end = wanted.quiet_from, wanted.quiet_until
    if begin is None or end is None:
        return False
    local = now.astimezone(ZoneInfo(wanted.time_zone)).time()
    return begin <= local < end if begin < end else local >= begin or local < end
