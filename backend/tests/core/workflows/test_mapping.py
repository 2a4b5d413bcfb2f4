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
