"""CSV cells that a spreadsheet displays but does not run as formulas.

Excel, LibreOffice and Google Sheets recognize a formula by the first character, after stripping
white space and quotes. A leading apostrophe makes the cell text
(https://owasp.org/www-community/attacks/CSV_Injection). The csv module does the quoting.
"""

from __future__ import annotations

import re

# Japanese and Chinese spreadsheets treat these full-width forms as = + - @.
_FORMULA = re.compile(r"""[\s"'`\u200b\ufeff\x00-\x20]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]""")
_CONTROL = re.compile(r"[\t\r\n\x00]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


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
