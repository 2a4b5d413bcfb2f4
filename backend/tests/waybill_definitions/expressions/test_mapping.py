"""Mappings and texts with ``${{ }}``: what is refused before publishing, and what is computed."""

from __future__ import annotations

from typing import Any

import pytest

from integrations.email.models import EmailIn
from integrations.rest.models import RequestIn, RequestOut
from integrations.tryton.models import OpportunityIn, OpportunityOut, PartyIn
from tests.waybill_definitions.expressions.forms import CONTEXT, FORM, SCOPE, computed, refused
from waybill_definitions.document import Place
from waybill_definitions.expressions import (
    Integer,
    MappingFailed,
    MappingRefused,
    Member,
    Record,
    Scope,
    Source,
    Text,
    condition_compile,
    mapping_compile,
    shape_of_model,
    text_compile,
)


def faults_of(tree: Any, expected: Any = None) -> list[str]:
    with pytest.raises(MappingRefused) as error:
        mapping_compile(tree, SCOPE, *_expected(expected))
    return [str(fault) for fault in error.value.faults]


def compute(tree: Any, expected: Any = None) -> Any:
    return mapping_compile(tree, SCOPE, *_expected(expected)).compute(CONTEXT)


def _expected(model: Any) -> tuple[Any, ...]:
    return () if model is None else (shape_of_model(model, output=False), model)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("plain", "plain"),
        ("it's 'quoted' and }} stays", "it's 'quoted' and }} stays"),
        ("${{ input.age }}", 36),
        ("${{input.agreed}}", True),
        ("${{ input.tags }}", ["new", "vip"]),
        ("${{ input.rows }}", CONTEXT["input"]["rows"]),
        ("Hello ${{ input.company }}!", "Hello Acme!"),
        ("${{ input.company }}${{ input.age }}", "Acme36"),
        (" ${{ input.age }}", " 36"),
        ("${{ input.agreed }}, ${{ input.amount }}", "true, 1.5"),
        ("${{ '${{' }}", "${{"),
        ("${{ '}}' }}", "}}"),
        ("${{ \"}}\" + '}}' }}", "}}}}"),
        ("${{ '\\'}}' }} x", "'}} x"),
        ("${{ {'a': {'b': input.age}} }}", {"a": {"b": 36}}),
        ("a\n${{ input.age\n }}", "a\n36"),
    ],
)
def test_text_with_expressions_is_computed(template: str, expected: object) -> None:
    assert compute({"out": template}) == {"out": expected}


def test_expressions_stand_at_any_depth() -> None:
    tree = {"a": [{"b": "${{ input.age }}", "c": 3}, "x ${{ input.age }}", None], "d": {}}
    assert compute(tree) == {"a": [{"b": 36, "c": 3}, "x 36", None], "d": {}}


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("has(input.emial)", "(1:15): `input.emial` is no field of this form"),
        ("has(steps.custmer)", "`steps.custmer` is no field of the steps before this one"),
        ("input.emial", "(1:11): `input.emial` is no field of this form; did you mean `email`?"),
        ("inptu.email", "(1:5): there is nothing called `inptu` here; did you mean `input`?"),
        ("steps.custmer.id", "(1:11): `steps.custmer` is no field of the steps before this one"),
        ("steps.customer.cod", "did you mean `code`?"),
        ("input.rows[0].nmae", "did you mean `name`?"),
        ("input.email.lowr()", "there is no function `lowr`; did you mean `lower`?"),
        ("input.age + 'a'", "`+` cannot be used with a whole number and a text"),
        ("input.email +", "(1:18): the expression ends where something is still missing"),
        ("input.", "the expression ends where something is still missing"),
        ("input.email\n + inptu.x", "(2:4): there is nothing called `inptu`"),
        ("'open", "this text has no quote that closes it"),
        ("input['email']", "name a field after a dot"),
        ("true ? 1 : 'a'", "both answers after it are of one kind"),
        ("size(input.email, 3)", "`size` cannot be used with this number of values"),
        ("1u", "there are no unsigned numbers"),
        ("'%s'.format([1])", "`format` is not available in Waybill"),
        ("{true: 1}", "a key of an object is a text"),
        ("b'x'", "bytes cannot be sent"),
        ("has(input)", "has(…) takes a field"),
        ("", "there is no expression in it"),
        ("+".join(["'a'"] * 40), "write it as a text with ${{ }} in it"),
        ("phone('1', 'XQ')", "there is no such region"),
        ("formatDate(timestamp(0), 'dd.MM.yyyy', 'Europe/Wien')", "there is no such time zone"),
        ("timestamp('yesterday')", "is no point in time"),
        ("input.email.matches('(')", "no regular expression"),
        ("input.email.matches(input.company)", "the pattern of `matches` is written out"),
    ],
)
def test_what_is_wrong_with_an_expression_is_said_with_its_place(
    expression: str, message: str
) -> None:
    (fault,) = refused(expression)
    assert message in fault


