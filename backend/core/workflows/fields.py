"""Typed field definitions of a form, and the Pydantic type of each."""

from __future__ import annotations

import functools
import uuid
from typing import Annotated, Any, Literal, Self

import pycountry
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    EmailStr,
    Field,
    JsonValue,
    StringConstraints,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from core.text.typed import typed_clean, typed_code
from core.workflows.emails import email_alone, email_deliverable, email_plain
from core.workflows.files import FileKind
from core.workflows.phones import phone_clean

Kind = Literal["text", "multiline", "email", "phone", "country", "choice", "file"]

_PHONE_MAX = 64
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
    accept: list[FileKind] = Field(default=["pdf", "png", "jpeg"], min_length=1)
    max_bytes: int = Field(default=10 * 1024 * 1024, ge=1, description="Of one file.")
    max_files: int = Field(default=1, ge=1, le=20)
    region: str | None = Field(
        default=None,
        pattern=r"^[A-Z]{2}$",
        description="Of a phone number: the country whose national form is understood.",
    )
    sensitive: bool = False

    @model_validator(mode="after")
    def _files_are_for_few_anyway(self) -> Self:
        if self.kind == "file" and self.sensitive:
            raise ValueError("files are only for those who may read sensitive answers anyway")
        return self


def field_type(field: FormField) -> Any:
    """The annotation that validates one answer to this field."""
    match field.kind:
        case "email":
            return Annotated[
                EmailStr,
                WrapValidator(email_plain),
                BeforeValidator(email_alone),
                AfterValidator(email_deliverable),
                Field(max_length=_EMAIL_MAX),
            ]
        case "phone":
            return Annotated[
                str,
                AfterValidator(functools.partial(phone_clean, region=field.region)),
                Field(max_length=_PHONE_MAX),
            ]
        case "country":
            return _one_of(countries(), "Give the country as a code of two letters, such as GB.")
        case "choice":
            offered = tuple((choice.value, choice.label) for choice in field.choices)
            return _one_of(offered, "Choose one of the answers that the form offers.")
        case "file":
            return Annotated[
                list[uuid.UUID],
                Field(min_length=1 if field.required else 0, max_length=field.max_files),
                AfterValidator(_each_once),
            ]
        case "text":
            return Annotated[
                str,
                BeforeValidator(typed_clean),
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
                BeforeValidator(typed_clean),
                StringConstraints(
                    strip_whitespace=True,
                    min_length=1 if field.required else 0,
                    max_length=field.max_length,
                ),
            ]


@functools.cache
def countries() -> tuple[tuple[str, str], ...]:
    """ISO 3166-1 alpha-2 codes and Kosovo's, with English short names, by name."""
    named = [(c.alpha_2, getattr(c, "common_name", c.name)) for c in pycountry.countries]
    # No code of ISO 3166-1 yet. The European Union and the banks (SWIFT) use this one.
    named.append(("XK", "Kosovo"))
    return tuple(sorted(named, key=lambda pair: pair[1]))


def _one_of(options: tuple[tuple[str, str], ...], refusal: str) -> Any:
    """A code of a list. Another case or spaces around it are no matter where one code is meant."""
    shown: list[JsonValue] = [{"const": value, "title": label} for value, label in options]
    by_value = {value: value for value, _ in options}
    folded: dict[str, list[str]] = {}
    for value in by_value:
        folded.setdefault(value.casefold(), []).append(value)

    def known(value: str) -> str:
        meant = by_value.get(value) or next(iter(folded.get(_folded(value), [])), None)
        if meant is None or (value not in by_value and len(folded[_folded(value)]) > 1):
            raise PydanticCustomError("choice", refusal)
        return meant

    return Annotated[
        str,
        AfterValidator(known),
        Field(json_schema_extra={"oneOf": shown}),
    ]


def _folded(value: str) -> str:
    return str(typed_code(value)).casefold()


def _each_once(ids: list[uuid.UUID]) -> list[uuid.UUID]:
    if len(set(ids)) != len(ids):
        raise PydanticCustomError("twice", "Name each file once.")
    return ids
