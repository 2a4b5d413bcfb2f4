"""Phone numbers as people type and paste them, as E.164 has them."""

from __future__ import annotations

import re
import unicodedata

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat
from pydantic_core import PydanticCustomError

from waybill_definitions.text.phone_plans import phone_plain
from waybill_definitions.text.typed import without_formats

LONGEST_TYPED = 250
"""What phonenumbers looks at; enough for any number and what a page puts around it."""

_EXAMPLE = "+44 20 7946 0958"
_SCHEME = re.compile(r"(?:tel|phone|callto):(?://)?\s*", re.IGNORECASE)
_EXTENSION = re.compile(
    r"[0-9)\s.,;]\s*(?:;?\s*e?xt(?:ension|n)?|x|#|[,;]+|доб|anexo|ramal|int|poste|dw|durchwahl)"
    r"[\s.:=\-]*[0-9]{1,9}\s*#?$",
    re.IGNORECASE,
)
# "12345/6" and "12345 / 67" stand for two numbers; read as one, they would be a third.
_OR_ANOTHER = re.compile(r"/ *[0-9]{1,2}$")
_NUMBER = re.compile(r"\(?\+?[0-9 ()\[\]./~\-]+")


def phone_clean(typed: str, region: str | None = None) -> str:
    """A number as it was typed, in E.164: ``+442079460958``. Raises PydanticCustomError.

    ``region`` (ISO 3166-1 alpha-2) is where a number without country code is from.

    Only numbers that are valid by the numbering plans (`is_valid_number`) pass, not all of a
    possible length: systems such as Tryton refuse the others, and then the person who could put it
    right is gone. So +1 555 010 9999 is refused: no area has the code 555. Numbers of a range
    that was opened after the release of the phonenumbers package are refused too, until the package
    is renewed.
    """
    if (plain := phone_plain(typed)) is not None:
        return plain
    text = _plain(typed)
    if len(text) > LONGEST_TYPED:
        raise _refused(region)
    if _EXTENSION.search(text):
        raise PydanticCustomError(
            "phone_extension",
            f"Leave the extension out and give the number alone, for example {_EXAMPLE}.",
        )
    if not _NUMBER.fullmatch(text) or _OR_ANOTHER.search(text):
        raise _refused(region)
    for candidate, home in _readings(text, region):
        number = _parsed(candidate, home)
        if number is not None and phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, PhoneNumberFormat.E164)
    if "+" in text or text.startswith("00"):
        raise PydanticCustomError(
            "phone_invalid",
            "There is no such phone number. Check the country code and the digits, as in "
            f"{_EXAMPLE}.",
        )
    raise _refused(region)


def _plain(typed: str) -> str:
    """With ASCII's digits, spaces and hyphens in place of all others, and without a scheme."""
    text = "".join(map(_ascii, without_formats(typed)))
    return _SCHEME.sub("", text.strip(), count=1).strip()


def _ascii(character: str) -> str:
    if character.isascii():
        return " " if character.isspace() else character
    if unicodedata.category(character) == "No":
        return character  # a note's number or a bullet's, which belongs to no telephone number
    character = unicodedata.normalize("NFKC", character)
    if len(character) != 1 or character.isascii():
        return character
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if unicodedata.category(character) == "Pd" or character in "\u2212\u2043":
        return "-"
    return " " if character.isspace() else character


def _readings(text: str, region: str | None) -> list[tuple[str, str | None]]:
    """What the number may be, the likeliest first; "00" is what most of the world dials for +."""
    if text.startswith("00"):
        return [(f"+{text[2:]}", None), (text, region)]
    return [(text, region)]


def _parsed(text: str, region: str | None) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None


def _refused(region: str | None) -> PydanticCustomError:
    if region is None:
        return PydanticCustomError(
            "phone", f"Give a phone number with its country code, for example {_EXAMPLE}."
        )
    return PydanticCustomError(
        "phone_home",
        f"Give one phone number; one from abroad with its country code, like {_EXAMPLE}.",
    )
