"""Finds values that must not be seen, in whatever encoding they come back."""

import base64
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any

from integrations.sdk.redaction.encodings import loose_pattern

REDACTED = "[redacted]"
_BY_CHANCE = 5
"""Fewer characters stand in other words by chance, so they count only as a word of their own."""
_CORE_CHARS = 6
_CUT_CHARS = 4
_PLAIN_RUN = re.compile(r"[a-z0-9]{2,}")


class Hidden:
    """A set of values. ``short``: values below five characters count too, as whole words.

    Numbers count as what they are written as. Values are never in a representation of it.
    """

    def __init__(self, values: Iterable[Any], *, short: bool = True) -> None:
        texts = {text for value in values for text in _texts(value) if text.strip()}
        if not short:
            texts = {text for text in texts if len(text) >= _BY_CHANCE}
        spelled = {form for text in texts for form in _spellings(text)}
        self._whole = frozenset(text.casefold() for text in spelled)
        self._numbers = frozenset(filter(None, map(_number, texts)))
        self._needles = tuple(_Needle(text) for text in sorted(spelled, key=len, reverse=True))
        self.shortest = min(map(len, spelled), default=0)
        """Characters of the shortest; no encoding of a value is shorter than itself."""

    @property
    def has_numbers(self) -> bool:
        return bool(self._numbers)

    def __bool__(self) -> bool:
        return bool(self._needles)

    def text(self, text: str) -> str:
        """The text with each value, however it is encoded there, replaced."""
        if not self._needles or len(text) < self.shortest:
            return text
        if text.casefold() in self._whole:
            return REDACTED
        for needle in self._needles:
            text = needle.replace(text)
        return text

    def cut_text(self, text: str) -> str:
        """`text` for one whose end was cut off: the beginning of a value at its end goes too."""
        text = self.text(text)
        for needle in self._needles:
            text = needle.replace_cut(text)
        return text

    def is_value(self, leaf: float) -> bool:
        """Whether a number is one of the values."""
        return bool(self._numbers) and _number(str(leaf)) in self._numbers

    def tree(self, value: Any) -> Any:
        """A JSON value with every occurrence replaced, in names too."""
        match value:
            case str():
                return self.text(value)
            case bool() | None:
                return value
            case int() | float():
                return REDACTED if self.is_value(value) else value
            case Mapping():
                return {self.text(str(name)): self.tree(item) for name, item in value.items()}
            case list() | tuple():
                return [self.tree(item) for item in value]
            case _:
                return self.text(str(value))


class _Needle:
    """One spelling of one value."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.word = len(value) < _BY_CHANCE
        runs = _PLAIN_RUN.findall(value.lower())
        self.hint = max(runs, key=len, default="")
        """What every encoding but those of `encoded` leaves as it is."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(loose_pattern(self.value, word=self.word), re.IGNORECASE)

    @cached_property
    def encoded(self) -> tuple[str, ...]:
        return tuple(_encoded(self.value, word=self.word))

    @cached_property
    def hexadecimal(self) -> str:
        return "" if len(self.value.encode()) < 3 else self.value.encode().hex()

    def replace(self, text: str) -> str:
        lowered = text.lower()
        if self.hint in lowered:
            text = self.pattern.sub(REDACTED, text)
        if self.hexadecimal and self.hexadecimal in lowered:
            text = re.sub(self.hexadecimal, REDACTED, text, flags=re.IGNORECASE)
        for form in self.encoded:
            if form in text:
                text = text.replace(form, REDACTED)
        return text

    def replace_cut(self, text: str) -> str:
        for count in range(len(self.value) - 1, _CUT_CHARS - 1, -1):
            if text.endswith(self.value[:count]):
                return text[:-count] + REDACTED
        return text


def _texts(value: Any) -> Iterator[str]:
    """Every text and number inside a value, as it is written."""
    match value:
        case str():
            yield value
        case bool() | None:
            return
        case Mapping():
            for item in value.values():
                yield from _texts(item)
        case list() | tuple():
            for item in value:
                yield from _texts(item)
        case _:
            yield str(value)


def _spellings(text: str) -> set[str]:
    """Composed and decomposed; without white space at the ends; a number without leading zeros."""
    forms = {unicodedata.normalize(form, text.strip()) for form in ("NFC", "NFD")} | {text.strip()}
    if text.isascii() and text.isdigit() and len(text.lstrip("0")) >= _BY_CHANCE:
        forms.add(text.lstrip("0"))
    return forms


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _encoded(value: str, *, word: bool) -> Iterator[str]:
    """Base64 in both alphabets: of the value alone, and of the part that is sure inside others."""
    raw = value.encode()
    forms = {base64.b64encode(raw).decode(), base64.b64encode(raw).decode().rstrip("=")}
    if word:
        forms = {form for form in forms if len(form) >= _CUT_CHARS}
    for offset, skip in ((0, 0), (1, 2), (2, 3)):
        core = base64.b64encode(bytes(offset) + raw).decode()[skip : (offset + len(raw)) * 8 // 6]
        if len(core) >= _CORE_CHARS:
            forms.add(core)
    forms |= {form.translate(_URL_SAFE) for form in forms}
    yield from sorted(forms, key=len, reverse=True)


_URL_SAFE = str.maketrans("+/", "-_")