def test_a_position_is_in_the_text_as_it_was_written() -> None:
    template = "Dear ${{ input.company }},\nyour number ${{ input.numbr }}"
    assert faults_of({"text": template}) == [
        "text (2:23): `input.numbr` is no field of this form; did you mean `numbers`?"
    ]


def test_an_expression_that_is_not_closed_is_refused() -> None:
    assert faults_of({"to": "x ${{ input.email"}) == ["to (1:3): this ${{ has no }} that closes it"]


def test_all_faults_are_found_at_once() -> None:
    tree = {
        "name": "${{ input.compny }}",
        "emial": "x",
        "email": "no address",
        "phone": "${{ input.age }}",
        "website": 7,
        "country": "${{ inptu.x + 1 }} ${{ input.y }}",
    }
    paths = [each.partition(" ")[0].rstrip(":") for each in faults_of(tree, PartyIn)]
    assert paths == ["name", "emial", "phone", "website", "country", "country", "email"]


@pytest.mark.parametrize(
    ("tree", "model", "fault"),
    [
        ({"description": "x"}, OpportunityIn, "party: the action needs `party`"),
        (
            {"party": "${{ steps.customer.code }}", "description": "x"},
            OpportunityIn,
            "party: this gives a text, but a whole number is needed; write int(…) around it",
        ),
        ({"party": 0, "description": "x"}, OpportunityIn, "greater than or equal to 1"),
        (
            {"name": "${{ input.age }}"},
            PartyIn,
            "name: this gives a whole number, but a text is needed; write string(…) around it",
        ),
        ({"path": "/x", "query": {"q": "${{ [input.age] }}"}}, RequestIn, "query.q: this gives"),
        ({"path": "x"}, RequestIn, "a path starts with one slash"),
        ({"path": "/x", "method": "FETCH"}, RequestIn, "Input should be 'GET'"),
        (
            {"to": "${{ input.phone }}", "subject": "x", "text": "y"},
            EmailIn,
            "to: this answer is optional: say what to send without it, such as ${{ coalesce(input",
        ),
        (
            {"to": "a@example.com", "subject": "${{ input.tags }}", "text": "y"},
            EmailIn,
            "subject: this gives a list, but a text is needed",
        ),
    ],
)
def test_a_mapping_that_does_not_fit_the_action_is_refused(
    tree: Any, model: Any, fault: str
) -> None:
    (found,) = faults_of(tree, model)
    assert fault in found


def test_a_mapping_that_fits_is_computed() -> None:
    tree = {
        "party": "${{ steps.customer.id }}",
        "description": "New customer ${{ input.company }}",
        "comment": "${{ input.phone }}",
        "amount": "${{ decimal.multiply('19.90', 3) }}",
    }
    payload = compute(tree, OpportunityIn)
    assert payload == {"party": 7, "description": "New customer Acme", "amount": "59.70"}
    assert str(OpportunityIn.model_validate(payload).amount) == "59.70"


def test_what_an_answer_of_an_api_has_is_of_unknown_kind_and_fits_anything() -> None:
    scope = Scope(FORM, {"call": shape_of_model(RequestOut)})
    tree = {"party": "${{ steps.call.body.id }}", "description": "x"}
    compiled = mapping_compile(tree, scope, *_expected(OpportunityIn))
    context = CONTEXT | {"steps": {"call": {"status": 200, "body": {"id": 9}}}}
    assert compiled.compute(context)["party"] == 9
    with pytest.raises(MappingFailed, match=r"party: there is no `id`"):
        compiled.compute(CONTEXT | {"steps": {"call": {"status": 200, "body": {}}}})


def test_a_failure_names_its_place_and_never_becomes_a_value() -> None:
    compiled = mapping_compile({"a": [{"b": "${{ 1 / (input.age - 36) }}"}]}, SCOPE)
    with pytest.raises(MappingFailed, match=r"a\[0\]\.b: a number is divided by zero") as error:
        compiled.compute(CONTEXT)
    assert error.value.path == ("a", 0, "b")


def test_what_is_read_is_known() -> None:
    compiled = mapping_compile(
        {
            "a": "${{ input.iban }}",
            "b": {"c": "${{ input.email }} ${{ steps.customer.id }}"},
            "d": "${{ input.rows.map(r, r.name) }}",
            "e": "${{ lookup(tables.regions, input.country, '') }}",
            "f": "${{ steps.call.?body.?id.orValue(0) }}",
        },
        SCOPE,
    )
    assert compiled.reads == {
        ("input", "iban"),
        ("input", "email"),
        ("steps", "customer", "id"),
        ("input", "rows"),
        ("tables", "regions"),
        ("input", "country"),
        ("steps", "call", "body", "id"),
    }
    assert compiled.sensitive_reads == {("input", "iban")}
    assert compiled.depends_on_steps == {"customer", "call"}
    assert compiled.origin_of(("b", "c")) == {("input", "email"), ("steps", "customer", "id")}
    assert compiled.origin_of(("b",)) == compiled.origin_of(("b", "c", 0))
    assert compiled.origin_of(("z",)) == set()


