"""Names of languages, countries and currencies, from CLDR."""

from __future__ import annotations

import functools
import unicodedata

import pycountry

from waybill_definitions.languages.choosing import locale_of
from waybill_definitions.languages.reading import Direction, direction_of

KOSOVO = "XK"
"""ISO 3166-1 leaves the code to its users; Kosovo's numbers, banks and post use it."""


@functools.lru_cache(maxsize=1024)
def language_name(tag: str) -> str:
    """A language as its own speakers call it: Deutsch, Français."""
    name = locale_of(tag).get_display_name() or tag
    return name[:1].upper() + name[1:]


@functools.lru_cache(maxsize=1024)
def language_direction(tag: str) -> Direction:
    """`ltr` or `rtl`, as HTML's `dir` has it, from CLDR's character order."""
    return direction_of(locale_of(tag))


@functools.lru_cache(maxsize=64)
def countries_in(language: str) -> tuple[tuple[str, str], ...]:
    """ISO 3166-1 alpha-2 codes with the names of the countries in a language, by name.

    Accents do not count in their order, which is right for the languages that there are files for:
    Österreich stands at O.
    """
    territories = locale_of(language).territories
    named = [(c.alpha_2, territories.get(c.alpha_2, c.name)) for c in pycountry.countries]
    named.append((KOSOVO, territories.get(KOSOVO, "Kosovo")))
    return tuple(sorted(named, key=lambda pair: (_order(pair[1]), pair[0])))


def currency_name(code: str, language: str) -> str:
    """What a currency (ISO 4217) is called: euro, Euro; its code where CLDR has no name."""
    name: str = locale_of(language).currencies.get(code, code)
    return name


def _order(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()
