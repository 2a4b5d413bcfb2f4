"""Answers that may be absent, and steps that may be skipped."""

from __future__ import annotations

from typing import Any

import pytest

from tests.waybill_definitions.expressions.forms import CONTEXT, SCOPE, computed, refused
from waybill_definitions.expressions import Anything, Member, Record, Scope, Text, mapping_compile


@pytest.mark.parametrize(
    "expression",
    [
        "input.phone + '!'",
        "input.phone.upper()",
        "'x' + input.phone",
        "[input.phone]",
        "{'phone': input.phone}",
        "input.phone.size() > 3 && has(input.phone)",
        "has(input.phone) || input.phone.size() > 3",
        "has(input.phone) ? '' : input.phone + '!'",
        "input.phone == null ? input.phone + '!' : ''",
        "coalesce(input.company, input.phone) + '!'",
        "input.rows.map(r, r.note)",
        "input.rows.map(r, has(r.note) ? r.note + '!' : r.note + '?')",
        "has(input.rows[0].note) ? input.rows[1].note + '!' : ''",
        "input.address.street + '!'",
        "steps.call.status + 1",
        "string(steps.call.body.id) + '!'",
        "(has(input.phone) || input.agreed) ? input.phone + '!' : ''",
        "input.rows.map(r, has(r.note)).size() > 0 ? input.phone + '' : ''",
        "lookup(tables.regions, input.phone, '')",
    ],
)
def test_an_unguarded_read_inside_an_expression_is_refused(expression: str) -> None:
    (fault, *_) = refused(expression)
    assert "say what to use without it" in fault


@pytest.mark.parametrize(
    ("expression", "without", "given"),
    [
        ("input.phone", None, "+43"),
        ("has(input.phone) ? input.phone + '!' : 'none'", "none", "+43!"),
        ("has(input.phone) ? input.phone : null", None, "+43"),
        ("has(input.phone) && input.phone.size() > 2", False, True),
        ("!has(input.phone) || input.phone.size() > 2", True, True),
        ("!has(input.phone) ? '' : input.phone + '!'", "", "+43!"),
        ("input.agreed && has(input.phone) ? input.phone + '!' : ''", "", "+43!"),
        ("coalesce(input.phone, 'none') + '!'", "none!", "+43!"),
        ("coalesce(input.phone, input.company)", "Acme", "+43"),
        ("input.phone == null ? 'none' : input.phone + '!'", "none", "+43!"),
        ("input.phone != null && input.phone.startsWith('+')", False, True),
        ("null != input.phone ? input.phone + '!' : ''", "", "+43!"),
        ("input.phone == '+43'", False, True),
        ("input.phone == '+43' ? input.phone + '!' : ''", "", "+43!"),
        ("input.?phone.orValue('none') + '!'", "none!", "+43!"),
        ("input.?phone", None, "+43"),
        ("input.?phone.optMap(p, p + '!').orValue('')", "", "+43!"),
        ("[?input.?phone]", [], ["+43"]),
        ("{?'phone': input.?phone}", {}, {"phone": "+43"}),
        ("input.rows.map(r, coalesce(r.note, ''))", ["", "second"], ["", "second"]),
        ("input.rows.filter(r, has(r.note)).size()", 1, 1),
        ("input.rows.map(r, has(r.note) ? r.note + '!' : '')", ["", "second!"], ["", "second!"]),
        ("input.rows.map(r, r.?note.orValue('-'))", ["-", "second"], ["-", "second"]),
        ("has(input.address) ? input.address.street + '!' : ''", "", ""),
        ("input.?address.?street.orValue('-')", "-", "-"),
    ],
)
def test_a_guarded_read_gives_what_it_says(expression: str, without: Any, given: Any) -> None:
    assert computed(expression) == without
    assert computed(expression, phone=None) == without
    assert computed(expression, phone="+43") == given


def test_inside_a_text_an_optional_answer_needs_another_word() -> None:
    (fault,) = refused("input.company }} ${{ input.phone")
    assert "this answer is optional" in fault
    tree = {"text": "Call ${{ coalesce(input.phone, 'nobody') }}"}
    assert mapping_compile(tree, SCOPE).compute(CONTEXT) == {"text": "Call nobody"}


@pytest.mark.parametrize(
    ("expression", "skipped", "done"),
    [
        ("steps.call.status", None, 200),
        ("steps.call.body.id", None, 5),
        ("has(steps.call) ? steps.call.status : 0", 0, 200),
        ("has(steps.call) && steps.call.status == 200", False, True),
        ("coalesce(steps.call.body.id, 0)", 0, 5),
        ("steps.?call.?body.?id.orValue(0)", 0, 5),
        ("steps.call.?body.?id.orValue(0)", 0, 5),
        ("has(steps.call.status) ? steps.call.status + 1 : 0", 0, 201),
    ],
)
def test_the_output_of_a_skipped_step_is_absent(expression: str, skipped: Any, done: Any) -> None:
    compiled = mapping_compile({"out": f"${{{{ {expression} }}}}"}, SCOPE)
    output = {"status": 200, "body": {"id": 5}}
    assert compiled.compute(CONTEXT).get("out") == skipped
    assert compiled.compute(CONTEXT | {"steps": {"call": output}}).get("out") == done


def test_json_of_unknown_shape_is_read_when_it_is_there() -> None:
    scope = Scope(Record({"any": Member(Anything()), "t": Member(Text())}))
    compiled = mapping_compile({"out": "${{ coalesce(input.any.a.b, input.t) }}"}, scope)
    for given, expected in [({"a": {"b": "x"}}, "x"), ({"a": {}}, "t"), ({}, "t"), (None, "t")]:
        assert compiled.compute({"input": {"any": given, "t": "t"}}) == {"out": expected}
