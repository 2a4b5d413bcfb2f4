"""CSV that a spreadsheet opens as it is meant: its letters, its columns, and cells it does not run.

Excel, LibreOffice and Google Sheets recognize a formula by the first character, after stripping
white space and quotes. A leading apostrophe makes the cell text
(https://owasp.org/www-community/attacks/CSV_Injection). The csv module does the quoting.
"""

from __future__ import annotations

import re
from enum import StrEnum

BYTE_ORDER_MARK = "\ufeff"
"""At the beginning of a file, it tells Excel that the file is UTF-8. Others read over it."""

# Japanese and Chinese spreadsheets treat these full-width forms as = + - @.
_FORMULA = re.compile(r"""[\s"'`\u200b\ufeff\x00-\x20]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]""")
_CONTROL = re.compile(r"[\t\r\n\x00]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class Separator(StrEnum):
    """What stands between cells. Excel splits a file by the one of the reader's region: a semicolon
    wherever numbers have a decimal comma."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"

    @property
    def character(self) -> str:
        """As the csv module wants it."""
        return {"comma": ",", "semicolon": ";", "tab": "\t"}[self.value]


def safe_cell(text: object) -> str:
    """``text`` as a cell that no spreadsheet runs as a formula. Plain numbers do not change.

    None is an empty cell.
    """
    cell = "" if text is None else str(text)
    if _NUMBER.fullmatch(cell):
        return cell
    if _FORMULA.match(cell) or _CONTROL.match(cell):
        return f"'{cell}"
    return cell
