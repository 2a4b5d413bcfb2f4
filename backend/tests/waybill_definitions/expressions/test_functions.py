"""Waybill's own functions do what the guide's table says, and fail in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.waybill_definitions.expressions.forms import computed, refused
from waybill_definitions.expressions import MappingFailed, functions_table
from waybill_definitions.expressions.language.functions import FUNCTIONS

GUIDE = Path(__file__).parents[4] / "docs" / "guides" / "expressions.md"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_example_of_the_table_gives_its_result(name: str) -> None:
    function = FUNCTIONS[name]
    assert computed(function.example) == computed(function.result)


def test_the_guide_has_the_table() -> None:
    assert functions_table() in GUIDE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("decimal.add('0.1', '0.2')", "0.3"),
        ("decimal.add('99999999999999999999.99', '0.01')", "100000000000000000000.00"),
        ("decimal.sum(['0.1', '0.20', '99999999999999999999'])", "99999999999999999999.30"),
        ("decimal.sum([])", "0"),
        ("decimal.subtract('1', 2)", "-1"),
        ("decimal.divide('1', '8', 2)", "0.13"),
        ("decimal.round('-2.5', 0)", "-3"),
        ("decimal.compare('1.0', 1)", 0),
        ("decimal.format('-1234.5', 2, '.', ',')", "-1,234.50"),
        ("decimal.format(999, 0, '.', ',')", "999"),
        ("phone('+43 1 5338070', '')", "+4315338070"),
        ("slug('  Ünïcode -- & more  ')", "unicode-more"),
        ("'straße'.upper()", "STRASSE"),
        ("'äöü😀'.truncate(3)", "äöü"),
        ("lookup(tables.regions, input.country)", "emea"),
        ("json.decode(json.encode(input.rows))[1].note", "second"),
        ("string(base64.decode(base64.encode('ä')))", "ä"),
        ("startOfDay(timestamp('2026-03-29T12:00:00Z'), 'Europe/Vienna')", "2026-03-28T23:00:00Z"),
        ("addDays(timestamp('2026-10-24T10:00:00Z'), 1, 'Europe/Vienna')", "2026-10-25T11:00:00Z"),
        ("addMonths(timestamp('2024-02-29T00:00:00Z'), 12, 'UTC')", "2025-02-28T00:00:00Z"),
        ("formatDate(timestamp('2026-03-01T00:00:00Z'), \"d.M.yy 'at' HH\", 'UTC')", None),
        ("formatDate(timestamp('2026-03-01T05:06:07Z'), 'yyyy-MM-dd HH:mm:ss', '+02:00')",
         "2026-03-01 07:06:07"),
    ],
)  # fmt: skip
def test_functions_give_their_values(expression: str, expected: object) -> None:
    if expected is None:
        assert refused(expression)  # `yy` alone is no field of a pattern
    else:
        assert computed(expression) == expected


@pytest.mark.parametrize(
    ("expression", "answer", "message"),
    [
        ("decimal.add(input.company, '1')", "1,5", "is no decimal number"),
        ("decimal.add(input.company, '1')", "1e999999", "is no decimal number"),
        ("decimal.divide('1', input.company, 2)", "0", "divided by zero"),
        ("phone(input.company, 'GB')", "12345", "is no phone number"),
        ("json.decode(input.company)", "{", "is no JSON"),
        ("json.decode(input.company)", "NaN", "is no JSON"),
        ("json.decode(input.company)", "[" * 5_000, "is no JSON"),
        ("string(base64.decode(input.company))", "?", "is no base64"),
        ("string(base64.decode(input.company))", "/w==", "are no text"),
        ("parseDate(input.company, 'dd.MM.yyyy', 'UTC')", "31.02.2026", "is no date of the form"),
        ("tables.regions[input.company]", "FR", "nothing under the key"),
        ("lookup(tables.regions, input.company)", "FR", "give a default"),
        (
            "formatDate(timestamp(0), 'yyyy', input.company)",
            "../../etc/passwd",
            "no such time zone",
        ),
        ("int(input.company)", "9" * 25, "too large"),
        ("int(input.company)", "seven", "is no whole number"),
        ("url.encode(input.company)", "\ud800", "half a character"),
        ("hash.sha256(input.company)", "\ud800", "half a character"),
        ("input.company.truncate(-1)", "x", "less than nothing"),
    ],
)
def test_functions_fail_in_words(expression: str, answer: str, message: str) -> None:
    with pytest.raises(MappingFailed, match=f"^out: .*{message}"):
        computed(expression, company=answer)
