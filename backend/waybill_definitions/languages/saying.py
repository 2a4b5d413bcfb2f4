"""Sentences with their places filled in, and numbers and moments as a language writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from babel import Locale
from babel.dates import format_date, format_time, get_timezone_gmt, get_timezone_name
from babel.numbers import format_decimal, parse_pattern

from waybill_definitions.languages.choosing import language_of, locale_of
from waybill_definitions.languages.reading import PLACE
from waybill_definitions.languages.words import Plural


def fill(sentence: str, values: Mapping[str, Any]) -> str:
    """``sentence`` with ``values`` in place of the names in braces; others stay as they are.

    What is filled in is not looked at again, so nobody's name can be a place.
    """
    return PLACE.sub(lambda place: str(values.get(place[1], place[0])), sentence)


def say(sentence: str | Plural, language: str, values: Mapping[str, Any]) -> str:
    """A sentence of this language; of a plural the form for ``values["count"]``.

    Numbers, dates and times are written as the language has them.
    """
    if isinstance(sentence, Plural):
        # Of the file that the sentence is from: a regional form may count otherwise.
        category = language_of(language).locale.plural_form(values.get("count", 0))
        sentence = sentence.root.get(category, sentence.root["other"])
    return fill(sentence, {name: value_in(value, language) for name, value in values.items()})


def value_in(value: Any, language: str) -> str:
    """A value inside a sentence. A moment is told with its zone."""
    locale = locale_of(language)
    match value:
        case bool() | str():
            return str(value)
        case Decimal() if value.is_finite():
            # 12.50 keeps its places.
            places = max(0, -int(value.as_tuple().exponent))
            pattern = parse_pattern(locale.decimal_formats[None].pattern)
            pattern.frac_prec = (places, places)
            return str(pattern.apply(value, locale))
        case int() | float() | Decimal():
            return format_decimal(value, locale=locale, decimal_quantization=False)
        case datetime():
            return _moment(value, locale)
        case date():
            return format_date(value, "long", locale=locale)
        case time():
            return format_time(value, "short", locale=locale)
        case _:
            return str(value)


def _moment(value: datetime, locale: Locale) -> str:
    """Date and time to the minute, with the zone: 28. November 2026, 14:30 MEZ."""
    day = format_date(value, "long", locale=locale)
    clock = format_time(value, "short", tzinfo=value.tzinfo, locale=locale)
    zone = get_timezone_name(value, "short", locale=locale)
    if zone[0] in "+-":  # without a name of its own here
        zone = get_timezone_gmt(value, "long", locale=locale)
    return f"{day}, {clock} {zone}"
