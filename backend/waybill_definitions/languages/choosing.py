"""Which language somebody gets: what they ask for, of what there is."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from babel import Locale, UnknownLocaleError

from waybill_definitions.languages.reading import ENGLISH, Language, languages
from waybill_definitions.languages.words import Words

_ASKED = re.compile(
    r"(?:^|,)\s*(?P<tag>[a-z]{1,8}(?:-[a-z0-9]{1,8})*)"
    r"\s*(?:;\s*q=(?P<quality>0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?\s*(?=,|$)"
)


def language_choose(wanted: str | None, offered: Sequence[str]) -> str:
    """One of the ``offered`` tags; the first where nothing fits.

    ``wanted`` is a tag (BCP 47) or an `Accept-Language`, whose quality values count. A tag is
    looked up as RFC 4647, section 3.4 has it: de-AT, then de. When that finds nothing for any tag,
    another region of a wanted language is taken before another language.
    """
    return _chosen(wanted or "", tuple(offered))


def words_in(language: str) -> Words:
    """The built-in sentences in the nearest language there is a file for, at last in English."""
    return language_of(language).words


@functools.lru_cache(maxsize=1024)
def language_of(tag: str) -> Language:
    """The nearest language there is a file for; English where there is none."""
    known = languages()
    return known[language_choose(tag, [ENGLISH, *known])]


@functools.lru_cache(maxsize=1024)
def locale_of(tag: str) -> Locale:
    """What CLDR knows of a language, or of the next wider one; of English where it knows none."""
    for each in _wider(tag):
        try:
            return Locale.parse(each, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale(ENGLISH)


@functools.lru_cache(maxsize=4096)
def _chosen(wanted: str, offered: tuple[str, ...]) -> str:
    by_tag = {tag.lower(): tag for tag in offered}
    asked = _asked(wanted.lower())
    for tag in asked:
        for each in _wider(tag):
            if each in by_tag:
                return by_tag[each]
    alike = {_primary(tag): by_tag[tag] for tag in reversed(by_tag)}
    return next((alike[_primary(tag)] for tag in asked if _primary(tag) in alike), offered[0])


def _asked(wanted: str) -> list[str]:
    """The tags of an `Accept-Language` (RFC 9110, section 12.5.4), the most wanted first.

    What is none is left out, and so are `*` and tags of the quality 0.
    """
    qualities: dict[str, float] = {}
    for found in _ASKED.finditer(wanted):
        quality = float(found["quality"] or 1)
        if quality:
            qualities.setdefault(found["tag"], quality)
    return sorted(qualities, key=lambda tag: -qualities[tag])


def _primary(tag: str) -> str:
    return tag.partition("-")[0]


def _wider(tag: str) -> Iterator[str]:
    """The tag, then without its last subtag, and so on; a single letter goes with what follows."""
    parts = tag.split("-")
    while parts:
        yield "-".join(parts)
        parts.pop()
        while parts and len(parts[-1]) == 1:
            parts.pop()
