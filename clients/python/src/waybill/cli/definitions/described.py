"""A kind of system as the API describes it, for a check without the server's code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from json_schema_to_pydantic import create_model
from pydantic import BaseModel
from waybill_definitions.check import KnownAction, KnownSystem
from waybill_definitions.expressions import shape_of_schema

_EXPOSED = "x-exposed"


def system_described(connector: Mapping[str, Any]) -> KnownSystem:
    """``connector``: an item of `GET /api/v1/connectors`."""
    return KnownSystem(
        title=connector["title"],
        actions={each["name"]: _action(each) for each in connector["actions"]},
        lists=[each["name"] for each in connector["lists"]],
    )


def _action(action: Mapping[str, Any]) -> KnownAction:
    wanted = action["input_schema"]
    return KnownAction(
        name=action["name"],
        title=action["title"],
        input=shape_of_schema(wanted),
        output=shape_of_schema(action["output_schema"]),
        literals=_validating(wanted),
        exposed={
            name: member[_EXPOSED]
            for name, member in wanted.get("properties", {}).items()
            if _EXPOSED in member
        },
    )


def _validating(schema: dict[str, Any]) -> type[BaseModel]:
    """Rules that JSON Schema cannot say are the server's alone: `waybill plan` asks it."""
    model: type[BaseModel] = create_model(
        schema, allow_undefined_array_items=True, allow_undefined_type=True
    )
    return model
