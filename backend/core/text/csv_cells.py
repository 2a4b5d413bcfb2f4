"""CSV that a spreadsheet opens as it is meant: its letters, its columns, and cells it does not run.

Excel, LibreOffice and Google Sheets take a cell as a formula by how it begins, also after white
space and quotes that they strip. An apostrophe before it makes it text
(https://owasp.org/www-community/attacks/CSV_Injection). The csv module does the quoting.
"""

from __future__ import annotations

import re
from enum import StrEnum

BYTE_ORDER_MARK = "\ufeff"
"""At the beginning of a file, it tells Excel that the file is UTF-8. Others read over it."""

# The wide forms are what Japanese and Chinese spreadsheets take for = + - @.
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
    """``text`` as a cell that no spreadsheet takes for a formula. Plain numbers stay as they are.

    None is an empty cell.
    """
    cell = "" if text is None else str(text)
    if _NUMBER.fullmatch(cell):
        return cell
    if _FORMULA.match(cell) or _CONTROL.match(cell):
        return f"'{cell}"
    return cell
