"""The JSON Schema of a definition, for editors that complete and check YAML."""

from __future__ import annotations

from typing import Any

from core.workflows.definition.document import Definition


def definition_json_schema() -> dict[str, Any]:
    """JSON Schema 2020-12. It says what the shape is; expressions are checked at publishing."""
    schema = Definition.model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Waybill workflow",
    } | {key: value for key, value in schema.items() if key != "title"}
