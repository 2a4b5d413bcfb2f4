"""Texts that people read, in one language or in several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

Words: TypeAlias = str | dict[str, str]
LANGUAGE = r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$"
"""A language tag (BCP 47): the language, and where needed its script and region."""


@dataclass(frozen=True, slots=True)
class InWords:
    """Marks a text of at most ``longest`` characters, or one for each language."""

    longest: int
    needed: bool = False

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        text = {"type": "string", "minLength": int(self.needed), "maxLength": self.longest}
        each = {
            "type": "object",
            "propertyNames": {"pattern": LANGUAGE},
            "additionalProperties": text,
            "minProperties": 1,
        }
        return {"anyOf": [text, each]}

    def _read(self, value: Any) -> Words:
        if isinstance(value, str):
            return self._measured(value)
        if isinstance(value, int | float):
            raise PydanticCustomError(
                "text_expected", "write a text here; a number goes into quotes to be one"
            )
        if not isinstance(value, Mapping) or not value:
            raise PydanticCustomError(
                "words",
                "write a text, or one for each language, such as {en: Order, de: Bestellung}",
            )
        for language, words in value.items():
            if not isinstance(words, str):
                raise PydanticCustomError(
                    "words", "write a text for `{language}`", {"language": str(language)}
                )
            self._measured(words)
        return {str(language): words for language, words in value.items()}

    def _measured(self, text: str) -> str:
        if len(text) > self.longest:
            raise PydanticCustomError(
                "text_too_long",
                "at most {longest} characters are possible here; this has {length}",
                {
                    "longest": f"{self.longest:,}",
                    "length": f"{len(text):,}",
                    "most": self.longest,
                },
            )
        if self.needed and not text:
            raise PydanticCustomError("text_empty", "this is empty: write at least 1 character")
        return text


Label: TypeAlias = Annotated[Words, InWords(200, needed=True)]
Title: TypeAlias = Annotated[Words, InWords(200)]
Hint: TypeAlias = Annotated[Words, InWords(1000)]
Prose: TypeAlias = Annotated[Words, InWords(5000)]


def words_in(words: Words, language: str, fallback: str) -> str:
    """The text in a language, or else in the ``fallback``, or else in the first that there is."""
    if isinstance(words, str):
        return words
    return words.get(language) or words.get(fallback) or next(iter(words.values()), "")
