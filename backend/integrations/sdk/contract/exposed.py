"""Inputs of an action that stand in plain view elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

EXPOSED = "x-exposed"
"""The key in a JSON Schema under which a mark stands."""


@dataclass(frozen=True, slots=True)
class Exposed:
    """Marks an input of an action that is shown or logged elsewhere: no place for a secret.

    ``where``: in words, such as "the address of a request".
    """

    where: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        made: dict[str, Any] = handler(schema)
        return {**made, EXPOSED: self.where}


def exposed_of(model: type[BaseModel]) -> Mapping[str, str]:
    """The marked members of an input, by the name that a definition uses, and where they stand."""
    return {
        info.alias or name: mark.where
        for name, info in model.model_fields.items()
        for mark in info.metadata
        if isinstance(mark, Exposed)
    }
