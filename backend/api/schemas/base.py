from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from core.sentences import told


class In(BaseModel):
    """A body that comes in: unknown fields are refused by name."""

    model_config = ConfigDict(extra="forbid")


class Out(BaseModel):
    """A body that goes out: every field is always present."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)


def without_nul(text: str) -> str:
    if "\0" in text:
        raise PydanticCustomError("nul", "Text must not contain the NUL character.")
    return text


Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=50)]
Text = Annotated[str, AfterValidator(without_nul)]
Told = Annotated[str, AfterValidator(told)]
"""What went wrong, in words that are stored in English: in the language of whoever reads it."""
Json = dict[str, Any]
OpenedVersion = Annotated[
    int | None,
    Field(
        strict=True,
        ge=1,
        le=2**31 - 1,
        description="The `version` of the form that a page was drawn from. It is taken for a day "
        "after a newer one came. Without, the newest one judges what is sent.",
    ),
]
