"""A spreadsheet file (XLSX). Rows go to a file on disk one by one, so memory does not grow."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from core.submissions.export.asking import ExportAsked
from core.submissions.export.cells import Cell, cells_of, heads_of
from core.submissions.export.columns import Columns
from core.submissions.export.rows import Row

_PIECE = 256 * 1024
_LONGEST = 32_767
"""Characters in a cell."""
_MOST_COLUMNS = 16_384
_OPTIONS = {
    "constant_memory": True,
    "remove_timezone": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def xlsx_pieces(rows: Iterator[Row], columns: Columns, asked: ExportAsked) -> Iterator[bytes]:
    """The file in pieces. Texts are written as texts, so none is a formula."""
    with tempfile.TemporaryFile() as file:
        # It writes its parts to a folder of its own, which goes with it however this ends.
        with tempfile.TemporaryDirectory() as folder:
            _write(Workbook(file, {**_OPTIONS, "tmpdir": folder}), rows, columns, asked)
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece


def _write(book: Workbook, rows: Iterator[Row], columns: Columns, asked: ExportAsked) -> None:
    bold = book.add_format({"bold": True})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    sheet = book.add_worksheet("Waybill")
    heads = heads_of(columns, asked)[:_MOST_COLUMNS]
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(heads) - 1, 20)
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head[:_LONGEST], bold)
    line = 0
    for line, row in enumerate(rows, start=1):
        for column, cell in enumerate(cells_of(row, columns, asked)[:_MOST_COLUMNS]):
            _cell(sheet, line, column, cell, moment)
    sheet.autofilter(0, 0, line, len(heads) - 1)
    book.close()


def _cell(sheet: Worksheet, line: int, column: int, cell: Cell, moment: Format) -> None:
    match cell:
        case None | "":
            return
        case bool():
            sheet.write_boolean(line, column, cell)
        case int() | float():
            sheet.write_number(line, column, cell)
        case datetime():
            sheet.write_datetime(line, column, cell, moment)
        case _:
            sheet.write_string(line, column, cell[:_LONGEST])
