"""The conversions of the language: ``int('7')``, ``string(1.5)``, ``timestamp('…')`` and others."""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import Any, Final

from waybill_definitions.expressions.faults import Failed
from waybill_definitions.expressions.language.moments import (
    duration_read,
    duration_write,
    moment_of_seconds,
    moment_read,
    moment_seconds,
    moment_write,
)
from waybill_definitions.expressions.language.operators import (
    LARGEST,
    SMALLEST,
    checked,
    type_of,
    words,
)
from waybill_definitions.expressions.meter import Run

_WHOLE = re.compile(r"[+-]?\d{1,30}", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,5})?", re.ASCII)
_TRUE, _FALSE = {"1", "t", "T", "true", "TRUE", "True"}, {"0", "f", "F", "false", "FALSE", "False"}


def to_int(_: Run, value: Any) -> int:
    kind = type(value)
    if kind is int:
        return int(value)
    if kind is float:
        if math.isfinite(value) and SMALLEST < value < LARGEST:
            return int(value)
        raise Failed("a number is too large to become a whole one")
    if kind is str:
        if _WHOLE.fullmatch(value):
            return checked(int(value))
        raise Failed("a text is no whole number")
    if kind is dt.datetime:
        return moment_seconds(value)
    raise _cannot("int", value)


def to_double(_: Run, value: Any) -> float:
    kind = type(value)
    if kind is float or kind is int:
        return float(value)
    if kind is str:
        if len(value) <= 400 and _NUMBER.fullmatch(value):
            return float(value)
        if value.lower() in {"nan", "inf", "-inf", "infinity", "-infinity"}:
            return float(value)
        raise Failed("a text is no number")
    raise _cannot("double", value)


def to_bool(_: Run, value: Any) -> bool:
    if type(value) is bool:
        return value
    if type(value) is str:
        if value in _TRUE or value in _FALSE:
            return value in _TRUE
        raise Failed("a text is neither true nor false")
    raise _cannot("bool", value)


def to_bytes(run: Run, value: Any) -> bytes:
    if type(value) is bytes:
        return value
    if type(value) is str:
        run.spend_characters(len(value))
        return encoded(value)
    raise _cannot("bytes", value)


def encoded(text: str) -> bytes:
    """As UTF-8. Raises Failed for half a surrogate pair."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise Failed("a text has half a character in it (a lone surrogate)") from None


def to_string(run: Run, value: Any) -> str:
    kind = type(value)
    if kind is str:
        return str(value)
    if kind is bytes:
        run.spend_characters(len(value))
        try:
            return value.decode()  # type: ignore[no-any-return]
        except UnicodeDecodeError:
            raise Failed("bytes are no text in UTF-8") from None
    return scalar_text(value)


def scalar_text(value: Any) -> str:
    """A number, a boolean or a time as text. Raises Failed for anything else."""
    kind = type(value)
    if kind is str:
        return str(value)
    if kind is bool:
        return "true" if value else "false"
    if kind is int:
        if abs(value) > 10**400:
            raise Failed("a whole number is too long")
        return str(value)
    if kind is float:
        return _double_text(value)
    if kind is dt.datetime:
        return moment_write(value)
    if kind is dt.timedelta:
        return duration_write(value)
    raise _cannot("string", value)


def _double_text(value: float) -> str:
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("inf" if value > 0 else "-inf")
    return repr(value).removesuffix(".0")


def to_timestamp(_: Run, value: Any) -> dt.datetime:
    if type(value) is dt.datetime:
        return value
    if type(value) is str:
        return moment_read(value)
    if type(value) is int:
        return moment_of_seconds(value)
    raise _cannot("timestamp", value)


def to_duration(_: Run, value: Any) -> dt.timedelta:
    if type(value) is dt.timedelta:
        return value
    if type(value) is str:
        return duration_read(value)
    raise _cannot("duration", value)


def _cannot(function: str, value: Any) -> Failed:
    return Failed(f"{function}(…) makes nothing from {words(value)}")


CONVERSIONS: Final = {
    "int": to_int,
    "double": to_double,
    "bool": to_bool,
    "bytes": to_bytes,
    "string": to_string,
    "timestamp": to_timestamp,
    "duration": to_duration,
    "dyn": lambda _, value: value,
    "type": lambda _, value: type_of(value),
}
