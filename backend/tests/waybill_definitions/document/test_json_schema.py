"""The schema for editors: published as a file, and it takes what is right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.core.workflows.check.mistakes import DEFINITION
from waybill_definitions.document import definition_json_schema, definition_read
from waybill_definitions.document.source.text import tree_read

SCHEMA = Path(__file__).parents[4] / "docs/schemas/workflow.json"
DEMO = Path(__file__).parents[3] / "core/workflows/demo"
COMMAND = "in backend/: python -m tests.waybill_definitions.document.test_json_schema"


def schema_text() -> str:
    return json.dumps(definition_json_schema(), indent=2, ensure_ascii=False) + "\n"


def faults(data: Any) -> list[str]:
    checker = jsonschema.Draft202012Validator(definition_json_schema())
    return [error.json_path for error in checker.iter_errors(data)]


def test_the_file_is_the_schema() -> None:
    written = SCHEMA.read_text(encoding="utf-8")
    assert written == schema_text(), f"The schema is out of date. Write it anew, {COMMAND}"


def test_it_is_a_schema_and_says_how_editors_find_it() -> None:
    schema = definition_json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert "# yaml-language-server: $schema=" in schema["description"]


@pytest.mark.parametrize("name", ["new-customer.yaml", "bank-details.yaml"])
def test_it_takes_the_definitions_of_the_demonstration(name: str) -> None:
    document = (DEMO / name).read_text(encoding="utf-8")
    assert faults(tree_read(document).data) == []
    assert faults(definition_read(document).dump()) == []


def test_it_finds_what_is_wrong_with_the_shape() -> None:
    data = tree_read(DEFINITION).data
    assert faults(data) == []
    data["steps"]["report"]["usee"] = data["steps"]["report"].pop("use")
    data["form"]["fields"]["size"]["kind"] = "list"
    data["steps"]["lead"]["when"] = None
    assert sorted(set(faults(data))) == [
        "$.form.fields.size",
        "$.steps.lead.when",
        "$.steps.report",
    ]


if __name__ == "__main__":
    SCHEMA.write_text(schema_text(), encoding="utf-8")
