from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from core.workflows.compile import fields_of
from core.workflows.definition import FormField, definition_read
from core.workflows.demo import demo_document
from core.workflows.forms import KEPT, fields_alike, form_json_schema, form_model, form_ui_schema
from core.workflows.models import WorkflowVersion

FIELDS = fields_of(definition_read(demo_document("new-customer")))
GOOD: dict[str, Any] = {
    "company": "Acme Ltd",
    "contact_name": "Ada Byron",
    "email": "ada@example.com",
    "phone": "+442079460958",
    "country": "GB",
    "note": "Two lines\nare fine",
}


@pytest.fixture
def version() -> WorkflowVersion:
    fields = [field.model_dump(exclude_defaults=True) for field in FIELDS]
    return WorkflowVersion(title="Become a customer", fields=fields)


def test_good_answers_pass(version: WorkflowVersion) -> None:
    assert form_model(version).model_validate(GOOD).model_dump() == GOOD


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
def test_a_bad_answer_is_refused_by_name(
    version: WorkflowVersion, field: str, value: object
) -> None:
    with pytest.raises(ValidationError) as refused:
        form_model(version).model_validate({**GOOD, field: value})
    assert [error["loc"][0] for error in refused.value.errors()] == [field]


def test_optional_answers_may_be_left_out(version: WorkflowVersion) -> None:
    needed = {key: GOOD[key] for key in ("company", "contact_name", "email", "country")}
    answers = form_model(version).model_validate(needed).model_dump(exclude_none=True)
    assert answers == needed


def test_the_schema_draws_a_form_without_nulls(version: WorkflowVersion) -> None:
    schema = form_json_schema(version)
    assert schema["required"] == ["company", "contact_name", "email", "country"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["email"]["format"] == "email"
    assert schema["properties"]["phone"]["type"] == "string"
    assert {"const": "DE", "title": "Germany"} in schema["properties"]["country"]["oneOf"]
    assert form_ui_schema(version)["ui:order"] == [field.key for field in FIELDS]


def test_an_answer_that_was_accepted_once_stays(version: WorkflowVersion) -> None:
    former = GOOD | {"phone": "+1 555 010 9999", "note": "a\u202eb"}
    model = form_model(version)
    with pytest.raises(ValidationError):
        model.model_validate(former)
    assert model.model_validate(former, context={KEPT: former}).model_dump() == former
    with pytest.raises(ValidationError):
        model.model_validate(former | {"phone": "+1 555 010 9998"}, context={KEPT: former})


def test_fields_are_alike_when_all_of_them_is_the_same() -> None:
    phone = FormField(key="phone", label="Phone", kind="phone")
    email = FormField(key="email", label="E-mail", kind="email")
    british = phone.model_copy(update={"region": "GB"})

    def of(*fields: FormField) -> WorkflowVersion:
        return WorkflowVersion(fields=[each.model_dump(exclude_defaults=True) for each in fields])

    assert fields_alike(of(phone, email), of(email, british)) == {"email"}
