"""The JSON Schema of a definition, for editors that complete and check YAML."""

from __future__ import annotations

from typing import Any

from waybill_definitions.document.shape.document import Definition

_DESCRIPTION = (
    "One workflow: a form and the steps that its submissions take. Editors with the YAML language"
    " server complete and check it below the line"
    " `# yaml-language-server: $schema=<where this schema is>`. This is its shape; connections,"
    " actions and expressions are checked by POST /api/v1/workflows/check and when it is published."
)


def definition_json_schema() -> dict[str, Any]:
    """JSON Schema 2020-12. It says what the shape is; expressions are checked at publishing."""
    schema = Definition.model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Waybill workflow",
        "description": _DESCRIPTION,
    } | {key: value for key, value in schema.items() if key not in ("title", "description")}
