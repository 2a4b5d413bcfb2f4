"""The shorter way for phone numbers never says anything but phonenumbers itself."""

from __future__ import annotations

import random
from collections.abc import Iterator

import phonenumbers
import pytest
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneNumberFormat, PhoneNumberType

from waybill_definitions.text.phone_plans import phone_plain
from waybill_definitions.text.phones import phone_clean

CODES = sorted(COUNTRY_CODE_TO_REGION_CODE)


def examples(code: int) -> Iterator[str]:
    """Numbers of each region and kind under a country code, as people write them and as E.164."""
    for region in COUNTRY_CODE_TO_REGION_CODE[code]:
        numbers = [
            phonenumbers.example_number_for_non_geo_entity(code)
            if region == "001"
            else phonenumbers.example_number_for_type(region, kind)
            for kind in PhoneNumberType.values()
        ]
        for number in filter(None, numbers):
            for style in (PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164):
                yield phonenumbers.format_number(number, style)


def altered(written: str, chance: random.Random) -> str:
    """The number with a few characters others, more or less."""
    characters = list(written)
    for _ in range(chance.choice((1, 1, 2, 4))):
        place = chance.randrange(1, len(characters))
        characters[place] = chance.choice([*"0123456789", "", "0", "(0)", " ", "-", "1", "."])
    return "".join(characters)


def by_phonenumbers(written: str) -> str | None:
    try:
        number = phonenumbers.parse(written)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


@pytest.mark.parametrize("code", CODES)
def test_what_is_plain_is_what_phonenumbers_says(code: int) -> None:
    chance = random.Random(code)  # noqa: S311  # the same numbers each time
    numbers = list(examples(code))
    tried = [*numbers, *(altered(number, chance) for number in numbers for _ in range(10))]
    tried += [f"+{code}{chance.randrange(10**length)}" for length in range(1, 16)]
    for written in tried:
        assert phone_plain(written) in (None, by_phonenumbers(written)), written


def test_most_valid_numbers_are_plain() -> None:
    """Those of a smaller region, or with a prefix that may be a part of them, need not be."""
    numbers = [number for code in CODES for number in examples(code)]
    plain = [number for number in numbers if phone_plain(number) is not None]
    assert len(plain) > len(numbers) * 0.85
    assert phone_plain("+44 20 7946 0958") == "+442079460958"


@pytest.mark.parametrize(
    "typed",
    ["+44 (0)20 7946 0958", "0044 20 7946 0958", "+7 771 000 9998", "tel:+442079460958"],
)
def test_what_is_not_plain_goes_the_whole_way(typed: str) -> None:
    assert phone_plain(typed) is None
    assert phone_clean(typed).startswith("+")


@pytest.mark.parametrize(
    "typed", ["", "+", "+0", "+()", "+999 123", "+44", "+44 5", "20 7946 0958"]
)
def test_what_is_no_number_is_never_plain(typed: str) -> None:
    assert phone_plain(typed) is None
