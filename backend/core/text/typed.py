"""What people type and paste, without what nobody sees.

Direction marks can turn the words around them in a list (Unicode TR 36, section 3.2). Invisible
characters make an empty answer look filled in. Both come along with what is pasted.
"""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_SEEN = re.compile(rf"[^\s\x00-\x1f\x7f-\x9f{_UNSEEN}]")
# Joiners, variation selectors and tags stay: emoji, Persian and Indic words are written with them.
_REMOVED = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)


def is_nothing(value: object) -> bool:
    """Whether an answer says nothing: null, an empty text, or one in which nothing can be seen."""
    if isinstance(value, str):
        return _SEEN.search(value) is None
    return value is None


def typed_clean(value: object) -> object:
    """A text in normal form C without direction marks and zero-width spaces, trimmed.

    Anything but a text stays as it is.
    """
    if not isinstance(value, str):
        return value
    if value.isascii():
        return value.strip()
    return unicodedata.normalize("NFC", _REMOVED.sub("", value)).strip()


def typed_code(value: object) -> object:
    """The same, with compatible forms such as full-width letters and digits as their plain ones."""
    if not isinstance(value, str) or value.isascii():
        return typed_clean(value)
    return unicodedata.normalize("NFKC", _REMOVED.sub("", value)).strip()
