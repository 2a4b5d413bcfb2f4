"""What is asked of an export."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, tzinfo
from enum import StrEnum

from core.submissions.read import SubmissionFilter
from core.text.csv_cells import Separator


class ExportShape(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"


class HeadLanguage(StrEnum):
    """Of the words in a file for people, and of the form's own as far as it has it."""

    ENGLISH = "en"
    GERMAN = "de"


MOST_ROWS = {
    ExportShape.CSV: 1_000_000,
    ExportShape.XLSX: 50_000,
    ExportShape.JSONL: 1_000_000,
}
"""CSV and JSON Lines are sent while they are read. A spreadsheet file is a ZIP with its table of
contents at the end: it is made whole on disk before its first byte goes out, and the browser waits
for that."""


@dataclass(frozen=True, slots=True)
class ExportAsked:
    """``answers``, ``steps``: whether the columns of the form and of the steps are there.
    ``reveal``: sensitive answers are not masked. ``separator``: of CSV. ``zone``: of
    the moments in a file for people."""

    wanted: SubmissionFilter
    shape: ExportShape
    answers: bool = True
    steps: bool = True
    reveal: bool = False
    separator: Separator = Separator.COMMA
    language: HeadLanguage = HeadLanguage.ENGLISH
    zone: tzinfo = UTC