def test_who_reads_the_whole_form_reads_its_sensitive_answers() -> None:
    compiled = mapping_compile({"body": "${{ input }}"}, SCOPE)
    assert compiled.reads == {("input",)}
    assert compiled.sensitive_reads == {("input", "iban")}
    assert compiled.depends_on_steps == set()


def test_results_are_noted_with_their_sources() -> None:
    noted: list[tuple[str, bool, Any]] = []

    def note(source: Source, result: Any) -> None:
        noted.append((source.text, bool(source.sensitive_reads), result))

    tree = {"a": "IBAN ${{ input.iban.substring(0, 2) }}", "b": "${{ input.age }}", "c": "x"}
    mapping_compile(tree, SCOPE).compute(CONTEXT, note)
    assert noted == [("input.iban.substring(0, 2)", True, "AT"), ("input.age", False, 36)]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("input.company.upper()", "ACME"),
        ("input.rows.map(r, r.name).join(', ')", "one, two"),
        ("input.rows.filter(r, has(r.note)).size()", 1),
        ("input.numbers.map(n, n * 2)", [2, 4, 6]),
        ("input.tags.exists(t, t == 'vip')", True),
        ("tables.regions[input.country]", "emea"),
        ("lookup(tables.regions, 'FR', 'other')", "other"),
        ("input.age > 18 ? 'adult' : 'minor'", "adult"),
        ("timestamp('2026-03-01T09:30:00Z') + duration('90m')", "2026-03-01T11:00:00Z"),
        ("submission.reference + '/1'", "WB-7K3M9QXD01/1"),
        ("string(input.age) + '!'", "36!"),
        ("[1].map(x, [2].map(x, x) == [2] && x == 1)", [True]),
    ],
)
def test_expressions_give_their_values(expression: str, expected: object) -> None:
    assert computed(expression) == expected


def test_texts_of_their_own() -> None:
    compiled = text_compile("Order of ${{ input.company }}", SCOPE)
    assert compiled.compute(CONTEXT) == "Order of Acme"
    assert compiled.reads == {("input", "company")}
    assert text_compile("always", SCOPE).compute(CONTEXT) == "always"
    assert text_compile("${{ input.age }}", SCOPE).compute(CONTEXT) == "36"
    for template in ("${{ input.phone }}", "${{ input.tags }}", "${{ input.x }}", "${{"):
        with pytest.raises(MappingRefused):
            text_compile(template, SCOPE)


def test_conditions() -> None:
    for template in ("input.age > 18", "${{ input.age > 18 }}", "!(input.age <= 18)"):
        assert condition_compile(template, SCOPE).compute(CONTEXT) is True
    with pytest.raises(MappingRefused, match="this gives a whole number, but a condition"):
        condition_compile("input.age", SCOPE)
    with pytest.raises(MappingRefused) as error:
        condition_compile("input.aeg > 18", SCOPE)
    assert error.value.faults[0].within == Place(1, 7)


def test_versions_from_before_the_check_still_compute() -> None:
    scope = Scope.untyped()
    tree = {
        "name": "${{ input.company + '!' }}",
        "ids": ["${{ steps.customer.id }}"],
        "note": "${{ has(input.nothing) ? input.nothing : null }}",
        "fixed": 3,
        "key": "${{ input['country'] }}",
    }
    compiled = mapping_compile(tree, scope)
    assert compiled.compute(CONTEXT) == {"name": "Acme!", "ids": [7], "fixed": 3, "key": "AT"}
    assert ("input", "company") in compiled.reads
    assert compiled.depends_on_steps == {"customer"}
    with pytest.raises(MappingFailed, match="out: there is no `phone`"):
        mapping_compile({"out": "${{ input.phone }}"}, scope).compute(CONTEXT)


def test_scopes_that_say_the_same_share_what_was_prepared() -> None:
    first, second = (Scope(Record({"a": Member(Text())})) for _ in range(2))
    assert first == second
    assert first.environment is second.environment
    assert first != Scope(Record({"a": Member(Integer())}))


def test_an_output_is_seen_as_json_and_an_input_as_the_model_takes_it() -> None:
    assert shape_of_model(OpportunityOut).fields["number"] == Member(Text(), optional=True)
    assert shape_of_model(OpportunityOut).fields["id"] == Member(Integer())
