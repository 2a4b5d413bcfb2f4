"""Texts as people type and paste them, made what they look like.

Unicode has characters that nobody sees: some turn the direction of what follows them (UAX #9),
some hide words from a reader (tags), some pass for an answer where there is none (Hangul fillers,
the blank of braille). https://www.unicode.org/reports/tr36/ lists what can be done with them.
"""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_GAPS = re.compile(r"[\n\t]+")
_FLAG = "\U0001f3f4[\U000e0020-\U000e007e]{1,16}\U000e007f"  # of England, of Scotland, of Wales
# Controls but line break and tab; what sets directions; what is there only for programs.
_HIDDEN = re.compile(
    f"({_FLAG})|"
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e00ff]"
)
_JOINERS = "\u200c\u200d"
_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_BLANKS = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e01f0-\U000e0fff"
)
# One selector chooses a shape; a row of them hides bytes.
_REPEATED = re.compile(f"([{_JOINERS}])[{_JOINERS}]+|([{_SELECTORS}])[{_SELECTORS}]+")
_LOOSE = re.compile(rf"(?<!\S)[{_JOINERS}{_SELECTORS}]+|[{_JOINERS}]+(?!\S)")
_NOTHING = re.compile(rf"[\s{_JOINERS}{_SELECTORS}{_BLANKS}]*")
_FORMATS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def text_clean(text: str, *, lines: bool = False) -> str:
    """``text`` in Unicode's form NFC, without what cannot be seen; empty where nothing can.

    Control and direction characters go. Joiners stay inside words, where Persian, the languages of
    India and emoji need them. Line breaks and tabs stay where ``lines``, else become a space.
    Cleaning twice changes nothing more.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _BREAKS.sub("\n", text)
    if not lines:
        text = _GAPS.sub(" ", text)
    text = _HIDDEN.sub(r"\1", text)
    text = _REPEATED.sub(r"\1\2", text)
    text = unicodedata.normalize("NFC", _LOOSE.sub("", text))
    return "" if _NOTHING.fullmatch(text) else text.strip()


def without_formats(text: str) -> str:
    """``text`` without any control or format character, for what is no prose: numbers, codes.

    White space stays, line breaks among it.
    """
    return text if text.isascii() and text.isprintable() else _FORMATS.sub("", text)


def is_blank(text: str) -> bool:
    """Whether there is nothing to see in it."""
    return not text_clean(text)
