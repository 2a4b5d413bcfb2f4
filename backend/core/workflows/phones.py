"""Telephone numbers as they are typed and pasted, to the form that systems take (ITU-T E.164)."""

from __future__ import annotations

import re

import phonenumbers
from pydantic_core import PydanticCustomError

from core.text.typed import typed_code

_SCHEME = re.compile(r"tel:\s*", re.IGNORECASE)
_INTERNATIONAL = re.compile(r"[\s(]*00(?=[\s()./-]*[1-9])")


def phone_clean(value: str, region: str | None = None) -> str:
    """The number as `+442079460958`.

    ``region``: ISO 3166-1 code of the country whose national numbers are understood. The number
    must be one that is given out there: a system further on refuses what is merely possible.
    Raises PydanticCustomError.
    """
    text = _SCHEME.sub("", str(typed_code(value)), count=1)
    if region is None:
        text = _INTERNATIONAL.sub("+", text, count=1)
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        raise _refused(region) from None
    if number.extension:
        raise PydanticCustomError(
            "phone", "Give the number without its extension, and the extension in another answer."
        )
    if not phonenumbers.is_valid_number(number):
        raise _refused(region)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _refused(region: str | None) -> PydanticCustomError:
    if region is None:
        return PydanticCustomError(
            "phone", "Give a phone number with its country code, for example +44 20 7946 0958."
        )
    return PydanticCustomError(
        "phone", "Give a phone number that is in use, with its country code where it is abroad."
    )
