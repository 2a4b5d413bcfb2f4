"""Typed field definitions of a form, and the Pydantic type of each."""

from __future__ import annotations

import functools
from typing import Annotated, Any, Literal

import phonenumbers
import pycountry
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    EmailStr,
    Field,
    StringConstraints,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from core.workflows.emails import email_plain

Kind = Literal["text", "multiline", "email", "phone", "country", "choice"]

_PHONE_PATTERN = r"^\+[0-9][0-9 ()./\-]{5,28}$"
_ONE_LINE = r"^[^\x00-\x1f\x7f\u0085\u2028\u2029]*$"
_EMAIL_MAX = 254  # RFC 5321 §4.5.3.1.3, less the angle brackets


class Choice(BaseModel):
    model_config = ConfigDict(extra="forbid")

    value: str
    label: str


class FormField(BaseModel):
    """One question of a form. ``max_length`` counts characters.

    ``sensitive``: its answers are encrypted at rest and masked wherever they would be shown.
    """

    model_config = ConfigDict(extra="forbid")

    key: str = Field(pattern=r"^[a-z][a-z0-9_]{0,62}$")
    label: str
    kind: Kind
    required: bool = True
    help: str = ""
    autocomplete: str = ""
    max_length: int = Field(default=200, ge=1, le=10_000)
    choices: list[Choice] = Field(default_factory=list)
    sensitive: bool = False


def field_type(field: FormField) -> Any:
    """The annotation that validates one answer to this field."""
    match field.kind:
        case "email":
            return Annotated[EmailStr, WrapValidator(email_plain), Field(max_length=_EMAIL_MAX)]
        case "phone":
            return Annotated[
                str,
                StringConstraints(strip_whitespace=True, pattern=_PHONE_PATTERN),
                AfterValidator(_phone_possible),
            ]
        case "country":
            return _one_of(countries())
        case "choice":
            return _one_of(tuple((choice.value, choice.label) for choice in field.choices))
        case "text":
            return Annotated[
                str,
                StringConstraints(
                    strip_whitespace=True,
                    min_length=1 if field.required else 0,
                    max_length=field.max_length,
                    pattern=_ONE_LINE,
                ),
            ]
        case "multiline":
            return Annotated[
                str,
                StringConstraints(
                    strip_whitespace=True,
                    min_length=1 if field.required else 0,
                    max_length=field.max_length,
                ),
            ]


@functools.cache
def countries() -> tuple[tuple[str, str], ...]:
    """ISO 3166-1 alpha-2 codes with English short names, by name."""
    named = ((c.alpha_2, getattr(c, "common_name", c.name)) for c in pycountry.countries)
    return tuple(sorted(named, key=lambda pair: pair[1]))


def _one_of(options: tuple[tuple[str, str], ...]) -> Any:
    values = tuple(value for value, _ in options)
    shown = [{"const": value, "title": label} for value, label in options]
    return Annotated[
        Literal[values],
        Field(json_schema_extra=lambda schema: _as_one_of(schema, shown)),
    ]


def _as_one_of(schema: dict[str, Any], shown: list[dict[str, str]]) -> None:
    schema.pop("enum", None)
    schema["oneOf"] = shown


def _phone_possible(value: str) -> str:
    try:
        possible = phonenumbers.is_possible_number(phonenumbers.parse(value))
    except phonenumbers.NumberParseException:
        possible = False
    if not possible:
        raise PydanticCustomError(
            "phone", "Give a phone number with its country code, for example +44 20 7946 0958."
        )
    return value
