"""Whatever a person types: it is taken for what it looks like, or refused in one sentence."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat
from pydantic import ValidationError

from waybill_definitions.document import KINDS as MODELS
from waybill_definitions.document import FormDefinition
from waybill_definitions.forms import Form, countries, form_json_schema, form_prepare
from waybill_definitions.text.typed import is_blank, text_clean

LONDON = "+442079460958"
CHOICES = [
    {"value": value, "label": label}
    for value, label in (
        ("Gold Plan", "Gold"),
        ("basic", "Basic"),
        ("XL", "Large"),
        ("xl", "Small"),
    )
]
KINDS = ["text", "multiline", "email", "phone", "country", "choice", "file"]
NOTHING = ["", " ", " \t\n", "\u00a0\u2003", None]
UNSEEN = {
    "zero width space": "\u200b",
    "joiners": "\u200c\u200d\u200d",
    "byte-order mark": "\ufeff",
    "word joiner": "\u2060",
    "soft hyphen": "\u00ad",
    "Hangul fillers": "\u3164\uffa0\u115f\u1160",
    "blank of braille": "\u2800",
    "variation selectors": "\ufe0f\U000e0101",
    "Mongolian vowel separator": "\u180e",
    "tags": "\U000e0041\U000e0042\U000e007f",
    "directions": "\u202e\u2066\u200f\u061c",
    "grapheme joiner": "\u034f",
    "controls": "\x01\x1b\x7f\x9f",
    "all kinds, with spaces": " \u200b\u3164 \u2800\u200d\ufe0f\n",
}
DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
EVERY_TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("".join(UNSEEN.values()) + "a\u00e9e\u0301\r\n\u2028\u2029\x85 \U0001f3f4"),
    ),
    max_size=30,
)


def form(kind: str, **options: Any) -> Form:
    if kind == "choice":
        options.setdefault("choices", CHOICES)
    question = {"label": "It", "kind": kind, **options}
    return form_prepare(FormDefinition.model_validate({"title": "It", "fields": {"it": question}}))


def read(kind: str, value: object, **options: Any) -> Any:
    checked = form(kind, **options).check({"it": value})
    assert checked.faults == []
    return checked.answers.get("it")


def refusal(kind: str, value: object, **options: Any) -> str:
    asked = form(kind, **options)
    (fault,) = asked.check({"it": value}).faults
    assert fault["loc"] == ("it",)
    return asked.words(fault)


@pytest.mark.parametrize(
    "typed",
    [
        "+44 20 7946 0958",
        "+44\u00a020\u00a07946\u00a00958",
        "+44\u201120\u20117946\u20110958",
        "+44\u221220\u20137946\u20140958",
        "\u202a+44 20 7946 0958\u202c",
        "\u200e+44\u200b2079460958\u2060",
        "\uff0b\uff14\uff14 \uff12\uff10 \uff17\uff19\uff14\uff16 \uff10\uff19\uff15\uff18",
        "+\u0664\u0664 \u0662\u0660 \u0667\u0669\u0664\u0666 \u0660\u0669\u0665\u0668",
        "tel:+44-20-7946-0958",
        "TEL: +44 20 7946 0958",
        "0044 20 7946 0958",
        "00 44 (0)20 7946 0958",
        "+44 (0) 20 7946 0958",
        "(+44) 20.7946.0958",
        "+44/20/79460958",
        "\t+44 20 7946 0958\n",
    ],
)
def test_a_phone_number_is_read_as_it_was_pasted(typed: str) -> None:
    assert read("phone", typed) == LONDON


@pytest.mark.parametrize(
    ("typed", "region", "number"),
    [
        ("020 7946 0958", "GB", LONDON),
        ("(020) 7946 0958", "GB", LONDON),
        ("tel:020-7946-0958", "GB", LONDON),
        ("0044 20 7946 0958", "US", LONDON),
        ("011 44 20 7946 0958", "US", LONDON),
        ("+44 20 7946 0958", "DE", LONDON),
        ("06 12345678", "IT", "+390612345678"),
        ("(202) 555-0123", "US", "+12025550123"),
        ("044 123 456", "XK", "+38344123456"),
    ],
)
def test_a_field_may_say_where_numbers_are_from(typed: str, region: str, number: str) -> None:
    assert read("phone", typed, region=region) == number


@pytest.mark.parametrize("region", ["gb", "UK", "XX", "", "GBR"])
def test_a_region_that_is_none_is_refused(region: str) -> None:
    with pytest.raises(ValidationError):
        MODELS["phone"].model_validate({"label": "It", "kind": "phone", "region": region})


@pytest.mark.parametrize(
    "typed",
    [
        "+44 20 7946 0958 ext. 12",
        "+44 20 7946 0958 x12",
        "+44 20 7946 0958x12",
        "+44 20 7946 0958 #12",
        "+44 20 7946 0958,,12#",
        "tel:+442079460958;ext=12",
        "+44 20 7946 0958 Durchwahl 12",
        "+44 20 7946 0958 extension 12",
    ],
)
def test_an_extension_is_refused_by_its_name(typed: str) -> None:
    assert "extension" in refusal("phone", typed)


@pytest.mark.parametrize("typed", ["+1 555 010 9999", "001 555 010 9999", "+999999999999"])
def test_a_number_that_cannot_be_is_refused_at_the_form(typed: str) -> None:
    assert refusal("phone", typed).startswith("There is no such phone number.")


@pytest.mark.parametrize(
    "typed",
    [
        "020 7946 0958",
        "call me",
        "my number is +44 20 7946 0958",
        "+44 20 7946 0958 / +44 20 7946 0959",
        "+44 20 7946 0958 or 0959",
        "+1-800-FLOWERS",
        "++44 20 7946 0958",
        "+",
        "()",
        "+{0}",
        "\ufdfa" * 200,
    ],
)
def test_what_is_no_number_is_refused_with_an_example(typed: str) -> None:
    assert "+44 20 7946 0958" in refusal("phone", typed)


@pytest.mark.parametrize("value", [442079460958, True, ["+442079460958"], {"number": 1}])
def test_a_phone_number_is_a_text(value: object) -> None:
    assert refusal("phone", value)


@st.composite
def decorated(draw: st.DrawFn) -> tuple[str, str]:
    """A valid number, as E.164 has it and as somebody might paste it."""
    region = draw(st.sampled_from(sorted(phonenumbers.SUPPORTED_REGIONS)))
    number = phonenumbers.example_number(region)
    assert number is not None
    how = draw(st.sampled_from([PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164]))
    text = phonenumbers.format_number(number, how)
    text = draw(st.sampled_from([text, f"00{text[1:]}"]))
    spaces = st.sampled_from(["\u00a0", "\u202f", " ", "  ", "-", "\u2011", ".", "\u2009"])
    text = "".join(draw(spaces) if character in " -" else character for character in text)
    if draw(st.booleans()):
        text = text.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    marks = st.text("\u200e\u200f\u202a\u202c\u2066\u2069\u200b\u2060\ufeff\u00ad", max_size=2)
    text = "".join(character + draw(marks) for character in text)
    scheme = draw(st.sampled_from(["", "tel:", "Tel: "]))
    return (
        phonenumbers.format_number(number, PhoneNumberFormat.E164),
        f"{draw(marks)}{scheme}{text}{draw(marks)}",
    )


@given(decorated())
def test_decoration_never_changes_a_number(pair: tuple[str, str]) -> None:
    number, typed = pair
    assert read("phone", typed) == number
    assert read("phone", number) == number


@given(st.text(max_size=60), st.sampled_from([None, "GB", "US", "IT"]))
def test_whatever_is_no_number_is_told_in_a_sentence(typed: str, region: str | None) -> None:
    asked = form("phone", required=False, region=region)
    checked = asked.check({"it": typed})
    number = checked.answers.get("it")
    assert number is None or re.fullmatch(r"\+[1-9][0-9]{4,14}", number)
    assert all(asked.words(fault).endswith(".") for fault in checked.faults)


def test_an_address_that_no_step_can_write_to_is_refused() -> None:
    assert "mail cannot be sent to this one" in refusal("email", "jos\u00e9@ex\u00e4mple.com")
    assert "plain letters" in refusal("email", "\uff21da@example.com")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" ada@example.com\u00a0", "ada@example.com"),
        ("ada@example.com\n", "ada@example.com"),
        ("\u202aada@example.com\u202c", "ada@example.com"),
        ("ada\u200b@\u2060example\u00ad.com\ufeff", "ada@example.com"),
        ("mailto:ada@example.com", "ada@example.com"),
        ("ada@B\u00dcCHER.example", "ada@b\u00fccher.example"),
        ("ada@bu\u0308cher.example", "ada@b\u00fccher.example"),
        ("ada@xn--bcher-kva.example", "ada@b\u00fccher.example"),
        ("ada@\u4f8b\u3048\u3002jp", "ada@\u4f8b\u3048.jp"),
        ("o'neil@example.com", "o'neil@example.com"),
    ],
)
def test_an_address_is_read_as_it_was_pasted(typed: str, address: str) -> None:
    assert read("email", typed) == address
    assert read("email", address) == address


@pytest.mark.parametrize(
    "typed",
    [
        "Ada <ada@example.com>",
        "<ada@example.com>",
        '"boss@example.com" <ada@evil.example>',
        "Head of Purchasing, Baltics <boss@evil.example>",
        "ada@example.com, boss@evil.example",
        "ada@example.com; boss@evil.example",
        "boss@example.com (ada@evil.example)",
        '"a b"@example.com',
    ],
)
def test_anything_beside_an_address_is_refused(typed: str) -> None:
    assert refusal("email", typed).startswith("Give one e-mail address and nothing else")


@pytest.mark.parametrize(
    "typed",
    [
        "ada@example.com\r\nBcc: x@evil.example",
        "a da@example.com",
        "ada@example@evil.example",
        "ada\uff20example.com",
        "ada\u200d@example.com",
    ],
)
def test_a_broken_address_is_refused(typed: str) -> None:
    assert refusal("email", typed)


@pytest.mark.parametrize("unseen", UNSEEN.values(), ids=UNSEEN.keys())
@pytest.mark.parametrize("kind", KINDS[:-1])
def test_what_cannot_be_seen_is_no_answer(kind: str, unseen: str) -> None:
    assert refusal(kind, unseen) == "This field is needed."
    assert read(kind, unseen, required=False) is None


@pytest.mark.parametrize("kind", KINDS)
def test_no_answer_is_always_the_same(kind: str) -> None:
    nothing: list[object] = [*NOTHING, []] if kind == "file" else [*NOTHING]
    for value in nothing:
        assert refusal(kind, value) == "This field is needed."
        assert read(kind, value, required=False) is None
    assert form(kind, required=False).check({}).answers == {}
    assert [fault["type"] for fault in form(kind).check({}).faults] == ["needed"]


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("  Acme Ltd\u00a0", "Acme Ltd"),
        ("Acme\nLtd", "Acme Ltd"),
        ("Acme\r\n\tLtd", "Acme Ltd"),
        ("Acme\u2028Ltd\x85", "Acme Ltd"),
        ("nul\0byte\x1b[31m", "nulbyte[31m"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("Ac\u200bme\ufeff\u00ad", "Acme"),
        ("Zoe\u0308", "Zo\u00eb"),
        ("e\u200b\u0301", "\u00e9"),
        (" \u0645\u06cc\u200c\u062e\u0648", "\u0645\u06cc\u200c\u062e\u0648"),
        ("a\u200d\u200d\u200db \u200dc\u200c", "a\u200db c"),
        ("\U0001f469\u200d\U0001f4bb \u2764\ufe0f", "\U0001f469\u200d\U0001f4bb \u2764\ufe0f"),
        ("hi\U000e0041\U000e0042", "hi"),
        (
            "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
            "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        ),
    ],
)  # fmt: skip
def test_a_line_is_what_it_looks_like(typed: str, line: str) -> None:
    assert read("text", typed) == line


def test_a_long_text_keeps_its_lines() -> None:
    typed = "One\r\ntwo\rthree\u2028four\n\n\tfive\u202e \x07"
    assert read("multiline", typed) == "One\ntwo\nthree\nfour\n\n\tfive"


def test_the_cleaned_text_is_what_is_counted() -> None:
    assert read("text", "  a\u200bbe\u0301  ", max_length=3) == "ab\u00e9"
    assert "at most 3" in refusal("text", "abcd", max_length=3)


@given(EVERY_TEXT, st.booleans())
def test_cleaned_text_is_clean(typed: str, lines: bool) -> None:
    clean = text_clean(typed, lines=lines)
    assert text_clean(clean, lines=lines) == clean
    assert not DIRECTIONS.search(clean)
    assert unicodedata.is_normalized("NFC", clean)
    controls = {c for c in clean if unicodedata.category(c) in {"Cc", "Zl", "Zp"}}
    assert controls <= ({"\n", "\t"} if lines else set())
    assert is_blank(typed) == (clean == "")


@pytest.mark.parametrize("typed", ["gb", "GB", " Gb ", "g\u200bb", "\u202aGB\u202c"])
def test_a_country_is_read_in_any_case(typed: str) -> None:
    assert read("country", typed) == "GB"


def test_kosovo_is_a_country() -> None:
    assert read("country", "xk") == "XK"
    assert len(countries()) == 250


@pytest.mark.parametrize("typed", ["XX", "Germany", "G B", "DEU"])
def test_a_country_that_is_none_is_refused_in_one_sentence(typed: str) -> None:
    assert refusal("country", typed) == "Choose a country by its code of two letters, like GB."


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("gold plan", "Gold Plan"),
        (" GOLD \u00a0 PLAN ", "Gold Plan"),
        ("Basic", "basic"),
        ("XL", "XL"),
        ("xl", "xl"),
    ],
)
def test_a_choice_is_read_where_it_can_be_only_one(typed: str, value: str) -> None:
    assert read("choice", typed) == value


@pytest.mark.parametrize("typed", ["Xl", " XL", "gold", "{x}"])
def test_another_choice_is_refused_in_one_sentence(typed: str) -> None:
    assert refusal("choice", typed) == "Choose one of the answers that the form offers."


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_has_no_pattern_and_no_null(kind: str) -> None:
    schema = form_json_schema(form(kind, required=False))["properties"]["it"]
    assert "pattern" not in schema
    assert "anyOf" not in schema
    assert "default" not in schema
    assert schema["type"] == ("array" if kind == "file" else "string")
    assert ("enum" in schema) == (kind in {"country", "choice"})
