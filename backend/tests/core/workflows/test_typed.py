"""What people type and paste into a form, and what becomes of it."""
# ruff: noqa: RUF001  # the odd characters are what is tested

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError, create_model

from core.text.typed import is_nothing, typed_clean
from core.workflows.fields import Choice, FormField, countries, field_type
from core.workflows.forms import _model
from core.workflows.phones import phone_clean

LONDON = "+442079460958"
DIRECTION = set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
WITHOUT_SIGHT = [
    "\u200b",
    " \u2060 ",
    "\u3164",
    "\u2800",
    "\ufe0f",
    "\U000e0041",
    "\u00ad\u200d",
    "\x00",
]


def answer(kind: str, value: Any, **options: Any) -> Any:
    field = FormField(key="it", label="It", kind=kind, **options)  # type: ignore[arg-type]
    model: type[BaseModel] = create_model("Answer", it=(field_type(field), ...))
    return model.model_validate({"it": value}).model_dump(mode="json")["it"]


def refusal(kind: str, value: Any, **options: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        answer(kind, value, **options)
    return str(caught.value.errors()[0]["msg"])


@pytest.mark.parametrize(
    "pasted",
    [
        "+44\u00a020\u00a07946\u00a00958",
        "\u202a+44 20 7946 0958\u202c",
        "+44\u201120\u20117946\u20110958",
        "＋４４ ２０ ７９４６ ０９５８",
        "tel:+44-20-7946-0958",
        "TEL: +44 20 7946 0958",
        "0044 20 7946 0958",
        "+44 (0)20 7946 0958",
        "  +442079460958\t",
    ],
)
def test_a_pasted_phone_number_is_understood(pasted: str) -> None:
    assert answer("phone", pasted) == LONDON


@pytest.mark.parametrize("typed", ["020 7946 0958", "(020) 7946-0958", LONDON, "0044 20 79460958"])
def test_a_national_number_is_understood_where_the_form_names_its_country(typed: str) -> None:
    assert answer("phone", typed, region="GB") == LONDON


@pytest.mark.parametrize("typed", ["+1 555 010 9999", "020 7946 0958", "+44 1", "none", "٣", "+"])
def test_a_number_that_cannot_be_called_is_refused_in_one_sentence(typed: str) -> None:
    assert refusal("phone", typed).startswith("Give a phone number with its country code")


def test_an_extension_is_asked_for_elsewhere() -> None:
    assert "without its extension" in refusal("phone", "+44 20 7946 0958 ext. 12")


@given(st.lists(st.sampled_from([*sorted(DIRECTION), "\u00a0", "\u200b", "-", " "]), max_size=6))
def test_decoration_does_not_change_a_number(marks: list[str]) -> None:
    digits = list(LONDON)
    for place, mark in enumerate(marks):
        digits.insert(2 + 2 * place, mark)
    assert phone_clean("".join(digits)) == LONDON


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" ada@example.com ", "ada@example.com"),
        ("\u202aada@example.com\u202c", "ada@example.com"),
        ("ada@bücher.example", "ada@bücher.example"),
        ("Ada.Byron+x@Example.COM", "Ada.Byron+x@example.com"),
    ],
)
def test_an_address_is_kept_as_it_is_written_to(typed: str, kept: str) -> None:
    assert answer("email", typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["Ada <ada@example.com>", "a@example.com, b@example.com", '"a b"@example.com', "a@b@c.example"],
)
def test_more_than_an_address_is_refused(typed: str) -> None:
    assert refusal("email", typed)


@pytest.mark.parametrize("typed", ["josé@exämple.com", "ü@example.com", "почта@example.com"])
def test_an_address_that_no_step_can_write_to_is_refused(typed: str) -> None:
    assert "No mail can be sent to this address" in refusal("email", typed)


@pytest.mark.parametrize("typed", ["gb", " GB ", "Gb", "ＧＢ"])
def test_a_country_is_known_in_any_case(typed: str) -> None:
    assert answer("country", typed) == "GB"


def test_kosovo_is_a_country() -> None:
    assert answer("country", "xk") == "XK"
    assert dict(countries())["XK"] == "Kosovo"


def test_a_wrong_country_is_told_in_a_short_sentence() -> None:
    assert refusal("country", "United Kingdom") == (
        "Give the country as a code of two letters, such as GB."
    )


def test_a_choice_is_known_in_any_case_unless_two_differ_only_in_it() -> None:
    one = [Choice(value="Blue", label="Blue"), Choice(value="red", label="Red")]
    assert answer("choice", " blue ", choices=one) == "Blue"
    two = [Choice(value="A", label="Big"), Choice(value="a", label="Small")]
    assert answer("choice", "a", choices=two) == "a"
    assert refusal("choice", " A ", choices=two)


@pytest.mark.parametrize("kind", ["text", "multiline", "email", "phone", "country"])
@pytest.mark.parametrize("nothing", [None, "", "  \n", *WITHOUT_SIGHT])
def test_null_empty_unseen_and_missing_are_one(kind: str, nothing: str | None) -> None:
    wanted = FormField(key="it", label="It", kind=kind, required=True)  # type: ignore[arg-type]
    optional = wanted.model_copy(update={"key": "other", "required": False})
    model = _model(f"[{wanted.model_dump_json()},{optional.model_dump_json()}]")
    with pytest.raises(ValidationError) as caught:
        model.model_validate({"it": nothing, "other": nothing})
    assert [(item["loc"], item["type"]) for item in caught.value.errors()] == [(("it",), "missing")]


def test_an_unknown_answer_is_refused_even_if_it_says_nothing() -> None:
    with pytest.raises(ValidationError):
        _model("[]").model_validate({"who": ""})


@pytest.mark.parametrize(
    "kept", ["👩\u200d💻", "می\u200cخواهم", "क्\u200dष", "🏴\U000e0067\U000e0062\U000e007f", "é"]
)
def test_what_a_script_needs_stays(kept: str) -> None:
    assert answer("text", kept) == unicodedata.normalize("NFC", kept)


@given(st.text())
def test_no_text_can_turn_the_words_around_it(text: str) -> None:
    clean = typed_clean(text)
    assert isinstance(clean, str)
    assert DIRECTION.isdisjoint(clean)
    assert typed_clean(clean) == clean


@given(st.text(st.sampled_from("".join(WITHOUT_SIGHT) + " \t\n")))
def test_what_nobody_sees_is_nothing(text: str) -> None:
    assert is_nothing(text)


@given(st.text(min_size=1).filter(lambda text: any(char.isalnum() for char in text)))
def test_what_holds_a_letter_or_a_digit_is_something(text: str) -> None:
    letters = [char for char in text if char.isalnum() and char not in "\u3164\u115f\u1160\uffa0"]
    assert is_nothing(text) is (not letters)
