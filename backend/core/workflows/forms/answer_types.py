"""The Pydantic type of each kind of question."""

from __future__ import annotations

import functools
import uuid
from collections.abc import Callable
from typing import Annotated, Any

import pycountry
from pydantic import (
    AfterValidator,
    BeforeValidator,
    EmailStr,
    Field,
    StringConstraints,
    ValidationInfo,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from core.text.phones import LONGEST_TYPED, phone_clean
from core.text.typed import is_blank, text_clean
from core.workflows.definition import FormField
from core.workflows.forms.codes import code_match
from core.workflows.forms.emails import email_typed

_EMAIL_MAX = 254  # RFC 5321 §4.5.3.1.3, less the angle brackets


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
