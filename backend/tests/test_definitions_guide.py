"""The guide's table of keys is what a definition takes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from core.workflows.definition.document import Definition, FormDefinition, StepDefinition
from core.workflows.definition.fields import Choice, Question
from core.workflows.definition.retry import RetryPolicy

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "definitions.md"
ROWS: dict[str, type[BaseModel]] = {
    "the workflow": Definition,
    "`form`": FormDefinition,
    "a field": Question,
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


def test_the_kinds_in_the_guide_are_those_of_the_model() -> None:
    line = next(each for each in GUIDE.read_text().splitlines() if each.startswith("- `kind` is"))
    kinds = Question.model_fields["kind"].annotation
    assert re.findall(r"`(\w+)`", line)[1:] == list(kinds.__args__)  # type: ignore[union-attr]
