from __future__ import annotations

import zoneinfo
from datetime import UTC, tzinfo

from core.errors import FieldError, Unprocessable


def zone_named(name: str | None) -> tzinfo:
    """The time zone of this name, UTC without one. Raises Unprocessable for an unknown name."""
    if name is None or name == "UTC":
        return UTC
    if name not in zoneinfo.available_timezones():
        raise Unprocessable(
            "The days of an unknown time zone cannot be counted.",
            errors=[FieldError("time_zone", "A name such as Europe/Berlin.")],
        )
    return zoneinfo.ZoneInfo(name)
