from __future__ import annotations

import pytest

from waybill_definitions.languages import (
    language_choose,
    language_direction,
    language_name,
    words_in,
)

OFFERED = ["en", "de", "fr", "zh-Hant", "pt-BR"]


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        ("de", "de"),
        ("DE-at", "de"),
        ("de-CH-1996", "de"),
        ("zh-Hant-TW", "zh-Hant"),
        ("fr;q=0.4, de;q=0.9", "de"),
        ("fr;q=0, it", "en"),
        ("it, fr;q=0.1", "fr"),
        ("it,*;q=0.5", "en"),
        ("nl", "en"),
        ("", "en"),
        (None, "en"),
        ("q=;;,,§", "en"),
        ("x" * 10_000, "en"),
        ("de-" * 5_000, "en"),
    ],
)
def test_a_language_is_looked_up_from_narrow_to_wide(wanted: str | None, chosen: str) -> None:
    assert language_choose(wanted, OFFERED) == chosen


def test_another_region_is_nearer_than_another_language() -> None:
    assert language_choose("pt", OFFERED) == "pt-BR"
    assert language_choose("pt-PT, de;q=0.9", OFFERED) == "de"
    assert language_choose("de-AT", ["en", "de-CH", "de-DE"]) == "de-CH"


def test_the_first_of_a_form_is_what_everybody_else_gets() -> None:
    assert language_choose("ja", ["es", "en"]) == "es"


def test_built_in_sentences_come_from_the_nearest_file() -> None:
    assert words_in("de-AT").form.next == words_in("de").form.next == "Weiter"
    assert words_in("tlh").form.next == words_in("en").form.next
    assert words_in("not a tag").form.next == words_in("en").form.next


def test_direction_and_name_are_those_of_cldr() -> None:
    assert [language_direction(tag) for tag in ("en", "ar", "he-IL", "fa", "tlh")] == [
        "ltr",
        "rtl",
        "rtl",
        "rtl",
        "ltr",
    ]
    assert [language_name(tag) for tag in ("de", "fr", "es", "he")] == [
        "Deutsch",
        "Français",
        "Español",
        "עברית",
    ]
