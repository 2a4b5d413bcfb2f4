"""Text of a server as a terminal may show it."""

from __future__ import annotations

import re

_CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and line feed, DEL, C1
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"  # they turn the direction of a line
)
_SPACE = re.compile(r"\s+")


def cleaned(text: object) -> str:
    r"""The text with every control character written out, such as ``\x1b``.

    A terminal would obey them: move, clear, rename its window, or write to the clipboard.
    """
    return _CONTROLS.sub(_written_out, str(text).replace("\r\n", "\n"))


def one_line(text: object) -> str:
    """The cleaned text in one line."""
    return _SPACE.sub(" ", cleaned(text)).strip()


def counted(number: int, what: str) -> str:
    """“1 step”, “2 steps”."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def _written_out(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
