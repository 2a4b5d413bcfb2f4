"""Days, times of the day, and points in time with their zone."""

from __future__ import annotations

import functools
import re
import zoneinfo
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, WithJsonSchema, create_model
from pydantic_core import PydanticCustomError

from waybill_definitions.document import DateQuestion, DatetimeQuestion, TimeQuestion, day_limit

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?", re.ASCII)
_FIRST_YEAR = 1000


def today() -> date:
    """The day in UTC, by the server's clock: a visitor's may be wrong."""
    return datetime.now(UTC).date()


def date_type(question: DateQuestion) -> Any:
    """A day as ISO 8601 writes it."""
    read = functools.partial(_day, least=question.minimum, most=question.maximum)
    return Annotated[
        str, BeforeValidator(read), WithJsonSchema({"type": "string", "format": "date"})
    ]


def _day(value: Any, *, least: str | None, most: str | None) -> str:
    try:
        if not isinstance(value, str) or not _DAY.fullmatch(value.strip()):
            raise ValueError
        day = date.fromisoformat(value.strip())
        if day.year < _FIRST_YEAR:
            raise ValueError
    except ValueError:
        raise PydanticCustomError("date", "Give a day that there is, as in 2026-12-31.") from None
    if least is not None and day < (first := day_limit(least, today())):
        raise PydanticCustomError(
            "date_least", "Give {limit} or a later day.", {"limit": first.isoformat()}
        )
    if most is not None and day > (last := day_limit(most, today())):
        raise PydanticCustomError(
            "date_most", "Give {limit} or an earlier day.", {"limit": last.isoformat()}
        )
    return day.isoformat()


def time_type(question: TimeQuestion) -> Any:
    """A time of the day, to the minute."""
    read = functools.partial(_clock, least=question.minimum, most=question.maximum)
    pattern = r"^(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?$"
    return Annotated[
        str, BeforeValidator(read), WithJsonSchema({"type": "string", "pattern": pattern})
    ]


def _clock(value: Any, *, least: str | None, most: str | None) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if not _CLOCK.fullmatch(text):
        raise PydanticCustomError("time", "Give a time of the day, as in 14:30.")
    clock = text[:5]
    if least is not None and clock < least:
        raise PydanticCustomError("time_least", "Give {limit} or a later time.", {"limit": least})
    if most is not None and clock > most:
        raise PydanticCustomError("time_most", "Give {limit} or an earlier time.", {"limit": most})
    return clock


def datetime_type(question: DatetimeQuestion) -> Any:
    """A point in time, and the zone in which a person thinks of it.

    ``at`` without an offset is meant in the zone; where a clock is set back, the first of both.
    """
    known = zoneinfo.available_timezones()
    zone = Annotated[
        str,
        BeforeValidator(functools.partial(_zone, known=known)),
        WithJsonSchema({"type": "string", "maxLength": 64}),
    ]
    at = Annotated[
        str, BeforeValidator(_moment), WithJsonSchema({"type": "string", "maxLength": 40})
    ]
    members: dict[str, Any] = {"at": (at, ...), "zone": (zone, question.zone)}
    model = create_model("Moment", __config__=ConfigDict(extra="forbid"), **members)
    return Annotated[model, AfterValidator(_in_zone)]


def _zone(value: Any, *, known: set[str]) -> str:
    if not isinstance(value, str) or value not in known:
        raise PydanticCustomError("zone", "Choose a time zone, such as Europe/Vienna.")
    return value


def _moment(value: Any) -> str:
    try:
        text = value.strip() if isinstance(value, str) else ""
        if not text or not _DAY.match(text) or len(text) < len("2026-12-31T00:00"):
            raise ValueError
        moment = datetime.fromisoformat(text)
        if moment.year < _FIRST_YEAR:
            raise ValueError
    except ValueError:
        raise PydanticCustomError(
            "datetime", "Give a day and a time that there are, as in 2026-12-31T14:30."
        ) from None
    return moment.replace(microsecond=0).isoformat()


def _in_zone(moment: Any) -> Any:
    zone = zoneinfo.ZoneInfo(moment.zone)
    at = datetime.fromisoformat(moment.at)
    local = at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)
    if at.tzinfo is None and local.astimezone(UTC).astimezone(zone).replace(fold=0) != local:
        raise PydanticCustomError(
            "datetime_skipped",
            "The clocks are set forward then, and this time does not come; give another one.",
        )
    return moment.model_copy(update={"at": local.isoformat()})
