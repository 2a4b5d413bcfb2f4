"""Waybill's own functions: one table, for the checker, for the evaluation and for the guide.

Each is pure and bounded.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import functools
import hashlib
import hmac
import json
import re
import unicodedata
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import phonenumbers
from pydantic_core import PydanticCustomError

from waybill_definitions.expressions.faults import Failed, Missing
from waybill_definitions.expressions.language.conversions import encoded
from waybill_definitions.expressions.language.decimals import (
    decimal_add,
    decimal_compare,
    decimal_divide,
    decimal_format,
    decimal_multiply,
    decimal_round,
    decimal_subtract,
    decimal_sum,
)
from waybill_definitions.expressions.language.moments import (
    add_days,
    add_months,
    moment_format,
    moment_parse,
    pattern_pieces,
    start_of_day,
    zone_get,
)
from waybill_definitions.expressions.meter import Run
from waybill_definitions.text.phones import phone_clean

Check = Callable[[str], Any]
COALESCE: Final = "coalesce"
"""The evaluation knows it: what it takes may be absent."""


@dataclass(frozen=True, slots=True)
class Overload:
    """``takes`` and ``gives``: names of types such as ``string`` or ``map(string, int)``."""

    takes: tuple[str, ...]
    gives: str


@dataclass(frozen=True, slots=True)
class Function:
    """``form``: how it is written, for the guide. ``on_value``: called as ``x.name(…)``.

    ``units``: what a call takes beside the characters it reads, see `Run`. ``checks``: by index of
    an argument, what its written-out text must be; raises Failed. ``before``: what more a call
    takes with these arguments.
    """

    name: str
    form: str
    does: str
    example: str
    result: str
    overloads: tuple[Overload, ...]
    compute: Callable[..., Any]
    on_value: bool = False
    units: int = 2
    before: Callable[..., int] = lambda *_: 0
    checks: tuple[tuple[int, Check], ...] = ()


def _text_of(*takes: str, gives: str = "string") -> tuple[Overload, ...]:
    return (Overload(takes, gives),)


def _phone(text: str, region: str) -> str:
    _region(region)
    try:
        return phone_clean(text[:300], region or None)
    except PydanticCustomError as error:
        raise Failed(f"a text is no phone number. {error}") from None


def _region(region: str) -> None:
    if region and region not in phonenumbers.SUPPORTED_REGIONS:
        raise Failed("there is no such region; give its two letters, such as GB, or ''")


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text[:500]).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _truncate(text: str, length: int) -> str:
    if length < 0:
        raise Failed("a text cannot be cut to less than nothing")
    return text[:length]


def _lookup(table: Any, key: Any, *default: Any) -> Any:
    if type(table) is not dict:
        raise Failed("`lookup` looks up in a table, such as tables.countries")
    if type(key) is not bool and key in table:
        return table[key]
    if default:
        return default[0]
    raise Missing(f"the table has no `{str(key)[:100]}`; give a default as the third argument")


def _json_encode(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        raise Failed("a value cannot be written as JSON") from None


def _json_parts(text: str) -> int:
    """What will be made of it: an object or a list takes far more than a character of a text."""
    return 3 * (text.count("[") + text.count("{")) + text.count(",")


def _json_decode(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Failed("a text is no JSON") from None


def _no_constant(_: str) -> Any:
    raise ValueError


def _base64_decode(text: str) -> bytes:
    try:
        return base64.b64decode(encoded(text + "=" * (-len(text) % 4)), validate=True)
    except (binascii.Error, ValueError):
        raise Failed("a text is no base64") from None


def _bytes(value: Any) -> bytes:
    return value if type(value) is bytes else encoded(value)


def _whole_days(function: Callable[[dt.datetime, int, str], dt.datetime]) -> Any:
    def compute(moment: dt.datetime, count: int, zone: str) -> dt.datetime:
        if abs(count) > 4_000_000:
            raise Failed("a point in time is out of range")
        return function(moment, count, zone)

    return compute


_SCALARS: Final = ("string", "int", "double", "bool", "timestamp", "duration", "bytes")
_PAIRS: Final = tuple(
    Overload((left, right), "string") for left in ("string", "int") for right in ("string", "int")
)
_ZONE_1: Final = ((1, zone_get),)

_TABLE: Final = [
    Function(
        COALESCE, "coalesce(x, y, …)", "The first that is there. Two to four.",
        "coalesce(input.phone, 'none')", "'none'",
        tuple(
            Overload((kind,) * count, kind)
            for kind in (*_SCALARS, "list(string)", "list(int)", "map(string, dyn)")
            for count in (2, 3, 4)
        ),
        lambda *values: values[-1],
    ),
    Function(
        "lookup", "lookup(table, key, default)",
        "What a table has for a key, or else the default. Without a default the key must be there.",
        "lookup(tables.regions, input.country, 'other')", "'emea'",
        tuple(
            overload
            for key in ("string", "int")
            for kind in ("string", "int", "double", "bool")
            for overload in (
                Overload((f"map({key}, {kind})", key, kind), kind),
                Overload((f"map({key}, {kind})", key), kind),
            )
        ),
        _lookup,
    ),
    Function(
        "lower", "text.lower()", "In small letters of any alphabet.", "'ÄRZTE'.lower()", "'ärzte'",
        _text_of("string"), str.lower, on_value=True,
    ),
    Function(
        "upper", "text.upper()", "In capital letters of any alphabet.", "'ärzte'.upper()",
        "'ÄRZTE'",
        _text_of("string"), str.upper, on_value=True,
    ),
    Function(
        "truncate", "text.truncate(length)", "Its first characters.", "'Acme Ltd'.truncate(4)",
        "'Acme'", _text_of("string", "int"), _truncate, on_value=True,
    ),
    Function(
        "slug", "slug(text)", "In letters, digits and hyphens; of the first 500 characters.",
        "slug('Café Müller & Co')", "'cafe-muller-co'", _text_of("string"), _slug, units=20,
    ),
    Function(
        "phone", "phone(text, region)",
        "A phone number in E.164. The region is for numbers without a country code; '' for none.",
        "phone('020 7946 0958', 'GB')", "'+442079460958'", _text_of("string", "string"), _phone,
        units=5000, checks=((1, _region),),
    ),
    Function(
        "decimal.add", "decimal.add(a, b)", "The exact sum of texts or whole numbers.",
        "decimal.add('0.10', '0.20')", "'0.30'", _PAIRS,
        decimal_add, units=20,
    ),
    Function(
        "decimal.sum", "decimal.sum(list)", "The exact sum of a list; of an empty one 0.",
        "decimal.sum(['0.10', '0.20', '5'])", "'5.30'", (Overload(("list(dyn)",), "string"),),
        decimal_sum, before=lambda values: 20 * len(values),
    ),
    Function(
        "decimal.subtract", "decimal.subtract(a, b)", "The exact difference.",
        "decimal.subtract('20', '0.01')", "'19.99'", _PAIRS,
        decimal_subtract, units=20,
    ),
    Function(
        "decimal.multiply", "decimal.multiply(a, b)", "The exact product.",
        "decimal.multiply('19.90', 3)", "'59.70'", _PAIRS,
        decimal_multiply, units=20,
    ),
    Function(
        "decimal.divide", "decimal.divide(a, b, places)", "Rounded; halves away from zero.",
        "decimal.divide('10', 3, 2)", "'3.33'",
        tuple(Overload((*pair.takes, "int"), "string") for pair in _PAIRS), decimal_divide,
        units=20,
    ),
    Function(
        "decimal.round", "decimal.round(a, places)", "Rounded; halves away from zero.",
        "decimal.round('2.675', 2)", "'2.68'",
        (Overload(("string", "int"), "string"), Overload(("int", "int"), "string")),
        decimal_round, units=20,
    ),
    Function(
        "decimal.compare", "decimal.compare(a, b)", "-1, 0 or 1: less, equal, greater.",
        "decimal.compare('9.90', '10') < 0", "true",
        tuple(Overload(pair.takes, "int") for pair in _PAIRS), decimal_compare, units=20,
    ),
    Function(
        "decimal.format", "decimal.format(a, places, point, group)", "As people write it.",
        "decimal.format('1234567.5', 2, ',', '.')", "'1.234.567,50'",
        tuple(Overload((kind, "int", "string", "string"), "string") for kind in ("string", "int")),
        decimal_format, units=30,
    ),
    Function(
        "parseDate", "parseDate(text, pattern, zone)", "A point in time from a text.",
        "parseDate('01.03.2026', 'dd.MM.yyyy', 'Europe/Vienna')",
        "timestamp('2026-02-28T23:00:00Z')",
        _text_of("string", "string", "string", gives="timestamp"), moment_parse, units=100,
        checks=((1, pattern_pieces), (2, zone_get)),
    ),
    Function(
        "formatDate", "formatDate(time, pattern, zone)", "A point in time as people write it.",
        "formatDate(timestamp('2026-02-28T23:00:00Z'), 'dd.MM.yyyy', 'Europe/Vienna')",
        "'01.03.2026'", _text_of("timestamp", "string", "string"), moment_format, units=100,
        checks=((1, pattern_pieces), (2, zone_get)),
    ),
    Function(
        "startOfDay", "startOfDay(time, zone)", "When its day begins in a zone.",
        "startOfDay(timestamp('2026-03-01T09:30:00Z'), 'Europe/Vienna')",
        "timestamp('2026-02-28T23:00:00Z')",
        _text_of("timestamp", "string", gives="timestamp"), start_of_day, units=100, checks=_ZONE_1,
    ),
    Function(
        "addDays", "addDays(time, days, zone)", "The same time of day, days later or earlier.",
        "addDays(timestamp('2026-03-28T09:00:00Z'), 1, 'Europe/Vienna')",
        "timestamp('2026-03-29T08:00:00Z')",
        _text_of("timestamp", "int", "string", gives="timestamp"), _whole_days(add_days), units=100,
        checks=((2, zone_get),),
    ),
    Function(
        "addMonths", "addMonths(time, months, zone)",
        "The same day, months later or earlier, or the last day of that month.",
        "addMonths(timestamp('2026-01-31T12:00:00Z'), 1, 'UTC')",
        "timestamp('2026-02-28T12:00:00Z')",
        _text_of("timestamp", "int", "string", gives="timestamp"), _whole_days(add_months),
        units=100, checks=((2, zone_get),),
    ),
    Function(
        "json.encode", "json.encode(value)", "A value as JSON.", "json.encode({'a': [1, true]})",
        "'{\"a\":[1,true]}'", _text_of("dyn"), _json_encode, units=20,
    ),
    Function(
        "json.decode", "json.decode(text)", "What a text in JSON says.", "json.decode('[1, 2]')[1]",
        "2", _text_of("string", gives="dyn"), _json_decode, units=20, before=_json_parts,
    ),
    Function(
        "url.encode", "url.encode(text)", "For a path or a query of an address.",
        "url.encode('a b/ä')", "'a%20b%2F%C3%A4'", _text_of("string"),
        lambda text: urllib.parse.quote(encoded(text), safe=""), units=20,
    ),
    Function(
        "base64.encode", "base64.encode(text)", "A text or bytes in base64.",
        "base64.encode('hello')", "'aGVsbG8='",
        (Overload(("string",), "string"), Overload(("bytes",), "string")),
        lambda value: base64.b64encode(_bytes(value)).decode(), units=5,
    ),
    Function(
        "base64.decode", "base64.decode(text)", "The bytes; string(…) makes a text of them.",
        "string(base64.decode('aGVsbG8='))", "'hello'", _text_of("string", gives="bytes"),
        _base64_decode, units=5,
    ),
    Function(
        "hash.sha256", "hash.sha256(text)", "SHA-256 in hexadecimal digits.",
        "hash.sha256('a').truncate(8)", "'ca978112'",
        (Overload(("string",), "string"), Overload(("bytes",), "string")),
        lambda value: hashlib.sha256(_bytes(value)).hexdigest(), units=10,
    ),
    Function(
        "hash.hmacSha256", "hash.hmacSha256(key, text)", "HMAC-SHA-256 in hexadecimal digits.",
        "hash.hmacSha256('key', 'text').truncate(8)", "'6afa9046'", _text_of("string", "string"),
        lambda key, text: hmac.digest(encoded(key), encoded(text), "sha256").hex(), units=20,
    ),
]  # fmt: skip

FUNCTIONS: Final = {function.name: function for function in _TABLE}


def call(function: Function, run: Run, *arguments: Any) -> Any:
    """Compute it, and pay for what it reads and makes. Raises Failed and TooMuch."""
    for argument in arguments:
        if type(argument) is str:
            run.spend(len(argument) >> 3)
        else:
            run.spend_value(argument)
    if not _fits(function.name, tuple(map(type, arguments))):
        raise Failed(f"`{function.form}` cannot be used with values of these kinds")
    run.spend(function.before(*arguments))
    result = function.compute(*arguments)
    run.spend_value(result)
    return result


_PYTHON: Final[dict[str, type]] = {
    "string": str,
    "int": int,
    "double": float,
    "bool": bool,
    "bytes": bytes,
    "timestamp": dt.datetime,
    "duration": dt.timedelta,
}


@functools.cache
def _fits(name: str, kinds: tuple[type, ...]) -> bool:
    """Whether the kinds are right; the checker could not know it of JSON of unknown shape."""
    return any(
        len(overload.takes) == len(kinds)
        and all(
            _PYTHON.get(takes, kind) is kind
            for takes, kind in zip(overload.takes, kinds, strict=True)
        )
        for overload in FUNCTIONS[name].overloads
    )


def functions_listed() -> tuple[Function, ...]:
    """The functions in the guide's order."""
    return tuple(_TABLE)


def functions_table() -> str:
    """The functions as a table in Markdown, for the guide."""
    rows = [
        f"| `{each.form}` | {each.does} | `{each.example}` → `{each.result}` |" for each in _TABLE
    ]
    return "\n".join(["| function | what it gives | example |", "|---|---|---|", *rows])
