from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from waybill_definitions.languages import (
    Plural,
    countries_in,
    currency_name,
    languages,
    say,
    value_in,
)


@pytest.mark.parametrize("tag", [*sorted(languages()), "ar", "tlh"])
def test_every_country_has_a_name_in_every_language(tag: str) -> None:
    codes = [code for code, _ in countries_in(tag)]
    assert len(codes) == len(set(codes)) == 250
    assert {"AT", "XK"} <= set(codes)
    assert all(name and name != code for code, name in countries_in(tag))


def test_countries_are_called_and_ordered_as_the_language_has_it() -> None:
    german = [name for _, name in countries_in("de")]
    assert german.index("Norwegen") < german.index("Österreich") < german.index("Oman") + 2
    assert german.index("Ägypten") < german.index("Albanien")
    assert dict(countries_in("fr"))["DE"] == "Allemagne"
    french = [name for _, name in countries_in("fr")]
    assert french.index("Érythrée") < french.index("Espagne")


def test_currencies_have_names() -> None:
    assert currency_name("CHF", "de") == "Schweizer Franken"
    assert currency_name("QQQ", "de") == "QQQ"


def test_numbers_and_moments_are_written_as_the_language_has_them() -> None:
    assert value_in(1234.5, "de") == "1.234,5"
    assert value_in(datetime(2026, 11, 28, 14, 30, tzinfo=UTC), "de") == (
        "28. November 2026, 14:30 UTC"
    )
    later = datetime(2026, 11, 28, 14, 30, tzinfo=timezone(timedelta(hours=1)))
    assert value_in(later, "es") == "28 de noviembre de 2026, 14:30 GMT+01:00"


def test_a_plural_is_chosen_by_the_rules_of_the_language() -> None:
    sentence = Plural({"one": "{count} question", "other": "{count} questions"})
    assert [say(sentence, "fr", {"count": n}) for n in (0, 1, 2)] == [
        "0 question",
        "1 question",
        "2 questions",
    ]
    assert say(sentence, "en", {"count": 0}) == "0 questions"
