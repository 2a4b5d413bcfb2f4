"""What is sure to fail is refused at the door, and nothing else is."""

from __future__ import annotations

import functools
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError, create_model

from core.accounts.models import Organization
from core.errors import Unprocessable
from core.submissions.accept import Item, submission_accept, submissions_accept
from core.submissions.models import Source
from core.workflows.compile.foreseen import _fits, _takes_addresses
from core.workflows.models import WorkflowVersion
from core.workflows.versions import definition_publish
from integrations.discovery import get_connector
from tests.core.workflows.check.conftest import connect
from waybill_definitions.document import KINDS, Asked
from waybill_definitions.expressions import mapping_compile
from waybill_definitions.forms import form_shape
from waybill_definitions.forms.answer_types import answer_type
from waybill_definitions.steps.scopes import scope_of_form

_DOCUMENT = """\
workflow: orders
name: Orders
form:
  address: orders
  title: Order
  fields:
    text: {label: Text, kind: multiline, max_length: 500}
    other: {label: Other, kind: text, required: false}
    email: {label: E-mail, kind: email, required: false}
steps:
  send:
    title: Sending
"""
GOOD = {"text": "12"}


@pytest.fixture
def organization(db: None) -> Organization:
    made = Organization.objects.create(slug="ours", name="Ours")
    for slug, connector in [("erp", "tryton"), ("mail", "email"), ("api", "rest")]:
        connect(made, slug, connector)
    return made


def version_of(organization: Organization, steps: str) -> WorkflowVersion:
    return definition_publish(organization=organization, document=_DOCUMENT + steps)


def refusals(
    version: WorkflowVersion, data: dict[str, Any], source: Source = Source.API
) -> list[tuple[str, str]]:
    try:
        submission_accept(version=version, data=data, source=source)
    except Unprocessable as refused:
        return [(error.field, error.message) for error in refused.errors]
    return []


_BODY = "    use: api/request.send\n    with: {path: /, body: {n: '${{ int(input.text) }}'}}\n"
_PARTY = "    use: erp/party.create\n    with: {name: '${{ input.text }}'}\n"
_MAIL = (
    "    use: mail/email.send\n    with:\n      to: ${{ input.text.trim() }}\n"
    "      subject: Hello\n      text: Hello\n"
)
_SUBJECT = (
    "    use: mail/email.send\n    with: {to: a@example.com, subject: '${{ input.text }}',"
    " text: Hello}\n"
)
_COUNTRY = "    use: erp/party.create\n    with: {name: N, country: '${{ input.text }}'}\n"
_HEADER = "    use: api/request.send\n    with: {path: /, headers: {X-Name: '${{ input.text }}'}}\n"


@pytest.mark.parametrize(
    ("steps", "good", "bad", "words"),
    [
        (_BODY, "12", "twelve", "no whole number"),
        (_PARTY, "Nordwind", "x" * 300, "use at most 255 characters"),
        (_MAIL, "a@example.com", "nobody", "@-sign"),
        (_SUBJECT, "Hello", "Hello\nBcc: x", "write it on one line"),
        (_COUNTRY, "AT", "Austria", "match pattern"),
        (_HEADER, "one", "one\ntwo", ""),
    ],
    ids=["number", "length", "address", "line", "pattern", "header"],
)
def test_what_is_sure_to_fail_is_refused_at_its_question(
    organization: Organization, steps: str, good: str, bad: str, words: str
) -> None:
    version = version_of(organization, steps)
    assert refusals(version, {"text": good}) == []
    ((field, message),) = refusals(version, {"text": bad})
    assert field == "data.text"
    assert message.startswith("Sending: ")
    assert words in message
    assert "Value error" not in message
    assert bad not in message


def test_it_is_told_in_the_language_of_the_form(organization: Organization) -> None:
    german = _DOCUMENT.replace("form:\n", "form:\n  languages: [de]\n")
    version = definition_publish(organization=organization, document=german + _PARTY)
    ((_, message),) = refusals(version, {"text": "x" * 300})
    assert message == "Sending: Geben Sie höchstens 255 Zeichen ein."


