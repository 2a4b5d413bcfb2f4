"""What an expression gives in the browser: the same as on the server, or nothing."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.waybill_definitions.expressions import test_conformance
from tests.waybill_definitions.forms.browser.node import FORMS, Browser, browser
from waybill_definitions.expressions import (
    Anything,
    Computation,
    MappingFailed,
    MappingRefused,
    Member,
    Record,
    Scope,
    functions_table,
    value_compile,
)

__all__ = ["browser"]

SUITE = json.loads(Path(test_conformance.__file__).with_name("conformance.json").read_text())[
    "cases"
]
LEFT_TO_THE_SERVER = ("lookup(", "phone(", "json.", "hash.", "optional.")
FAILED = "failed"


def by_server(expression: str, answers: dict[str, Any]) -> Any:
    scope = Scope(Record({key: Member(Anything()) for key in answers}), in_form=True)
    compiled = value_compile(expression, scope)
    try:
        return compiled.compute(Computation({"input": answers, "row": {}}))
    except MappingFailed:
        return FAILED


def by_browser(browser: Browser, expression: str, answers: dict[str, Any]) -> Any:
    """None in a tuple where it leaves it to the server."""
    told = browser.ask({"source": expression, "scope": {"input": answers}})
    if not told["known"]:
        return (None,)
    return FAILED if told.get("failed") else told["value"]


def same(left: Any, right: Any) -> bool:
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, int | float) and isinstance(right, int | float):
        return math.isclose(left, right, rel_tol=1e-15)
    return bool(left == right)


@pytest.mark.parametrize("section", SUITE)
def test_the_conformance_cases_give_the_same_or_nothing(browser: Browser, section: str) -> None:
    wrong = []
    for expression, _ in SUITE[section]:
        try:
            expected = by_server(expression, {})
        except MappingRefused:
            continue  # no form has it
        found = by_browser(browser, expression, {})
        if found != (None,) and not same(expected, found):
            wrong.append((expression, expected, found))
    assert wrong == []


def test_the_browser_knows_most_of_the_suite(browser: Browser) -> None:
    every = [expression for section in SUITE.values() for expression, _ in section]
    known = [each for each in every if by_browser(browser, each, {}) != (None,)]
    assert len(known) > len(every) * 0.8


def test_the_guides_examples_give_the_same_or_nothing(browser: Browser) -> None:
    rows = [row.split(" | ") for row in functions_table().splitlines()[2:]]
    examples = [row[2].removesuffix(" |").split(" → ") for row in rows]
    answers = {"phone": None, "country": "AT"}
    for example, result in examples:
        written = f"{example.strip('`')} == {result.strip('`')}"
        found = by_browser(browser, written, answers)
        is_known = not any(each in example for each in LEFT_TO_THE_SERVER)
        assert found is True if is_known else found == (None,), written


AMOUNTS = st.one_of(
    st.decimals(-(10**6), 10**6, places=3).map(lambda number: f"'{number:f}'"),
    st.sampled_from(["'0'", "'-0.00'", "'2.675'", "7", "-3", "'+1.5'", "'007'", "'1e3'", "''"]),
)
PLACES = st.sampled_from(["0", "1", "2", "20", "21", "-1"])
ZONES = st.sampled_from(["'Europe/Vienna'", "'America/New_York'", "'Asia/Kolkata'", "'+05:45'"])
MOMENTS = st.datetimes().map(lambda moment: f"timestamp('{moment.isoformat()}Z')")
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6).map(
    lambda text: json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
)
COUNTS = st.sampled_from(["0", "1", "2", "3", "-1", "7"])


def _calls(form: str, *takes: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*takes).map(lambda given: form.format(*given))


CALLS = st.one_of(
    _calls("decimal.add({}, {})", AMOUNTS, AMOUNTS),
    _calls("decimal.sum([{}, {}, {}])", AMOUNTS, AMOUNTS, AMOUNTS),
    _calls("decimal.subtract({}, {})", AMOUNTS, AMOUNTS),
    _calls("decimal.multiply({}, {})", AMOUNTS, AMOUNTS),
    _calls("decimal.divide({}, {}, {})", AMOUNTS, AMOUNTS, PLACES),
    _calls("decimal.round({}, {})", AMOUNTS, PLACES),
    _calls("decimal.compare({}, {})", AMOUNTS, AMOUNTS),
    _calls("decimal.format({}, {}, ',', '.')", AMOUNTS, PLACES),
    _calls("string(startOfDay({}, {}))", MOMENTS, ZONES),
    _calls("string(addDays({}, {}, {}))", MOMENTS, COUNTS, ZONES),
    _calls("string(addMonths({}, {}, {}))", MOMENTS, COUNTS, ZONES),
    _calls("formatDate({}, 'yyyy-MM-dd HH:mm:ss', {})", MOMENTS, ZONES),
    _calls("string(parseDate('29.3.2026 02:30', 'dd.M.yyyy HH:mm', {}))", ZONES),
    _calls("{}.getDayOfYear({})", MOMENTS, ZONES),
    _calls("{}.getHours({})", MOMENTS, ZONES),
    _calls("{}.getMilliseconds()", MOMENTS),
    _calls("{}.substring({}, {})", TEXTS, COUNTS, COUNTS),
    _calls("{}.indexOf({}, {})", TEXTS, TEXTS, COUNTS),
    _calls("{}.lastIndexOf({}, {})", TEXTS, TEXTS, COUNTS),
    _calls("{}.replace({}, {}, {})", TEXTS, TEXTS, TEXTS, COUNTS),
    _calls("{}.split({}, {})", TEXTS, TEXTS, COUNTS),
    _calls("{}.charAt({})", TEXTS, COUNTS),
    _calls("{}.trim().reverse().lower()", TEXTS),
    _calls("{}.truncate({}).upperAscii()", TEXTS, COUNTS),
    _calls("slug({})", TEXTS),
    _calls("url.encode({})", TEXTS),
    _calls("base64.encode({})", TEXTS),
    _calls("string(base64.decode({}))", TEXTS),
    _calls("{} < {}", TEXTS, TEXTS),
    _calls("int({})", TEXTS),
    _calls("string(double({}) / {}.0)", COUNTS, COUNTS),
    _calls("math.greatest({}, {}, {})", COUNTS, COUNTS, COUNTS),
    _calls("coalesce(input.none, {}, {})", TEXTS, TEXTS),
    _calls("coalesce([{}][{}], {})", TEXTS, COUNTS, TEXTS),
)


def test_calls_of_functions_give_the_same(browser: Browser) -> None:
    answers = {"none": None}

    @settings(
        max_examples=FORMS * 10,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(CALLS)
    def compare(expression: str) -> None:
        try:
            expected = by_server(expression, answers)
        except MappingRefused:
            return
        found = by_browser(browser, expression, answers)
        assert same(expected, found), (expression, expected, found)

    compare()
