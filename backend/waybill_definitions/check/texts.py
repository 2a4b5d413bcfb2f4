"""Every text of a definition that people read, with its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from waybill_definitions.document import Path, Words


def texts_of(part: Any, path: Path = ()) -> Iterator[tuple[Path, Words]]:
    """The texts in a part of a definition and below, in its order: one, or one in each language."""
    if isinstance(part, BaseModel):
        for name, info in type(part).model_fields.items():
            value, at = getattr(part, name), (*path, info.alias or name)
            if info.annotation == Words:
                yield at, value
            else:
                yield from texts_of(value, at)
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from texts_of(value, (*path, key))
    elif isinstance(part, list):
        for number, value in enumerate(part):
            yield from texts_of(value, (*path, number))
