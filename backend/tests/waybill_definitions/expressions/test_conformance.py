"""The language is CEL: its conformance suite, and Google's runtime on generated expressions."""

from __future__ import annotations

import base64
import json
import math
from pathlib import Path
from typing import Any

import pytest
from cel_expr_python import cel
from hypothesis import given, settings
from hypothesis import strategies as st

from waybill_definitions.expressions.checker.checked import Tree
from waybill_definitions.expressions.checker.scope import Scope
from waybill_definitions.expressions.evaluating.evaluator import Evaluator
from waybill_definitions.expressions.faults import Failed
from waybill_definitions.expressions.language.moments import duration_read, moment_read
from waybill_definitions.expressions.language.operators import TypeOf, equal
from waybill_definitions.expressions.meter import Run

SUITE = json.loads(Path(__file__).with_name("conformance.json").read_text())["cases"]
ENVIRONMENT = Scope.untyped().environment


def evaluated(expression: str, context: dict[str, Any]) -> Any:
    tree = Tree(ENVIRONMENT.check(expression))
    return Evaluator(tree, ENVIRONMENT, {}).evaluate(tree.root)(Run(context))


def value_of(written: dict[str, Any]) -> Any:
    ((kind, value),) = written.items()
    match kind:
        case "int64Value":
            return int(value)
        case "doubleValue":
            return float(value)
        case "bytesValue":
            return base64.b64decode(value)
        case "listValue":
            return [value_of(each) for each in value.get("values", [])]
        case "mapValue":
            entries = value.get("entries", [])
            return {value_of(each["key"]): value_of(each["value"]) for each in entries}
        case "typeValue":
            return TypeOf(value)
        case "objectValue":
            read = moment_read if value["@type"].endswith("Timestamp") else duration_read
            return read(value["value"])
        case _:
            return value


def same(left: Any, right: Any) -> bool:
    if isinstance(left, float) and isinstance(right, float) and math.isnan(left):
        return math.isnan(right)
    return type(left) is type(right) and equal(Run({}), left, right)


@pytest.mark.parametrize("section", SUITE)
def test_the_conformance_cases_inside_the_dialect_pass(section: str) -> None:
    wrong = []
    for expression, expected in SUITE[section]:
        try:
            result = evaluated(expression, {})
        except Failed as error:
            if expected is not None:
                wrong.append((expression, str(error)))
        else:
            if expected is None or not same(result, value_of(expected)):
                wrong.append((expression, result))
    assert wrong == []


def test_the_suite_is_not_empty() -> None:
    assert sum(map(len, SUITE.values())) > 1000


INTEGERS = st.sampled_from(["0", "1", "-7", "input.n", "input.big", "size(input.l)", "x"])
TEXTS = st.sampled_from(["''", "'ä😀'", "input.t", "'a,b'", "string(input.n)", "input.t.trim()"])
LISTS = st.sampled_from(["input.l", "[]", "[1, 2, 3]", "(input.l + [4])", "[input.n]"])


def _numbers(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(inner, st.sampled_from(["+", "-", "*", "/", "%"]), inner)
    return pair.map(lambda parts: f"({' '.join(parts)})")


def _conditions(numbers: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    compared = st.tuples(numbers, st.sampled_from(["<", "<=", "==", "!=", ">"]), numbers)
    texts = st.tuples(TEXTS, st.sampled_from(["contains", "startsWith", "endsWith"]), TEXTS).map(
        lambda parts: f"{parts[0]}.{parts[1]}({parts[2]})"
    )
    within = st.tuples(numbers, LISTS).map(lambda parts: f"({parts[0]} in {parts[1]})")
    there = st.sampled_from(["has(input.n)", "has(input.none)", "(input.o == null)", "true"])
    return st.one_of(compared.map(lambda parts: f"({' '.join(parts)})"), texts, within, there)


def _expressions() -> st.SearchStrategy[str]:
    numbers = st.recursive(INTEGERS, _numbers, max_leaves=4)
    conditions = st.recursive(
        _conditions(numbers),
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from(["&&", "||"]), inner).map(
                lambda parts: f"({' '.join(parts)})"
            ),
            inner.map(lambda one: f"!{one}"),
        ),
        max_leaves=4,
    )
    loops = st.tuples(
        LISTS,
        st.sampled_from(["map", "filter", "all", "exists", "exists_one"]),
        numbers,
        conditions,
    ).map(lambda p: f"{p[0]}.{p[1]}(x, {p[2] if p[1] == 'map' else p[3]})")
    chosen = st.tuples(conditions, numbers, numbers).map(lambda p: f"({p[0]} ? {p[1]} : {p[2]})")
    texts = st.tuples(TEXTS, TEXTS).map(
        lambda p: f"({p[0]} + {p[1]}).replace(',', ';').split(';').join('-')"
    )
    everything = st.one_of(loops, chosen, texts, conditions, numbers)
    return everything.map(lambda text: f"[1, 2].map(x, {text})")


ORACLE = cel.NewEnv(
    variables={"input": cel.Type.Map(cel.Type.STRING, cel.Type.DYN)},
    extensions=ENVIRONMENT.extensions,
)
JSON = st.fixed_dictionaries(
    {
        "n": st.integers(-20, 20),
        "big": st.sampled_from([2**63 - 1, -(2**63), 2**62]),
        "t": st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8),
        "l": st.lists(st.integers(-3, 3), max_size=5),
        "o": st.none(),
    }
)


@settings(max_examples=400, deadline=None)
@given(_expressions(), JSON)
def test_generated_expressions_give_what_googles_runtime_gives(
    expression: str, answers: dict[str, Any]
) -> None:
    expected = ORACLE.compile(expression).eval(data={"input": answers})
    try:
        result = evaluated(expression, {"input": answers})
    except Failed:
        assert expected.type() == cel.Type.ERROR
    else:
        assert expected.type() != cel.Type.ERROR
        assert result == expected.plain_value()
