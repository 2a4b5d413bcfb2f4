"""A kind of system as the API describes it, for a check without the server's code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from json_schema_to_pydantic import create_model
from pydantic import BaseModel, EmailStr
from waybill_definitions.check import KnownAction, KnownSystem
from waybill_definitions.expressions import shape_of_schema

_EXPOSED = "x-exposed"
_EMAIL = "#/$defs/EmailAddress"


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
        _plain(schema),
        allow_undefined_array_items=True,
        allow_undefined_type=True,
        predefined_refs={_EMAIL: EmailStr},
    )
    return model


def _plain(schema: Any) -> Any:
    """The schema as it becomes a model without losing anything.

    `X or null` is `X`: null is never validated. An e-mail address is checked as the server does.
    """
    if isinstance(schema, list):
        return [_plain(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "email":
        return {"$ref": _EMAIL}
    kept = {key: _plain(value) for key, value in schema.items() if key != "anyOf"}
    options = [each for each in schema.get("anyOf", []) if each != {"type": "null"}]
    if len(options) == 1:
        return {**_plain(options[0]), **kept}
    return {**kept, "anyOf": _plain(schema["anyOf"])} if options else kept
