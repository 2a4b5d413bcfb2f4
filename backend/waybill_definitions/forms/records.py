"""Answers of several parts: addresses, what was agreed to, signatures."""

from __future__ import annotations

import functools
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from waybill_definitions.document import ConsentQuestion, words_in
from waybill_definitions.forms.codes import country_type
from waybill_definitions.text.typed import text_clean

LONGEST_DRAWING = 20_000
LANGUAGE = "language"
"""In the context of a validation: the language in which the form was shown."""


class Parts(BaseModel):
    """An answer of several parts. A blank part is one that is left out."""

    model_config = ConfigDict(extra="forbid")


def _part(longest: int) -> Any:
    return Annotated[
        str,
        BeforeValidator(_cleaned),
        StringConstraints(min_length=1, max_length=longest),
    ]


def _cleaned(value: Any) -> Any:
    return text_clean(value) if isinstance(value, str) else value


def _none_if_blank(value: Any) -> Any:
    return None if isinstance(value, str) and not text_clean(value) else value


def _optional(longest: int) -> Any:
    return Annotated[_part(longest) | None, BeforeValidator(_none_if_blank)]


def _drawing() -> Any:
    pattern = r"^(?:[ML]\d{1,5}(?:\.\d)? \d{1,5}(?:\.\d)?)+$"
    return Annotated[str, Field(max_length=LONGEST_DRAWING, pattern=pattern)]


class Address(Parts):
    """A postal address."""

    street: _part(200)  # type: ignore[valid-type]
    more: _optional(200) = None  # type: ignore[valid-type]
    postcode: _part(20)  # type: ignore[valid-type]
    city: _part(100)  # type: ignore[valid-type]
    region: _optional(100) = None  # type: ignore[valid-type]
    country: country_type()  # type: ignore[valid-type]


class Signature(Parts):
    """A typed name, and the line that was drawn: an SVG path of moves and lines (M, L)."""

    name: _part(200)  # type: ignore[valid-type]
    path: Annotated[_drawing() | None, BeforeValidator(_none_if_blank)] = None  # type: ignore[valid-type]


_PARTS = ("agreed", "text", "language")


def consent_type(question: ConsentQuestion) -> Any:
    """Sent as true; stored with the text that was agreed to, as it was shown.

    What was stored may be sent again, if the form still asks for that.
    """
    return Annotated[
        dict[str, Any],
        BeforeValidator(functools.partial(_agreed, question=question)),
        WithJsonSchema({"anyOf": [{"const": True}, {"type": "object"}]}),
    ]


def _agreed(value: Any, info: ValidationInfo, *, question: ConsentQuestion) -> dict[str, Any]:
    texts = [question.text] if isinstance(question.text, str) else question.text.values()
    if isinstance(value, dict) and value.get("agreed") is True and value.get("text") in texts:
        return {key: str(value.get(key, "")) if key != "agreed" else True for key in _PARTS}
    if value is not True:
        raise PydanticCustomError("agreed", "Tick this to agree, or leave it out.")
    language = (info.context or {}).get(LANGUAGE, "")
    text = words_in(question.text, language, "en")
    return {"agreed": True, "text": text, "language": language}


def each_once(values: list[Any]) -> list[Any]:
    """Raises PydanticCustomError for a value that comes twice."""
    if len({str(value) for value in values}) != len(values):
        raise PydanticCustomError("twice", "Name each one once.")
    return values


EACH_ONCE = AfterValidator(each_once)
