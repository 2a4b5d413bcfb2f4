from __future__ import annotations

from typing import Any

import pytest

from core.workflows.demo import demo_document
from core.workflows.forms import fields_alike
from core.workflows.models import WorkflowVersion
from waybill_definitions.document import definition_read
from waybill_definitions.forms import Form, form_json_schema, form_prepare

GOOD: dict[str, Any] = {
    "company": "Acme Ltd",
    "contact_name": "Ada Byron",
    "email": "ada@example.com",
    "phone": "+442079460958",
    "country": "GB",
    "note": "Two lines\nare fine",
}


@pytest.fixture
def form() -> Form:
    return form_prepare(definition_read(demo_document("new-customer")).form)


def test_good_answers_pass(form: Form) -> None:
    checked = form.check(GOOD)
    assert (checked.answers, checked.faults) == (GOOD, [])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("company", ""),
        ("company", "   "),
        ("company", "x" * 121),
        ("company", 7),
        ("email", "nobody"),
        ("email", "a@b"),
        ("phone", "020 7946 0958"),
        ("phone", "+44 1"),
        ("phone", "+999999999999"),
        ("phone", "+1 555 010 9999"),
        ("country", "XX"),
        ("country", "Germany"),
        ("note", "x" * 2001),
        ("unknown", "x"),
    ],
)
def test_a_bad_answer_is_refused_by_name(form: Form, field: str, value: object) -> None:
    checked = form.check({**GOOD, field: value})
    assert [fault["loc"][0] for fault in checked.faults] == [field]


def test_optional_answers_may_be_left_out(form: Form) -> None:
    needed = {key: GOOD[key] for key in ("company", "contact_name", "email", "country")}
    assert form.check(needed).answers == needed


def test_the_schema_draws_a_form_without_nulls(form: Form) -> None:
    schema = form_json_schema(form)
    assert schema["required"] == ["company", "contact_name", "email", "country"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["email"]["format"] == "email"
    assert schema["properties"]["phone"]["type"] == "string"
    assert "DE" in schema["properties"]["country"]["enum"]
    assert list(schema["properties"]) == list(form.questions)


def test_an_answer_that_was_accepted_once_stays(form: Form) -> None:
    former = GOOD | {"phone": "+1 555 010 9999", "note": "a\u202eb"}
    assert [fault["loc"] for fault in form.check(former).faults] == [("phone",)]
    assert form.check(former, kept=former).answers == former
    other = former | {"phone": "+1 555 010 9998"}
    assert [fault["loc"] for fault in form.check(other, kept=former).faults] == [("phone",)]


def test_fields_are_alike_when_all_of_them_is_the_same() -> None:
    phone = {"key": "phone", "label": "Phone", "kind": "phone"}
    email = {"key": "email", "label": "E-mail", "kind": "email"}
    version = WorkflowVersion(fields=[phone, email])
    british = WorkflowVersion(fields=[email, phone | {"region": "GB"}])
    assert fields_alike(version, british) == {"email"}