def test_whoever_fills_in_a_form_reads_nothing_of_expressions(
    organization: Organization,
) -> None:
    version = version_of(organization, _BODY)
    told = "Sending: This cannot be worked out from your answers."
    assert refusals(version, {"text": "twelve"}, Source.FORM) == [("data.text", told)]
    german = _DOCUMENT.replace("form:\n", "form:\n  languages: [de]\n")
    version = definition_publish(organization=organization, document=german + _BODY)
    told = "Sending: Das lässt sich aus Ihren Antworten nicht berechnen."
    assert refusals(version, {"text": "twelve"}, Source.FORM) == [("data.text", told)]


_TWO = (
    "    use: api/request.send\n    with: {path: /, body: {n:"
    " 'For ${{ coalesce(input.email, \"nobody\") }}: ${{ int(input.text) }}'}}\n"
)
_BOTH = (
    "    use: api/request.send\n    with: {path: /, body: {n:"
    " '${{ int(coalesce(input.other, \"1\")) / int(input.text) }}'}}\n"
)


def test_a_fault_is_shown_at_the_answer_of_the_expression_that_failed(
    organization: Organization,
) -> None:
    version = version_of(organization, _TWO)
    ((field, _),) = refusals(version, {"text": "twelve", "email": "a@example.com"})
    assert field == "data.text"


def test_where_it_may_be_one_of_several_answers_they_are_named(organization: Organization) -> None:
    version = version_of(organization, _BOTH)
    ((field, message),) = refusals(version, {"text": "0", "other": "4"})
    assert field == "data"
    assert message.startswith("Text, Other: Sending: ")


def test_a_step_whose_condition_is_false_is_not_held_against_it(
    organization: Organization,
) -> None:
    version = version_of(organization, _BODY + "    when: ${{ input.other == 'number' }}\n")
    assert refusals(version, {"text": "twelve"}) == []
    assert refusals(version, {"text": "twelve", "other": "number"}) != []


def test_a_condition_that_cannot_be_computed_is_refused(organization: Organization) -> None:
    version = version_of(
        organization,
        "    use: api/request.send\n    with: {path: /}\n    when: ${{ int(input.text) > 5 }}\n",
    )
    assert [field for field, _ in refusals(version, {"text": "many"})] == ["data.text"]


def test_a_step_behind_a_condition_of_another_counts_only_when_that_holds(
    organization: Organization,
) -> None:
    version = version_of(
        organization,
        "    use: api/request.send\n    with: {path: /}\n    when: ${{ input.other == 'yes' }}\n"
        "  then:\n    title: Then\n    needs: [send]\n" + _BODY,
    )
    assert refusals(version, {"text": "twelve"}) == []
    ((field, message),) = refusals(version, {"text": "twelve", "other": "yes"})
    assert (field, message.partition(":")[0]) == ("data.text", "Then")


def test_what_another_step_decides_is_not_foreseen(organization: Organization) -> None:
    version = version_of(
        organization,
        "    use: api/request.send\n    with: {path: /}\n"
        "  then:\n    needs: [send]\n    when: ${{ steps.send.status == 200 }}\n" + _BODY,
    )
    assert refusals(version, {"text": "twelve"}) == []


def test_in_a_batch_each_item_is_judged_by_itself(organization: Organization) -> None:
    version = version_of(organization, _BODY)
    items = [Item({"text": text}, None) for text in ("1", "one", "2")]
    results = submissions_accept(version=version, items=items, source=Source.API)
    assert [result.error is None for result in results] == [True, False, True]


def test_the_public_form_says_the_same(organization: Organization) -> None:
    version_of(organization, _BODY)
    answer = Client().post(
        "/api/v1/forms/orders/submissions",
        {"data": {"text": "one"}, "version": 1},
        content_type="application/json",
    )
    assert answer.status_code == 422, answer.content
    assert [error["field"] for error in answer.json()["errors"]] == ["data.text"]


