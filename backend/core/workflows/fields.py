"""Typed field definitions of a form, and the Pydantic type of each."""

from __future__ import annotations

import functools
import uuid
from collections.abc import Callable
from typing import Annotated, Any, Literal, Self

import phonenumbers
import pycountry
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    EmailStr,
    Field,
    StringConstraints,
    ValidationInfo,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from core.text.typed import is_blank, text_clean
from core.workflows.codes import code_match
from core.workflows.emails import email_typed
from core.workflows.files import FileKind
from core.workflows.phones import LONGEST_TYPED, phone_clean

Kind = Literal["text", "multiline", "email", "phone", "country", "choice", "file"]

_EMAIL_MAX = 254  # RFC 5321 §4.5.3.1.3, less the angle brackets


class Choice(BaseModel):
    model_config = ConfigDict(extra="forbid")

    value: str
    label: str


class FormField(BaseModel):
    """One question of a form. ``max_length`` counts the characters of the cleaned text.

    ``region``: ISO 3166-1 alpha-2, where phone numbers without a country code are from; None: they
    are refused.

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
    region: str | None = None
    sensitive: bool = False

    @model_validator(mode="after")
    def _region_is_known(self) -> Self:
        if self.region is not None and self.region not in phonenumbers.SUPPORTED_REGIONS:
            raise ValueError(f"no phone numbers are known of the region {self.region!r}")
        return self

    @model_validator(mode="after")
    def _files_are_for_few_anyway(self) -> Self:
        if self.kind == "file" and self.sensitive:
            raise ValueError("files are only for those who may read sensitive answers anyway")
        return self


KEPT = "kept"
"""In the context of a validation: answers by key, accepted before, that stay as they are."""


def field_type(field: FormField) -> Any:
    """The annotation that validates one answer to this field.

    No answer at all, null, an empty one and one of which nothing can be seen are the same: None
    where the field is optional, else "This field is needed."
    """
    kept = WrapValidator(functools.partial(_unless_kept, field.key))
    if field.required:
        return Annotated[_answer_type(field), BeforeValidator(_needed), kept]
    return Annotated[_answer_type(field) | None, BeforeValidator(_or_none), kept]


def _answer_type(field: FormField) -> Any:
    match field.kind:
        case "email":
            return Annotated[EmailStr, WrapValidator(email_typed), Field(max_length=_EMAIL_MAX)]
        case "phone":
            return Annotated[
                str,
                Field(max_length=LONGEST_TYPED),
                AfterValidator(functools.partial(phone_clean, region=field.region)),
            ]
        case "country":
            return _one_of(countries(), "Choose a country by its code of two letters, like GB.")
        case "choice":
            options = tuple((choice.value, choice.label) for choice in field.choices)
            return _one_of(options, "Choose one of the answers that the form offers.")
        case "file":
            return Annotated[
                list[uuid.UUID],
                Field(min_length=1 if field.required else 0, max_length=field.max_files),
                AfterValidator(_each_once),
            ]
        case "text" | "multiline":
            return Annotated[
                str,
                StringConstraints(
                    min_length=1 if field.required else 0, max_length=field.max_length
                ),
                BeforeValidator(functools.partial(_text, lines=field.kind == "multiline")),
            ]


@functools.cache
def countries() -> tuple[tuple[str, str], ...]:
    """ISO 3166-1 alpha-2 codes with English short names, by name.

    And XK, which ISO 3166-1 leaves to its users and Kosovo's numbers, banks and post use.
    """
    named = ((c.alpha_2, getattr(c, "common_name", c.name)) for c in pycountry.countries)
    return tuple(sorted((*named, ("XK", "Kosovo")), key=lambda pair: pair[1]))


def _one_of(options: tuple[tuple[str, str], ...], otherwise: str) -> Any:
    """The schema names the options; other spellings of one are read besides."""
    shown: list[Any] = [{"const": value, "title": label} for value, label in options]
    return Annotated[
        str,
        AfterValidator(code_match(tuple(value for value, _ in options), otherwise)),
        Field(json_schema_extra=lambda schema: schema.update(oneOf=shown)),
    ]


def _unless_kept(key: str, value: Any, validate: Callable[[Any], Any], info: ValidationInfo) -> Any:
    kept = info.context[KEPT] if info.context else {}
    return value if key in kept and value == kept[key] else validate(value)


def _needed(value: Any) -> Any:
    if _is_absent(value):
        raise PydanticCustomError("needed", "This field is needed.")
    return value


def _or_none(value: Any) -> Any:
    return None if _is_absent(value) else value


def _is_absent(value: Any) -> bool:
    return value is None or value == [] or (isinstance(value, str) and is_blank(value))


def _text(value: Any, *, lines: bool) -> Any:
    return text_clean(value, lines=lines) if isinstance(value, str) else value


def _each_once(ids: list[uuid.UUID]) -> list[uuid.UUID]:
    if len(set(ids)) != len(ids):
        raise PydanticCustomError("twice", "Name each file once.")
    return ids
