"""Numbers in the writing of each country, and what must never be read as another number."""

from __future__ import annotations

import phonenumbers
import pytest
from phonenumbers import PhoneNumberFormat
from pydantic_core import PydanticCustomError

from waybill_definitions.text.phones import phone_clean


@pytest.mark.parametrize("region", sorted(phonenumbers.SUPPORTED_REGIONS))
def test_every_country_writes_its_numbers_in_its_own_way(region: str) -> None:
    number = phonenumbers.example_number(region)
    assert number is not None
    kept = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    assert phone_clean(national, region) == kept
    for style in (PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.RFC3966):
        written = phonenumbers.format_number(number, style)
        assert phone_clean(written) == kept
        assert phone_clean(written.replace(" ", "\u00a0"), region) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "+49 30 123456/7",
        "+49 30 123456 / 57",
        "+44 20 7946 0958 / +44 20 7946 0959",
        "+4420 7946 095\u2468",
        "+44 20 7946 0958\u00b2",
        "+44 20 7946 0958 or 0959",
        "44+ 20 7946 0958",
    ],
    ids=ascii,
)
def test_two_numbers_and_those_of_notes_are_not_run_together(typed: str) -> None:
    with pytest.raises(PydanticCustomError):
        phone_clean(typed)
