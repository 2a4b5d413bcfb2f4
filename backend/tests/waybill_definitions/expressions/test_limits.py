"""No expression holds a worker or fills its memory, whatever is submitted, and nothing odd leaks.

Times are processor time, compared with that of a loop of Python on the same machine in the same
run.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from tests.waybill_definitions.expressions.forms import CONTEXT, SCOPE, computed, refused
from waybill_definitions.expressions import (
    MappingFailed,
    MappingRefused,
    Scope,
    condition_compile,
    mapping_compile,
    text_compile,
)
from waybill_definitions.expressions.language.functions import FUNCTIONS

MOST_MEMORY = 50_000_000
_LOOPS = 4_000_000
"""A loop of so many rounds takes about 50 ms on the machine that the bound was made for."""

WORST: dict[str, Any] = {
    "ascii": "a" * 250_000,
    "wide": "ä😀" * 100_000,
    "commas": "a," * 120_000,
    "deep_json": "[" * 60_000 + "]" * 60_000,
    "wide_json": "[" + "[]," * 80_000 + "1]",
    "numbers": list(range(50_000)),
    "texts": ["ab"] * 50_000,
    "long_texts": ["x" * 5_000] * 500,
    "amounts": ["9" * 39] * 20_000,
    "phones": ["020 7946 0958"] * 5_000,
    "zones": ["Europe/Vienna"] * 5_000,
    "no_zones": [f"No/Where{number}" for number in range(5_000)],
    "times": ["2026-03-01T09:30:00Z"] * 20_000,
    "durations": ["1h2m3s4ms5us6ns" * 6] * 20_000,
    "object": {f"k{number}": number for number in range(20_000)},
    "nested": [[1] * 200] * 200,
}
HARD = [
    "input.numbers.map(a, input.numbers.map(b, a * b))",
    "input.numbers.map(x, x in input.numbers)",
    "input.numbers.exists(x, x < 0 || x / 0 == 1)",
    "input.numbers.map(x, [x, x, x, x, x, x, x, x, x, x])",
    "input.numbers.map(x, {'a': x, 'b': x})",
    "input.numbers.map(x, math.greatest([x, 1, 2]))",
    "[1].map(a, [a, a, a, a]).map(a, [a, a, a, a]).map(a, [a, a, a, a]).map(a, [a, a, a, a])",
    "input.ascii.replace('a', 'aaaaaaaaaaaaaaaaaaaa')",
    "input.ascii.replace('', 'aaaaaaaaaaaaaaaaaaaa')",
    "input.ascii.split('')",
    "input.commas.split(',').map(x, x + 'b')",
    "input.texts.join(input.ascii)",
    "input.texts.map(x, input.wide.upper()).size()",
    "input.texts.map(x, input.ascii.contains('b'))",
    "input.texts.map(x, input.ascii.lastIndexOf('ba'))",
    "input.texts.map(x, input.long_texts[0] + input.long_texts[1])",
    "input.texts.map(x, input.long_texts[0].matches('(.*a.*){20}b'))",
    "input.long_texts.map(x, x.matches('(x+x+)+y'))",
    "input.texts.map(x, x in input.object)",
    "input.texts.map(x, lookup({'a': 1}, x, 2))",
    "input.texts.map(x, [[1, 2], [3, 4]] == [[1, 2], [3, 4]])",
    "input.texts.map(x, x.split('').join('-').replace('a', 'b').upperAscii())",
    "input.nested.map(x, input.nested == input.nested)",
    "input.texts.map(x, input.object == input.object)",
    "input.amounts.map(x, decimal.multiply(x, x))",
    "input.amounts.map(x, decimal.divide(x, '7', 20))",
    "input.amounts.map(x, decimal.format(x, 20, ',', '.'))",
    "input.phones.map(x, phone(x, 'GB'))",
    "input.zones.map(x, formatDate(timestamp(1700000000), 'dd.MM.yyyy', x))",
    "input.no_zones.exists(x, formatDate(timestamp(0), 'dd.MM.yyyy', x) == '')",
    "input.times.map(x, timestamp(x).getFullYear('Europe/Vienna'))",
    "input.times.exists(x, timestamp(x + 'x') == timestamp(0))",
    "input.times.map(x, addMonths(timestamp(x), 3, 'Europe/Vienna'))",
    "input.durations.map(x, duration(x))",
    "input.numbers.map(x, string(x)).map(x, double(x))",
    "json.decode(input.deep_json)",
    "json.decode(input.wide_json)",
    "json.encode(input.wide)",
    "json.encode(input.nested)",
    "input.texts.map(x, json.decode('[1, 2]')[0])",
    "url.encode(input.wide)",
    "base64.encode(input.wide)",
    "hash.sha256(input.wide)",
    "input.texts.map(x, hash.hmacSha256(x, x))",
    "input.texts.map(x, slug(input.wide))",
    "input.object.map(key, key + 'x')",
    "input",
]


@pytest.fixture(scope="module")
def fifty_milliseconds() -> float:
    return min(_spent(_loop) for _ in range(3))


def _loop() -> None:
    for _ in range(_LOOPS):
        pass


def _spent(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _attempted(expression: str) -> Callable[[], object]:
    compiled = mapping_compile({"out": f"${{{{ {expression} }}}}"}, Scope.untyped())

    def attempt() -> object:
        try:
            return compiled.compute({"input": WORST})
        except MappingFailed as error:
            return error

    return attempt


@pytest.mark.parametrize("expression", HARD)
def test_nothing_takes_long_or_much(expression: str, fifty_milliseconds: float) -> None:
    attempt = _attempted(expression)
    attempt()
    assert min(_spent(attempt) for _ in range(3)) < fifty_milliseconds
    tracemalloc.start()
    try:
        result = attempt()
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()
    assert "Error" not in type(result).__name__


STEPS = ["map(x, {})", "filter(x, {} == {})", "map(y, [y, y]).map(x, {})", "map(x, [{}])"]
INNER = ["x", "string(x)", "[x, x]", "x == x", "input.wide + 'x'", "input.texts.map(z, z).size()"]
LISTS = ["input.numbers", "input.texts", "input.nested", "input.commas.split(',')", "input.object"]


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(LISTS),
    st.lists(st.tuples(st.sampled_from(STEPS), st.sampled_from(INNER)), min_size=1, max_size=4),
)
def test_generated_loops_over_the_largest_values_end_soon(
    fifty_milliseconds: float, items: str, steps: list[tuple[str, str]]
) -> None:
    expression = ".".join([items, *(step.replace("{}", inner) for step, inner in steps)])
    try:
        attempt = _attempted(expression)
    except MappingRefused:
        reject()
    assert min(_spent(attempt) for _ in range(3)) < fifty_milliseconds


def test_five_hundred_expressions_together_take_no_longer(fifty_milliseconds: float) -> None:
    tree = {f"k{n}": f"${{{{ input.numbers.map(x, x + {n}) }}}}" for n in range(500)}
    compiled = mapping_compile(tree, Scope.untyped())

    def attempt() -> None:
        with pytest.raises(MappingFailed, match="takes too long"):
            compiled.compute({"input": WORST})

    assert min(_spent(attempt) for _ in range(3)) < fifty_milliseconds


def test_loops_inside_each_other_are_refused_by_what_the_form_allows() -> None:
    (fault,) = refused("input.numbers.map(a, input.numbers.map(b, a * b))")
    assert "this may take too long" in fault
    assert refused("input.tags.map(a, input.rows.map(b, a + b.name))") == []


def test_more_than_ten_thousand_rounds_are_possible_and_linear() -> None:
    answers = {"numbers": list(range(12_000))}
    compiled = mapping_compile({"out": "${{ input.numbers.map(x, x).size() }}"}, Scope.untyped())
    assert compiled.compute({"input": answers}) == {"out": 12_000}


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("1" + " " * 5000, None),
        ("1 + " * 1100 + "1", "at most 4,096 characters"),
        ("1" + "+1" * 40, "nested too deeply"),
        ("(" * 1000 + "1" + ")" * 1000, "nested too deeply"),
        ("[1].map(a," * 20 + "1" + ")" * 20, "nested too deeply"),
        ("optional.of(1)" + ".optMap(v, v)" * 20, "can be used 4 times"),
        ("optional.of(1)" + " . optMap (v, v)" * 20, "can be used 4 times"),
        ("input.email.matches('" + "a" * 300 + "')", "at most 200 characters"),
        ("'a\0b'", "NUL"),
        ("'\ud800'", "half a character"),
    ],
)
def test_expressions_have_a_size(expression: str, message: str | None) -> None:
    faults = refused(expression)
    assert bool(faults) == bool(message)
    assert all(message in fault for fault in faults if message)


@pytest.mark.parametrize(
    ("tree", "message"),
    [
        ({"a": "x" * 40_000 + "${{ 1 }}"}, "at most 32,768 characters"),
        ({"a": ["x" * 60_000, "y" * 60_000]}, "at most 65,536 characters"),
        ({f"k{number}": "${{ input.age }}" for number in range(501)}, "at most 500 expressions"),
        (
            {f"k{number}": "${{ input.numbers.map(x, x + 1) }}" for number in range(20)},
            "the expressions together may take too long",
        ),
    ],
)
def test_mappings_have_a_size(tree: Any, message: str) -> None:
    with pytest.raises(MappingRefused, match=message):
        mapping_compile(tree, SCOPE)


def test_mappings_have_a_depth() -> None:
    tree: Any = "${{ input.age }}"
    for _ in range(100):
        tree = [tree]
    with pytest.raises(MappingRefused, match="deep in each other"):
        mapping_compile({"a": tree}, SCOPE)


@pytest.mark.parametrize(
    ("answers", "expression", "message"),
    [
        ({"company": "a\0b"}, "input.company", "NUL"),
        ({"company": "a\0b"}, "input.company + 'c'", "NUL"),
        ({"company": "\ud800"}, "input.company", "lone surrogate"),
        ({"company": "\ud800"}, "{'a': [input.company]}", "lone surrogate"),
        ({"company": "a\0b"}, "{input.company: 1}", "NUL"),
        ({"amount": float("nan")}, "input.amount", "NaN"),
        ({"amount": 1e308}, "input.amount * 10.0", "infinite"),
        ({"age": 2**63 - 1}, "input.age + 1", "too large"),
        ({"age": -(2**63)}, "-input.age", "too large"),
        ({"age": 2**70}, "input.age + 1", "too large"),
        ({"age": 0}, "36 / input.age", "divided by zero"),
        ({"company": "x" * 300_000}, "input.company", "more than 262,144 characters"),
        ({"company": "x" * 200_000}, "[input.company, input.company]", "262,144"),
        ({"company": "a\0b"}, "input.company.matches('a')", "NUL"),
        ({"company": "\ud800"}, "input.company.matches('a')", "half a character"),
        ({"company": "x" * 10_001}, "input.company.matches('a')", "10,000 characters"),
        ({"email": None}, "input.email", "there is no `input.email`"),
        ({"age": "36"}, "input.age + 1", "cannot be used with"),
        ({"rows": None}, "input.rows.map(r, r.name)", "there is no `rows`"),
        ({"rows": "x"}, "input.rows.map(r, r.name)", "go through"),
    ],
)
def test_odd_values_fail_in_words_that_show_none_of_them(
    answers: dict[str, Any], expression: str, message: str
) -> None:
    with pytest.raises(MappingFailed, match=message) as error:
        computed(expression, **answers)
    assert str(error.value).startswith("out")
    assert not set(map(str, answers.values())) & {str(error.value)}


def test_a_text_keeps_its_nul_while_it_is_computed() -> None:
    assert computed("input.company == 'a'", company="a\0b") is False
    assert computed("input.company.size()", company="a\0b") == 3


def test_a_large_number_that_is_only_passed_on_stays_what_it_is() -> None:
    assert computed("input.age", age=2**70) == 2**70


def test_a_condition_and_a_text_fail_like_a_mapping() -> None:
    context = CONTEXT | {"input": CONTEXT["input"] | {"age": 0}}
    with pytest.raises(MappingFailed, match="divided by zero"):
        condition_compile("1 / input.age == 1", SCOPE).compute(context)
    with pytest.raises(MappingFailed, match="divided by zero"):
        text_compile("x ${{ 1 / input.age }}", SCOPE).compute(context)


ODD: list[Any] = [None, True, 0, -1, 2**70, 1.5, 1e308, "", "7", "ä\ud800", "\0", [], [1, None], {}]
ODD += [{"a": 1}, [[[]]], {"a": {"b": None}}]
_GLOBAL = ["int", "double", "string", "bool", "bytes", "timestamp", "duration", "size", "type"]
_ON_VALUES = ["charAt", "indexOf", "lastIndexOf", "substring", "replace", "split", "join", "trim"]
_ON_VALUES += ["contains", "startsWith", "endsWith", "lowerAscii", "upperAscii", "reverse", "value"]
_ON_VALUES += ["getHours", "getFullYear", "hasValue", "orValue", "lower", "upper", "truncate"]
_OPERATORS = ["+", "-", "*", "/", "%", "<", "<=", "==", "!=", "in", "&&", "||"]
CALLS = [f"{name}(input.a)" for name in _GLOBAL]
CALLS += [
    f"input.a.{name}({', '.join(given)})"
    for name in _ON_VALUES
    for given in ([], ["input.b"], ["input.b", "input.c"], ["input.b", "input.c", "input.a"])
]
CALLS += [f"input.a {operator} input.b" for operator in _OPERATORS]
CALLS += [
    "-input.a",
    "!input.a",
    "input.a[input.b]",
    "input.a[?input.b]",
    "input.a.x",
    "input.a.?x",
]
CALLS += ["input.a ? input.b : input.c", "has(input.a.x)", "{input.a: input.b}", "[?input.a]"]
CALLS += ["input.a.map(x, x + input.b)", "input.a.all(x, x)", "input.a.exists_one(x, x)"]
CALLS += ["math.greatest(input.a, input.b)", "math.round(input.a)", "math.abs(input.a)"]
CALLS += ["input.a.matches('a')", "optional.of(input.a).optMap(x, x + 1)", "input.a.or(input.b)"]
CALLS += [
    f"{function.name}({', '.join(['input.a', 'input.b', 'input.c', 'input.a'][: len(each.takes)])})"
    for function in FUNCTIONS.values()
    if not function.on_value
    for each in function.overloads[:1]
]


def test_whatever_kinds_of_values_come_it_is_a_result_in_json_or_a_failure_in_words() -> None:
    tried = 0
    for call in CALLS:
        try:
            compiled = mapping_compile({"out": f"${{{{ {call} }}}}"}, Scope.untyped())
        except MappingRefused:
            continue  # such as a function with another number of values
        for a, b, c in itertools.product(ODD, ODD, ODD[:6] if "input.c" in call else ODD[:1]):
            tried += 1
            with contextlib.suppress(MappingFailed):
                result = compiled.compute({"input": {"a": a, "b": b, "c": c}})
                json.dumps(result, allow_nan=False).encode()
    assert tried > 10_000
