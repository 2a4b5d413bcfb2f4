"""The questions of a form, as a definition writes them: one model for each kind."""

from __future__ import annotations

import zoneinfo
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal, Self, TypeAlias, get_args

import phonenumbers
import pycountry
from pydantic import AfterValidator, Field, StringConstraints, model_validator

from waybill_definitions.document.shape.part import Part
from waybill_definitions.document.shape.patterns import pattern_read
from waybill_definitions.document.shape.words import Hint, InWords, Label, Words
from waybill_definitions.text.coded import Coded, FaultCode

QuestionKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,62}$")]
Template = Annotated[str, StringConstraints(max_length=20_000)]
MOST_CHOICES = 1000
MOST_ROWS = 500
LARGEST_DIGITS = 15
"""In front of the point of a decimal number."""

FileKind = Literal[
    "pdf", "png", "jpeg", "gif", "webp", "heic", "docx", "xlsx", "pptx", "odt", "zip", "csv", "txt"
]


class Choice(Part):
    """One answer that a form offers: what is stored, and what people read."""

    value: str = Field(min_length=1, max_length=200)
    label: Label


class LiveChoices(Part):
    """Answers that are looked up at a connected system when they are asked for."""

    connection: str = Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=50)
    list: str = Field(min_length=1, max_length=100, description="Such as products.")


class Asked(Part):
    """What every kind of question has.

    ``sensitive``: its answers are encrypted at rest and masked wherever they would be shown.
    ``show_if``: a condition on the answers above it. An answer that is not asked for is not taken.
    """

    label: Label = Field(description="What people are asked.")
    required: bool = True
    help: Hint = Field(default="", description="A hint below the question.")
    show_if: Template | bool = Field(
        default="", description="A condition, ${{ … }}, on the answers above. False: not asked."
    )
    sensitive: bool = Field(
        default=False, description="Encrypted at rest, and masked wherever it would be shown."
    )


class _Typed(Asked):
    """What a person types into a line."""

    placeholder: Hint = Field(default="", description="An example inside the field.")
    default: str = Field(default="", max_length=10_000, description="What stands there at first.")
    autocomplete: str = Field(
        default="", max_length=100, description="What browsers fill in (the HTML attribute)."
    )


class _Text(_Typed):
    min_length: int = Field(default=0, ge=0, le=10_000)
    max_length: int = Field(
        default=200, ge=1, le=10_000, description="In characters after cleaning."
    )
    pattern: Annotated[str, AfterValidator(pattern_read)] = Field(
        default="", max_length=500, description="What the whole text matches (RE2): [A-Z]{2}[0-9]+"
    )
    pattern_message: Hint = Field(default="", description="What people read who miss it.")

    @model_validator(mode="after")
    def _lengths_fit(self) -> Self:
        if self.min_length > self.max_length:
            raise ValueError(
                Coded(
                    FaultCode.LENGTH_CROSSED,
                    "`min_length` is more than `max_length`; no text could be both",
                )
            )
        return self


class TextQuestion(_Text):
    """One line."""

    kind: Literal["text"]


class MultilineQuestion(_Text):
    """Several lines."""

    kind: Literal["multiline"]


class EmailQuestion(_Typed):
    kind: Literal["email"]


class UrlQuestion(_Typed):
    """An address in the web, http or https."""

    kind: Literal["url"]


class PhoneQuestion(_Typed):
    """A phone number, stored as E.164.

    ``region``: ISO 3166-1 alpha-2, where numbers without a country code are from; None: they are
    refused.
    """

    kind: Literal["phone"]
    region: str | None = Field(
        default=None, description="Where numbers without a country code are from (AT)."
    )

    @model_validator(mode="after")
    def _region_is_known(self) -> Self:
        if self.region is not None and self.region not in phonenumbers.SUPPORTED_REGIONS:
            raise ValueError(
                Coded(
                    FaultCode.REGION_UNKNOWN,
                    f"no phone numbers are known of the region `{self.region}`; write two letters,"
                    " such as AT",
                    region=self.region,
                )
            )
        return self


def _ordered(least: Any, most: Any) -> None:
    if least is not None and most is not None and least > most:
        raise ValueError(
            Coded(
                FaultCode.LIMITS_CROSSED,
                "`minimum` is more than `maximum`; no answer could be both",
            )
        )


_SAFE = 2**53 - 1
"""Browsers count whole numbers exactly up to here."""


class IntegerQuestion(_Typed):
    """A whole number."""

    kind: Literal["integer"]
    minimum: int | None = Field(default=None, ge=-_SAFE, le=_SAFE)
    maximum: int | None = Field(default=None, ge=-_SAFE, le=_SAFE)

    @model_validator(mode="after")
    def _range(self) -> Self:
        _ordered(self.minimum, self.maximum)
        return self


