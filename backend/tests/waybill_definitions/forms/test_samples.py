"""The form with which a text is tried while a definition is written: it is made once."""

from __future__ import annotations

from typing import Any

import pytest

from waybill_definitions.document import FormDefinition
from waybill_definitions.forms import Form, answers_fitting, form_of_samples
from waybill_definitions.forms.expressions import unknown_member
from waybill_definitions.forms.samples import _KEPT, _prepared

FIELDS = {
    "company": {"label": "Company", "kind": "text"},
    "size": {"label": "Size", "kind": "integer"},
    "twice": {
        "label": "Twice",
        "kind": "calculated",
        "type": "integer",
        "value": "${{ input.size * 2 }}",
    },
}


def made(fields: dict[str, Any] = FIELDS, tables: Any = None, unknown: Any = None) -> Form:
    definition = FormDefinition.model_validate({"title": "Order", "fields": fields})
    return form_of_samples(definition, tables or {}, unknown or {})


def fitting(form: Form, data: dict[str, Any]) -> dict[str, Any]:
    return answers_fitting(form, data, "en", lambda *_, **__: None)


def test_the_same_definition_is_made_once() -> None:
    assert made() is made()


@pytest.mark.parametrize(
    "other",
    [
        {"fields": FIELDS | {"size": {"label": "Size", "kind": "integer", "maximum": 5}}},
        {"fields": dict(reversed(FIELDS.items()))},
        {"tables": {"regions": {"AT": "emea"}}},
        {"unknown": {"lost": unknown_member()}},
    ],
    ids=["a question", "the order", "a table", "a question that cannot be read"],
)
def test_what_differs_is_another_form(other: dict[str, Any]) -> None:
    assert made(**other) is not made()


def test_a_changed_limit_counts_at_once() -> None:
    limited = FIELDS | {"size": {"label": "Size", "kind": "integer", "maximum": 5}}
    assert fitting(made(), {"size": 21}) == {"size": 21, "twice": 42}
    assert fitting(made(limited), {"size": 21}) == {}


def test_what_cannot_be_computed_now_is_computed_once_it_can() -> None:
    assert fitting(made(), {"company": "Nordwind"}) == {"company": "Nordwind"}
    assert fitting(made(), {"size": 2}) == {"size": 2, "twice": 4}


def test_no_more_are_kept_than_the_limit() -> None:
    for number in range(_KEPT + 5):
        made({"company": {"label": f"Company {number}", "kind": "text"}})
    assert len(_prepared) <= _KEPT