# What `_fits` takes without a look: the model must take it too.

_KINDS: list[tuple[str, dict[str, Any]]] = [
    ("text", {"max_length": 80}),
    ("text", {"max_length": 255}),
    ("multiline", {"max_length": 255}),
    ("email", {}),
    ("phone", {"region": "AT"}),
    ("country", {}),
    ("choice", {"choices": [{"value": "a b", "label": "A"}, {"value": "ü", "label": "U"}]}),
    ("choice", {"choices": [{"value": " ", "label": "Nothing"}]}),
    ("choice", {"choices": [{"value": "a\nb", "label": "Lines"}]}),
]
_QUESTIONS = [
    KINDS[kind].model_validate({"label": "Q", "kind": kind, **more}) for kind, more in _KINDS
]
_INPUTS = [
    (action.input_model, name, info)
    for connector in ("tryton", "email", "rest")
    for action in get_connector(connector).actions
    for name, info in action.input_model.model_fields.items()
]
_ADDRESSES = st.emails() | st.builds(
    "{}@{}".format,
    st.text("abcXYZ019._+-!#$%&'*/=?^`{|}~\"\\ ä\u200b", max_size=70),
    st.sampled_from(
        ["example.com", "EXAMPLE.com", "bücher.example", "localhost", "a.b", "例え.jp"]
    ),
)
_TYPED = (
    st.text(max_size=300)
    | _ADDRESSES
    | st.sampled_from(
        ["AT", "a b", "ü", " ", "a\nb", "+43 1 5131515", "01 5131515", "\x1c", "\u3000x"]
    )
)


@functools.cache
def trusted() -> list[tuple[Asked, Any]]:
    """The questions and the inputs that take their answers without a look."""
    found = []
    for question in _QUESTIONS:
        scope = scope_of_form(form_shape({"q": question}), {})
        for _, name, info in _INPUTS:
            mapping = mapping_compile({name: "${{ input.q }}"}, scope)
            if info.annotation is not Any and _fits(mapping.fields, info, {"q": question}):
                found.append((question, info))
    return found


@given(st.deferred(lambda: st.sampled_from(trusted())), _TYPED)
def test_what_needs_no_look_is_taken(pair: tuple[Asked, Any], typed: str) -> None:
    question, info = pair
    try:
        clean = TypeAdapter(answer_type(question, optional=False)).validate_python(typed)
    except ValidationError:
        return
    members: dict[str, Any] = {"one": (info.annotation, info)}
    create_model("One", **members).model_validate({"one": clean})


@pytest.mark.parametrize(
    ("kind", "model", "name", "fits"),
    [
        ("text", "party.create", "name", True),
        ("multiline", "party.create", "name", False),
        ("email", "party.create", "email", True),
        ("email", "email.send", "to", True),
        ("text", "email.send", "subject", False),
        ("text", "party.create", "country", False),
    ],
)
def test_which_answers_need_no_look(kind: str, model: str, name: str, fits: bool) -> None:
    question = next(each for each in _QUESTIONS if isinstance(each, KINDS[kind]))
    connector = "email" if model.startswith("email") else "tryton"
    actions = {action.name: action for action in get_connector(connector).actions}
    info = actions[model].input_model.model_fields[name]
    mapping = mapping_compile(
        {name: "${{ input.q }}"}, scope_of_form(form_shape({"q": question}), {})
    )
    assert _fits(mapping.fields, info, {"q": question}) is fits


@given(_ADDRESSES)
def test_an_address_that_the_form_takes_every_action_takes(typed: str) -> None:
    question = next(each for each in _QUESTIONS if isinstance(each, KINDS["email"]))
    try:
        clean = TypeAdapter(answer_type(question, optional=False)).validate_python(typed)
    except ValidationError:
        return
    for _, _, info in _INPUTS:
        if _takes_addresses(info):
            members: dict[str, Any] = {"one": (info.annotation, info)}
            create_model("One", **members).model_validate({"one": clean})
