from __future__ import annotations

import pytest

from core.workflows.mapping import MappingFailed, expression_check, mapping_compute

CONTEXT = {"input": {"company": "Acme", "note": None}, "steps": {"customer": {"id": 7}}}


def test_a_tree_of_expressions_is_computed() -> None:
    tree = {"name": "input.company + '!'", "ids": ["steps.customer.id"], "fixed": 3}
    assert mapping_compute(tree, CONTEXT) == {"name": "Acme!", "ids": [7], "fixed": 3}


def test_an_empty_result_leaves_its_key_out() -> None:
    tree = {"note": "has(input.nothing) ? input.nothing : null"}
    assert mapping_compute(tree, CONTEXT) == {}


@pytest.mark.parametrize("expression", ["input.nothing", "1 / 0", "'a' + 1", "missing"])
def test_a_failure_names_its_place(expression: str) -> None:
    with pytest.raises(MappingFailed, match=r"contact\.name"):
        mapping_compute({"contact": {"name": expression}}, CONTEXT)


def test_a_text_that_is_no_expression_is_refused_at_publishing() -> None:
    with pytest.raises(MappingFailed):
        expression_check("input.company +")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("input", {"a": 1, "b": {"c": 2}, "b-d": 3}),
        ("input.b", {"c": 2}),
        ("input['b'].c", 2),
        ("input['b-d']", 3),
        ("size(input)", 3),
        ("has(input.a) && !has(input.z)", True),
        ("'b' in input", True),
        ("input.all(key, key != 'z')", True),
    ],
)
def test_an_expression_sees_the_whole_input_however_it_names_it(
    expression: str, expected: object
) -> None:
    tree = {"out": expression, "other": "input.a"}
    computed = mapping_compute(tree, {"input": {"a": 1, "b": {"c": 2}, "b-d": 3}})
    assert computed == {"out": expected, "other": 1}


def test_an_expression_sees_the_whole_of_the_earlier_steps_that_it_names() -> None:
    steps = {"customer": {"record": "7", "body": {"id": 7}}, "order": {"record": "8"}}
    context = {"input": {}, "steps": steps, "submission": {"id": "x", "reference": "WB-1"}}
    tree = {
        "all": "steps",
        "body": "steps.customer.body",
        "name": "submission.reference + '/' + steps.order.record",
        "which": "submission",
    }
    assert mapping_compute(tree, context) == {
        "all": steps,
        "body": {"id": 7},
        "name": "WB-1/8",
        "which": context["submission"],
    }
    assert mapping_compute({"body": tree["body"], "name": tree["name"]}, context) == {
        "body": {"id": 7},
        "name": "WB-1/8",
    }