_Exact = Annotated[Decimal, Field(max_digits=21, decimal_places=6, allow_inf_nan=False)]


class _Fraction(_Typed):
    minimum: _Exact | None = None
    maximum: _Exact | None = None

    @model_validator(mode="after")
    def _range(self) -> Self:
        _ordered(self.minimum, self.maximum)
        return self


class DecimalQuestion(_Fraction):
    """A number with a fraction, stored as text with its digits: never a binary fraction."""

    kind: Literal["decimal"]
    decimals: int = Field(default=2, ge=1, le=6, description="Places after the point, at most.")


class MoneyQuestion(_Fraction):
    """An amount and its currency (ISO 4217), with as many places as the currency has."""

    kind: Literal["money"]
    currencies: list[str] = Field(default=["EUR"], min_length=1, max_length=50)

    @model_validator(mode="after")
    def _currencies_are_known(self) -> Self:
        for code in self.currencies:
            if pycountry.currencies.get(alpha_3=code) is None:
                raise ValueError(
                    Coded(
                        FaultCode.CURRENCY_UNKNOWN,
                        f"`{code}` is no currency of ISO 4217; write three letters: EUR",
                        currency=code,
                    )
                )
        return self


Day = Annotated[
    str,
    StringConstraints(pattern=r"^(?:\d{4}-\d{2}-\d{2}|today(?:[+-]\d{1,5})?)$"),
    AfterValidator(lambda text: _day_read(text)),
]


class DateQuestion(_Typed):
    """A day. Limits are days or are counted from the day of the answer: `today`, `today+14`."""

    kind: Literal["date"]
    minimum: Day | None = None
    maximum: Day | None = None


def day_limit(text: str, today: date) -> date:
    """The day that a limit means. Raises ValueError and OverflowError for none."""
    if not text.startswith("today"):
        return date.fromisoformat(text)
    return today + timedelta(days=int(text.removeprefix("today") or 0))


def _day_read(text: str) -> str:
    try:
        day_limit(text, date(2000, 1, 1))
    except (ValueError, OverflowError):
        raise ValueError(
            Coded(
                FaultCode.DAY_UNKNOWN, "there is no such day; write 2026-12-31, today or today+14"
            )
        ) from None
    return text


_Clock = Annotated[str, StringConstraints(pattern=r"^(?:[01]\d|2[0-3]):[0-5]\d$")]


class TimeQuestion(_Typed):
    """A time of the day, to the minute."""

    kind: Literal["time"]
    minimum: _Clock | None = None
    maximum: _Clock | None = None

    @model_validator(mode="after")
    def _range(self) -> Self:
        _ordered(self.minimum, self.maximum)
        return self


def _zone_known(name: str) -> str:
    if name not in zoneinfo.available_timezones():
        raise ValueError(
            Coded(
                FaultCode.ZONE_UNKNOWN,
                f"`{name}` is no time zone; write one such as Europe/Vienna",
                zone=name,
            )
        )
    return name


class DatetimeQuestion(Asked):
    """A point in time with its zone. ``zone``: what a page proposes (IANA)."""

    kind: Literal["datetime"]
    zone: Annotated[str, AfterValidator(_zone_known)] = "UTC"


class BooleanQuestion(Asked):
    """Yes or no."""

    kind: Literal["boolean"]
    default: bool | None = None


class ConsentQuestion(Asked):
    """Something to agree to. The text that was agreed to is stored with the answer."""

    kind: Literal["consent"]
    text: Annotated[Words, InWords(5000, needed=True)]


class _Chosen(Asked):
    choices: list[Choice] = Field(default_factory=list, max_length=MOST_CHOICES)
    from_: LiveChoices | None = Field(
        default=None, alias="from", description="Looked up at a connection instead."
    )

    @model_validator(mode="after")
    def _choices_are_different(self) -> Self:
        values = [choice.value for choice in self.choices]
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice is not None:
            sentence = f"two choices have the value `{twice}`; give each its own"
            raise ValueError(Coded(FaultCode.CHOICES_TWICE, sentence, value=twice))
        return self

    @model_validator(mode="after")
    def _from_one_place(self) -> Self:
        if self.choices and self.from_ is not None:
            raise ValueError(Coded(FaultCode.CHOICES_OR_FROM, "give `choices` or `from`, not both"))
        return self


class ChoiceQuestion(_Chosen):
    """One of several answers."""

    kind: Literal["choice"]
    default: str = Field(default="", max_length=200)
    autocomplete: str = Field(default="", max_length=100)


