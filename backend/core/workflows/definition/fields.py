"""One question of a form, as a definition writes it."""

from __future__ import annotations

from typing import Literal, Self

import phonenumbers
from pydantic import Field, model_validator

from core.workflows.definition.part import Part

Kind = Literal["text", "multiline", "email", "phone", "country", "choice", "file"]

FileKind = Literal[
    "pdf", "png", "jpeg", "gif", "webp", "heic", "docx", "xlsx", "pptx", "odt", "zip", "csv", "txt"
]


class Choice(Part):
    """One answer that a form offers: what is stored, and what people read."""

    value: str = Field(min_length=1, max_length=200)
    label: str = Field(min_length=1, max_length=200)


class Question(Part):
    """One question of a form. ``max_length`` counts the characters of the cleaned text.

    ``region``: ISO 3166-1 alpha-2, where phone numbers without a country code are from; None: they
    are refused.

    ``sensitive``: its answers are encrypted at rest and masked wherever they would be shown.
    """

    label: str = Field(min_length=1, max_length=200, description="What people are asked.")
    kind: Kind
    required: bool = True
    help: str = Field(default="", max_length=1000, description="A hint below the question.")
    autocomplete: str = Field(
        default="", max_length=100, description="What browsers fill in (the HTML attribute)."
    )
    max_length: int = Field(
        default=200, ge=1, le=10_000, description="Of a text, in characters after cleaning."
    )
    choices: list[Choice] = Field(
        default_factory=list, max_length=1000, description="Of a choice: the answers it offers."
    )
    accept: list[FileKind] = Field(
        default=["pdf", "png", "jpeg"], min_length=1, description="Of a file: the kinds it takes."
    )
    max_bytes: int = Field(default=10 * 1024 * 1024, ge=1, description="Of one file.")
    max_files: int = Field(default=1, ge=1, le=20)
    region: str | None = Field(
        default=None, description="Of a phone: where numbers without a country code are from (AT)."
    )
    sensitive: bool = Field(
        default=False, description="Encrypted at rest, and masked wherever it would be shown."
    )

    @model_validator(mode="after")
    def _region_is_known(self) -> Self:
        if self.region is not None and self.region not in phonenumbers.SUPPORTED_REGIONS:
            raise ValueError(
                f"no phone numbers are known of the region `{self.region}`; write two letters, such"
                " as AT"
            )
        return self

    @model_validator(mode="after")
    def _files_are_for_few_anyway(self) -> Self:
        if self.kind == "file" and self.sensitive:
            raise ValueError(
                "leave `sensitive` out: only those who may read sensitive answers get files anyway"
            )
        return self

    @model_validator(mode="after")
    def _choices_are_different(self) -> Self:
        values = [choice.value for choice in self.choices]
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice is not None:
            raise ValueError(f"two choices have the value `{twice}`; give each its own")
        return self


class FormField(Question):
    """A question with its key, as a version keeps it."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_]{0,62}$")
