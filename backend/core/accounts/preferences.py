"""How a person reads the console: its language, and the time zone of its times."""

from __future__ import annotations

import uuid
import zoneinfo
from dataclasses import dataclass
from datetime import UTC, tzinfo

from core.accounts.models import Language, User
from core.errors import FieldError, Unprocessable


@dataclass(frozen=True, slots=True)
class Preferences:
    """None: as the browser has it."""

    language: Language | None
    time_zone: str | None


NONE = Preferences(None, None)


def preferences_of(*, user_id: uuid.UUID) -> Preferences:
    """What a person prefers. Nothing for an id that is no person's."""
    found = User.objects.filter(pk=user_id).values_list("language", "time_zone").first()
    language, time_zone = found or ("", "")
    return Preferences(Language(language) if language else None, time_zone or None)


def zone_of(*, user_id: uuid.UUID) -> tzinfo:
    """The time zone that a person chose; UTC for everybody else."""
    name = preferences_of(user_id=user_id).time_zone
    return zoneinfo.ZoneInfo(name) if name in zoneinfo.available_timezones() else UTC


def preferences_set(*, user_id: uuid.UUID, wanted: Preferences) -> None:
    """Raises Unprocessable for a time zone that is not known."""
    zone = wanted.time_zone
    if zone is not None and zone not in zoneinfo.available_timezones():
        raise Unprocessable(
            "There is no such time zone.",
            errors=[
                FieldError("time_zone", "Name a zone of the IANA list, such as Europe/Berlin.")
            ],
        )
    User.objects.filter(pk=user_id).update(language=wanted.language or "", time_zone=zone or "")
