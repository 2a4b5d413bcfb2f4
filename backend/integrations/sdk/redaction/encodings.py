"""A pattern for a value in the encodings that JSON, URLs, forms and HTML put it into."""

import html.entities
import re
from itertools import groupby

_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "'": "'", "\b": "b", "\f": "f"}
_SPACE = (
    r"(?:\s|\+|%(?:25)*(?:20|0a|0d|09)"
    r"|\\+(?:[nrt]|u00(?:20|0a|0d|09))"
    r"|&#(?:x0*[ad]|x20|10|13|32);)+"
)


def loose_pattern(value: str, *, word: bool) -> str:
    """A regular expression, to be used without regard to case.

    Letters and digits of ASCII stand for themselves, since no encoding in use changes them; any
    other character may be written as in JSON, a URL or HTML, over and over. ``word``: only where
    no letter or digit is next to it.
    """
    parts = []
    for is_space, group in groupby(value, str.isspace):
        parts.append(_SPACE if is_space else "".join(map(_character, group)))
    pattern = "".join(parts)
    return rf"(?<![^\W_]){pattern}(?![^\W_])" if word else pattern


def _character(char: str) -> str:
    if char.isascii() and char.isalnum():
        return char
    forms = [rf"\\*{re.escape(char)}", _percent(char.encode())]
    if ord(char) < 256:
        forms.append(rf"\\+x{ord(char):02x}")
        if not char.isascii():
            forms.append(_percent(char.encode("latin-1")))
    if char in _ESCAPES:
        forms.append(rf"\\+{re.escape(_ESCAPES[char])}")
    units = char.encode("utf-16-be")
    forms.append("".join(rf"\\+u{units[i : i + 2].hex()}" for i in range(0, len(units), 2)))
    forms.append(rf"&(?:amp;)*(?:#0*{ord(char)}|#x0*{ord(char):x}|{_named(char)});")
    return f"(?:{'|'.join(forms)})"


def _percent(encoded: bytes) -> str:
    return "".join(rf"%(?:25)*{byte:02x}" for byte in encoded)


def _named(char: str) -> str:
    """The names of HTML for it; one that stands for nothing where there is none."""
    name = html.entities.codepoint2name.get(ord(char))
    return name or {"'": "apos"}.get(char, "none")
