from __future__ import annotations

from typing import Any

import cel
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.workflows.shortcuts import UNSURE, shortcut

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | _TEXT
_VALUES = st.recursive(_LEAVES, lambda inner: st.lists(inner) | st.dictionaries(_TEXT, inner))
_PATHS = st.sampled_from(["input.a", "input.b", "input.a.b", "input.a.b.c", "other.a"])

# A machine that is busy elsewhere says nothing about an expression.
patient = settings(deadline=None)


@patient
@given(a=_VALUES, path=_PATHS, depth=st.integers(0, 2))
def test_a_path_comes_to_what_cel_says(a: Any, path: str, depth: int) -> None:
    for name in ("c", "b")[2 - depth :]:
        a = {name: a}
    context = {"input": {"a": a}}
    told = shortcut(path)
    assert told is not None
    found = told(context)
    if found is not UNSURE:
        expected = cel.compile(path).execute(cel.Context(variables=context))
        assert (found, type(found)) == (expected, type(expected))


@patient
@given(text=_TEXT, quote=st.sampled_from("'\""))
def test_a_literal_comes_to_what_cel_says(text: str, quote: str) -> None:
    written = f"{quote}{text}{quote}"
    told = shortcut(written)
    if told is not None:
        assert told({}) == cel.compile(written).execute(cel.Context())


_TERMS = st.lists(
    st.sampled_from(["input.a", "input.b", "'-'", '"x + y"', "'/'", "other.a"]), min_size=2
)


@patient
@given(a=_LEAVES, b=_TEXT, terms=_TERMS, plus=st.sampled_from(["+", " + ", "  +"]))
def test_a_sum_comes_to_what_cel_says(a: Any, b: str, terms: list[str], plus: str) -> None:
    context = {"input": {"a": a, "b": b}}
    told = shortcut(plus.join(terms))
    assert told is not None
    found = told(context)
    if found is not UNSURE:
        expected = cel.compile(plus.join(terms)).execute(cel.Context(variables=context))
        assert (found, type(found)) == (expected, type(expected))


def test_a_sum_of_texts_takes_the_shortcut() -> None:
    told = shortcut("input.a + '/' + input.b")
    assert told is not None
    assert told({"input": {"a": "WB-1", "b": "x"}}) == "WB-1/x"
    assert told({"input": {"a": "WB-1", "b": 2}}) is UNSURE


@pytest.mark.parametrize(
    "value",
    [{}, [], {"b": 1}, ["x"], 2**63, float("inf"), "\ud800"],
    ids=lambda value: ascii(value),
)
def test_what_cel_may_see_otherwise_is_left_to_it(value: object) -> None:
    told = shortcut("input.a")
    assert told is not None
    assert told({"input": {"a": value}}) is UNSURE


@pytest.mark.parametrize("value", ["Ada", "Zoë", "", 7, -3, 0, 1.5, True, None])
def test_plain_answers_take_the_shortcut(value: object) -> None:
    told = shortcut("input.a")
    assert told is not None
    assert told({"input": {"a": value}}) is value


@pytest.mark.parametrize(
    "expression",
    [
        "input",
        "input['a']",
        "input.a + 1",
        "input.a + ",
        "has(input.a)",
        "'it\\'s'",
        "1",
        "input.a.size()",
    ],
)
def test_other_expressions_have_none(expression: str) -> None:
    assert shortcut(expression) is None
