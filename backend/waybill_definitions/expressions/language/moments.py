"""Points in time and durations: reading, writing, and the parts of them.

To the microsecond; years 1 to 9999. Zones are IANA names, or offsets such as ``+02:00``.
"""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
import zoneinfo
from collections.abc import Callable
from typing import Any, Final

from waybill_definitions.expressions.faults import Failed
from waybill_definitions.expressions.meter import Run

_UTC = dt.UTC
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=_UTC)
_RFC3339 = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d:\d\d)", re.ASCII
)
_OFFSET = re.compile(r"([+-]?)(\d\d):(\d\d)", re.ASCII)
_PIECE = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(h|ms|us|µs|ns|m|s)", re.ASCII)
_SECONDS = {"h": 3600, "m": 60, "s": 1, "ms": 1e-3, "us": 1e-6, "µs": 1e-6, "ns": 1e-9}
_LONGEST = 315_576_000_000  # seconds, of protobuf's durations


@functools.lru_cache(maxsize=1024)
def zone_get(name: str) -> dt.tzinfo:
    """The zone of this name or offset. Raises Failed."""
    if offset := _OFFSET.fullmatch(name):
        minutes = int(offset[2]) * 60 + int(offset[3])
        if minutes < 24 * 60:
            return dt.timezone(dt.timedelta(minutes=-minutes if offset[1] == "-" else minutes))
    if re.fullmatch(r"[A-Za-z0-9_+\-]+(/[A-Za-z0-9_+\-]+)*", name):
        try:
            return zoneinfo.ZoneInfo(name)
        except (zoneinfo.ZoneInfoNotFoundError, OSError, ValueError):
            pass
    raise Failed("there is no such time zone; give one like Europe/Vienna, UTC or +02:00")


def moment_read(text: str) -> dt.datetime:
    """From RFC 3339, such as ``2026-03-01T09:30:00Z``. Raises Failed."""
    found = _RFC3339.fullmatch(text)
    if found:
        numbers = [int(part) for part in found.groups()[:6]]
        fraction = int((found[7] or "0").ljust(6, "0")[:6])
        zone = _UTC if found[8] in "Zz" else zone_get(found[8])
        try:
            return dt.datetime(*numbers, fraction, tzinfo=zone).astimezone(_UTC)  # type: ignore[misc, arg-type]
        except (ValueError, OverflowError):
            pass
    raise Failed("a text is no point in time; write it like 2026-03-01T09:30:00Z")


def moment_of_seconds(seconds: int) -> dt.datetime:
    """From seconds since 1970. Raises Failed."""
    try:
        return _EPOCH + dt.timedelta(seconds=seconds)
    except OverflowError:
        raise Failed("a point in time is out of range") from None


def moment_seconds(moment: dt.datetime) -> int:
    """Seconds since 1970, without their fraction."""
    return (moment - _EPOCH) // dt.timedelta(seconds=1)


def moment_write(moment: dt.datetime) -> str:
    """As RFC 3339, in UTC."""
    moment = moment.astimezone(_UTC)
    fraction = f".{moment.microsecond:06}".rstrip("0") if moment.microsecond else ""
    return f"{moment.replace(microsecond=0, tzinfo=None).isoformat()}{fraction}Z"


