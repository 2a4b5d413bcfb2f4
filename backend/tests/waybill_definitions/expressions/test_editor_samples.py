"""What the console's editor makes of choices is what the checker takes."""

import json
from pathlib import Path

import pytest

from waybill_definitions.document import Definition
from waybill_definitions.expressions import (
    Integer,
    Member,
    Number,
    Record,
    Scope,
    Text,
    condition_compile,
    text_compile,
    value_compile,
)
from waybill_definitions.forms import form_shape

_EDITOR = Path(__file__).parents[4] / "frontend/components/editor"
_SAMPLES = json.loads((_EDITOR / "expressions/samples.json").read_text(encoding="utf-8"))
_PICKED = json.loads((_EDITOR / "mapping/samples.json").read_text(encoding="utf-8"))

_CHOICES = [{"value": "parts", "label": "Parts"}, {"value": "services", "label": "Services"}]
_ROW = {
    "product": {"kind": "text", "label": "Product"},
    "quantity": {"kind": "integer", "label": "How many", "required": False},
    "note": {"kind": "text", "label": "Note", "required": False},
}
_QUESTIONS: dict[str, dict[str, object]] = {
    "company": {"kind": "text"},
    "mail": {"kind": "email"},
    "count": {"kind": "integer"},
    "weight": {"kind": "decimal"},
    "day": {"kind": "date"},
    "moment": {"kind": "datetime"},
    "urgent": {"kind": "boolean"},
    "goods": {"kind": "choices", "choices": _CHOICES},
    "papers": {"kind": "file"},
    "price": {"kind": "money", "currencies": ["EUR"]},
    "place": {"kind": "address"},
    "rows": {"kind": "group", "fields": _ROW},
}


_KINDS: dict[str, dict[str, object]] = {
    **{kind: {} for kind in ("text", "email", "integer", "decimal", "date", "time", "datetime")},
    **{kind: {} for kind in ("boolean", "file", "address", "rating", "signature", "country")},
    "choices": {"choices": _CHOICES},
    "money": {"currencies": ["EUR"]},
    "consent": {"text": "Agreed."},
}


def _asked(before: str, questions: dict[str, dict[str, object]]) -> dict[str, object]:
    more = {"required": False} if before == "maybe_" else {}
    return {
        f"{before}{key}": {"label": key, **question, **more} for key, question in questions.items()
    }


def _scope() -> Scope:
    of_kinds = {kind: {"kind": kind, **more} for kind, more in _KINDS.items()}
    fields = {
        **_asked("", _QUESTIONS),
        **_asked("maybe_", _QUESTIONS),
        **_asked("a_", of_kinds),
        **_asked("maybe_", of_kinds),
    }
    definition = Definition.model_validate(
        {
            "workflow": "samples",
            "name": "Samples",
            "form": {"title": "Samples", "fields": fields},
            "steps": {"customer": {"use": "erp/party.create", "with": {}}},
        }
    )
    output = Record(
        {
            "id": Member(Integer()),
            "rate": Member(Number()),
            "record": Member(Text(), optional=True),
        }
    )
    tables: dict[str, dict[str, str | int | float | bool]] = {
        "regions": {"AT": "emea", "US": "amer"},
        "priorities": {"low": 4, "high": 1},
    }
    steps = {"customer": Member(output), "maybe": Member(output, optional=True)}
    return Scope(form_shape(definition.form.fields), steps, tables)


_SCOPE = _scope()


@pytest.mark.parametrize("text", _SAMPLES["conditions"])
def test_a_condition_made_of_choices_compiles(text: str) -> None:
    assert condition_compile(text, _SCOPE) is not None


@pytest.mark.parametrize("text", _SAMPLES["values"])
def test_a_picked_value_compiles(text: str) -> None:
    assert value_compile(text, _SCOPE).type_name in {"string", "int", "double", "bool", "optional"}


@pytest.mark.parametrize("text", _SAMPLES["lines"])
def test_lines_made_of_rows_compile(text: str) -> None:
    assert value_compile(text, _SCOPE).type_name == "list"


@pytest.mark.parametrize("sample", _PICKED, ids=lambda each: f"{each['within']} {each['text']}")
def test_a_value_that_is_picked_compiles_where_it_goes(sample: dict[str, str]) -> None:
    text, within = sample["text"], sample["within"]
    if within == "text":
        assert text_compile(f"About ${{{{ {text} }}}}.", _SCOPE) is not None
    elif within == "row":
        assert value_compile(f"{{'part': {text}}}", _SCOPE) is not None
    else:
        assert value_compile(text, _SCOPE) is not None
