"""The guides' tables of keys are what a definition takes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from waybill_definitions.document import KINDS, Asked, Choice, FormDefinition, Page, Rule
from waybill_definitions.document.shape.document import Definition, StepDefinition
from waybill_definitions.document.shape.retry import RetryPolicy

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "definitions.md"
ROWS: dict[str, type[BaseModel]] = {
    "the workflow": Definition,
    "`form`": FormDefinition,
    "a page": Page,
    "a rule": Rule,
    "a choice": Choice,
    "a step": StepDefinition,
    "`retry`": RetryPolicy,
}


@pytest.mark.parametrize("row", ROWS)
def test_the_keys_in_the_guide_are_those_of_the_model(row: str) -> None:
    found = re.search(rf"^\| {re.escape(row)} \| (.+) \|$", GUIDE.read_text(), re.MULTILINE)
    assert found is not None
    fields = ROWS[row].model_fields.items()
    assert found[1].split(", ") == [
        f"**`{field.alias or name}`**" if field.is_required() else f"`{field.alias or name}`"
        for name, field in fields
    ]


FORMS = GUIDE.with_name("forms.md")


def test_the_kinds_in_the_guide_are_those_of_the_model() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*?) ?\| .+ \|$", FORMS.read_text(), re.MULTILINE)
    keys = {kind: own for kind, own in rows if kind in KINDS}
    assert keys == {kind: _own_keys(model) for kind, model in KINDS.items()}


def _own_keys(model: type[Asked]) -> str:
    shared = {*Asked.model_fields, "kind"}
    return ", ".join(
        f"**`{field.alias or name}`**" if field.is_required() else f"`{field.alias or name}`"
        for name, field in model.model_fields.items()
        if name not in shared
    )