class ChoicesQuestion(_Chosen):
    """Any of several answers."""

    kind: Literal["choices"]
    minimum: int = Field(default=0, ge=0, le=MOST_CHOICES)
    maximum: int = Field(default=MOST_CHOICES, ge=1, le=MOST_CHOICES)

    @model_validator(mode="after")
    def _range(self) -> Self:
        _ordered(self.minimum, self.maximum)
        return self


class CountryQuestion(Asked):
    """A country by its code (ISO 3166-1 alpha-2)."""

    kind: Literal["country"]
    default: str = Field(default="", max_length=2)
    autocomplete: str = Field(default="", max_length=100)


class AddressQuestion(Asked):
    """A postal address: street, more, postcode, city, region, country."""

    kind: Literal["address"]


class RatingQuestion(Asked):
    """A number of stars."""

    kind: Literal["rating"]
    most: int = Field(default=5, ge=2, le=10)


class SignatureQuestion(Asked):
    """A name that is typed, and drawn where a person can."""

    kind: Literal["signature"]


class FileQuestion(Asked):
    """Files to send along."""

    kind: Literal["file"]
    accept: list[FileKind] = Field(default=["pdf", "png", "jpeg"], min_length=1)
    max_bytes: int = Field(default=10 * 1024 * 1024, ge=1, description="Of one file.")
    max_files: int = Field(default=1, ge=1, le=20)

    @model_validator(mode="after")
    def _files_are_for_few_anyway(self) -> Self:
        if self.sensitive:
            raise ValueError(
                Coded(
                    FaultCode.FILES_SENSITIVE,
                    "leave `sensitive` out: only those who may read sensitive answers get files"
                    " anyway",
                )
            )
        return self


class HiddenQuestion(Asked):
    """What a link brings along: `/f/order?campaign=spring`."""

    kind: Literal["hidden"]
    label: Hint = Field(default="", description="For those who read the answers.")
    required: bool = False
    query: str = Field(
        default="",
        max_length=63,
        pattern=r"^[A-Za-z0-9_.~-]*$",
        description="Its name in the link.",
    )
    max_length: int = Field(default=200, ge=1, le=10_000)


class CalculatedQuestion(Asked):
    """What the answers above it give. It is shown, and computed again when it is sent."""

    kind: Literal["calculated"]
    required: Literal[False] = False
    value: Template = Field(min_length=1, description="An expression: ${{ … }}.")
    type: Literal["text", "integer", "decimal", "boolean"] = Field(
        default="text", description="Of what it gives. A decimal is a text with digits."
    )
    optional: bool = Field(
        default=False, description="Whether it may give nothing, as where an answer is left out."
    )


_InRows: TypeAlias = (
    TextQuestion
    | MultilineQuestion
    | EmailQuestion
    | UrlQuestion
    | PhoneQuestion
    | IntegerQuestion
    | DecimalQuestion
    | MoneyQuestion
    | DateQuestion
    | TimeQuestion
    | DatetimeQuestion
    | BooleanQuestion
    | ConsentQuestion
    | ChoiceQuestion
    | ChoicesQuestion
    | CountryQuestion
    | AddressQuestion
    | RatingQuestion
    | SignatureQuestion
    | CalculatedQuestion
)
RowQuestion: TypeAlias = Annotated[_InRows, Field(discriminator="kind")]
"""A question inside a group."""


class GroupQuestion(Asked):
    """Rows of questions, such as the lines of an order."""

    kind: Literal["group"]
    minimum: int = Field(default=0, ge=0, le=MOST_ROWS, description="Rows, at least.")
    maximum: int = Field(default=50, ge=1, le=MOST_ROWS, description="Rows, at most.")
    row_label: Hint = Field(default="", description="What one row is called: Part.")
    fields: dict[QuestionKey, RowQuestion] = Field(min_length=1, max_length=50)

    @model_validator(mode="after")
    def _range(self) -> Self:
        _ordered(self.minimum, self.maximum)
        return self

    @model_validator(mode="after")
    def _sensitive_as_a_whole(self) -> Self:
        hidden = next((key for key, each in self.fields.items() if each.sensitive), None)
        if hidden is not None:
            raise ValueError(
                Coded(
                    FaultCode.GROUP_SENSITIVE,
                    f"make the whole group `sensitive`, not `{hidden}` in it alone",
                    key=hidden,
                )
            )
        return self


Question: TypeAlias = Annotated[
    _InRows | FileQuestion | HiddenQuestion | GroupQuestion, Field(discriminator="kind")
]
"""One question of a form."""

KINDS: dict[str, type[Asked]] = {
    get_args(model.model_fields["kind"].annotation)[0]: model
    for model in get_args(get_args(Question)[0])
}
"""The model of each kind."""
KINDS_IN_ROWS = tuple(
    get_args(model.model_fields["kind"].annotation)[0]
    for model in get_args(get_args(RowQuestion)[0])
)