def duration_read(text: str) -> dt.timedelta:
    """From a text such as ``1h30m`` or ``-2.5s``. Raises Failed."""
    sign, rest = (-1, text[1:]) if text.startswith("-") else (1, text.removeprefix("+"))
    pieces = _PIECE.findall(rest)
    if rest == "0":
        return dt.timedelta()
    if not pieces or len(rest) > 100 or "".join(map("".join, pieces)) != rest:
        raise Failed("a text is no duration; write it like 90s, 1h30m or 24h")
    total = dt.timedelta()
    for amount, unit in pieces:
        whole, _, fraction = amount.partition(".")
        if len(whole) > 15 or int(whole or 0) * _SECONDS[unit] > _LONGEST:
            raise Failed("a duration is out of range")
        scale = dt.timedelta(seconds=_SECONDS[unit]) if unit != "ns" else None
        if scale is None:
            total += dt.timedelta(microseconds=int(whole or 0) // 1000)
        else:
            total += scale * int(whole or 0) + scale * float(f"0.{fraction or 0}")
    if total.total_seconds() > _LONGEST:
        raise Failed("a duration is out of range")
    return total * sign


def duration_write(duration: dt.timedelta) -> str:
    """In seconds, such as ``5400s`` or ``0.25s``."""
    whole, fraction = divmod(abs(duration), dt.timedelta(seconds=1))
    sign = "-" if duration < dt.timedelta() else ""
    parts = f".{fraction.microseconds:06}".rstrip("0") if fraction else ""
    return f"{sign}{whole}{parts}s"


def start_of_day(moment: dt.datetime, zone: str) -> dt.datetime:
    """The first instant of its day in a zone, which is not midnight where clocks skip it."""
    return _from_local(_local(moment, zone).replace(hour=0, minute=0, second=0, microsecond=0))


def add_days(moment: dt.datetime, days: int, zone: str) -> dt.datetime:
    """The same time of day so many days later in a zone. Raises Failed."""
    try:
        return _from_local(_local(moment, zone) + dt.timedelta(days=days))
    except OverflowError:
        raise Failed("a point in time is out of range") from None


def add_months(moment: dt.datetime, months: int, zone: str) -> dt.datetime:
    """The same day so many months later, or the last of that month. Raises Failed."""
    local = _local(moment, zone)
    year, month = divmod(local.year * 12 + local.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise Failed("a point in time is out of range")
    day = min(local.day, calendar.monthrange(year, month + 1)[1])
    return _from_local(local.replace(year=year, month=month + 1, day=day))


def _local(moment: dt.datetime, zone: str) -> dt.datetime:
    try:
        return moment.astimezone(zone_get(zone))
    except OverflowError:
        raise Failed("a point in time is out of range") from None


def _from_local(local: dt.datetime) -> dt.datetime:
    try:
        return local.astimezone(_UTC)
    except OverflowError:
        raise Failed("a point in time is out of range") from None


_FIELD = re.compile(r"'([^']*)'|yyyy|yy|MM|M|dd|d|HH|H|mm|ss|XXX|[A-Za-z]|[^A-Za-z']+|'")
_FIELDS: Final[dict[str, tuple[str, str]]] = {
    "yyyy": ("year", r"(?P<year>\d{4})"),
    "MM": ("month", r"(?P<month>\d{2})"),
    "M": ("month", r"(?P<month>\d{1,2})"),
    "dd": ("day", r"(?P<day>\d{2})"),
    "d": ("day", r"(?P<day>\d{1,2})"),
    "HH": ("hour", r"(?P<hour>\d{2})"),
    "H": ("hour", r"(?P<hour>\d{1,2})"),
    "mm": ("minute", r"(?P<minute>\d{2})"),
    "ss": ("second", r"(?P<second>\d{2})"),
}
PATTERN_HELP: Final = "a pattern consists of yyyy MM M dd d HH H mm ss; put letters in '…'"


@functools.lru_cache(maxsize=1024)
def pattern_pieces(pattern: str) -> tuple[tuple[str, str], ...]:
    """A date pattern as (field or empty, text). Raises Failed."""
    if len(pattern) > 100:
        raise Failed("a pattern has at most 100 characters")
    pieces: list[tuple[str, str]] = []
    for piece in _FIELD.finditer(pattern):
        token = piece[0]
        if token in _FIELDS:
            pieces.append((token, token))
        elif token.startswith("'"):
            if len(token) == 1:
                raise Failed(PATTERN_HELP)
            pieces.append(("", piece[1] or "'"))
        elif token[0].isalpha() and token[0].isascii():
            raise Failed(PATTERN_HELP)
        else:
            pieces.append(("", token))
    return tuple(pieces)


@functools.lru_cache(maxsize=1024)
def _expected(pattern: str) -> re.Pattern[str]:
    seen: set[str] = set()
    written = ""
    for field, text in pattern_pieces(pattern):
        if not field:
            written += re.escape(text)
            continue
        name, digits = _FIELDS[field]
        if name in seen:
            raise Failed(f"a pattern names the {name} once")
        seen.add(name)
        written += digits
    if "year" not in seen:
        raise Failed("a pattern to read with names the year")
    return re.compile(written, re.ASCII)


def moment_parse(text: str, pattern: str, zone: str) -> dt.datetime:
    """Read a date or time in a zone. Raises Failed."""
    found = _expected(pattern).fullmatch(text) if len(text) <= 200 else None
    local_zone = zone_get(zone)
    if found:
        numbers = {name: int(digits) for name, digits in found.groupdict().items()}
        values = {"month": 1, "day": 1} | numbers
        try:
            return _from_local(dt.datetime(**values, tzinfo=local_zone))
        except ValueError:
            pass
    raise Failed(f"a text is no date of the form {pattern}")


def moment_format(moment: dt.datetime, pattern: str, zone: str) -> str:
    """Write a point in time as it is in a zone. Raises Failed."""
    local = _local(moment, zone)
    return "".join(
        _written(local, field) if field else text for field, text in pattern_pieces(pattern)
    )


def _written(local: dt.datetime, field: str) -> str:
    return str(getattr(local, _FIELDS[field][0])).zfill(len(field))


def _part(of_moment: Callable[[dt.datetime], int], of_duration: Any = None) -> Any:
    def part(_: Run, value: Any, zone: Any = "UTC") -> int:
        if type(value) is dt.datetime and type(zone) is str:
            return of_moment(_local(value, zone))
        if type(value) is dt.timedelta and of_duration is not None:
            return int(of_duration(value))
        raise Failed("only a point in time or a duration has such a part")

    return part


def _whole(value: dt.timedelta, unit: dt.timedelta) -> int:
    return abs(value) // unit * (-1 if value < dt.timedelta() else 1)


_HOUR, _MINUTE, _SECOND = (dt.timedelta(seconds=each) for each in (3600, 60, 1))

PARTS: Final = {
    "getFullYear": _part(lambda moment: moment.year),
    "getMonth": _part(lambda moment: moment.month - 1),
    "getDate": _part(lambda moment: moment.day),
    "getDayOfMonth": _part(lambda moment: moment.day - 1),
    "getDayOfWeek": _part(lambda moment: moment.isoweekday() % 7),
    "getDayOfYear": _part(lambda moment: moment.timetuple().tm_yday - 1),
    "getHours": _part(lambda moment: moment.hour, lambda value: _whole(value, _HOUR)),
    "getMinutes": _part(lambda moment: moment.minute, lambda value: _whole(value, _MINUTE)),
    "getSeconds": _part(lambda moment: moment.second, lambda value: _whole(value, _SECOND)),
    "getMilliseconds": _part(
        lambda moment: moment.microsecond // 1000,
        lambda value: _whole(value, dt.timedelta(milliseconds=1)) % 1000,
    ),
}
