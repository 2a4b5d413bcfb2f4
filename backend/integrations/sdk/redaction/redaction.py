"""Makes what is kept about an exchange safe to show to an operator."""

import functools
import json
import re
import sys
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from integrations.sdk import json_values
from integrations.sdk.redaction.hidden import REDACTED as REDACTED
from integrations.sdk.redaction.hidden import Hidden

MAX_BODY_CHARS = 8 * 1024
_LONGEST_REMEMBERED = 64
_SECRET_NAME = re.compile(
    r"passw(or)?d|passphrase|secret|token|authorization|(api|application|access|private)[_-]?key",
    re.IGNORECASE,
)

_NUMBERS = frozenset({int, float})
_SURE = 2.0**63
"""A number below can be stored. No comparison holds for what is no number."""
_NEEDS_CARE = re.compile("[?@#]")


class Redactor:
    """Removes secrets by the name of their field, and known secret values wherever they appear."""

    def __init__(self) -> None:
        self._secrets: tuple[Hidden, ...] = ()
        self._hidden: tuple[Hidden, ...] = ()
        self._shortest = sys.maxsize
        self._numbers = False
        self.found = False
        """Whether any of the values was met so far."""

    def hide(self, *values: str) -> None:
        """Remember secret values. Below 5 characters they would match by chance."""
        self.hide_all(Hidden(values, short=False))

    def hide_all(self, hidden: Hidden, *, answers: bool = False) -> None:
        """Remember a set of values, the same one only once.

        ``answers``: they are what somebody answered, or computed from it, not our secrets.
        """
        if hidden and not any(hidden is known for known in self._hidden):
            self._hidden = (*self._hidden, hidden)
            self._shortest = min(self._shortest, hidden.shortest)
            self._numbers = self._numbers or hidden.has_numbers
            if not answers:
                self._secrets = (*self._secrets, hidden)

    def text(self, text: str) -> str:
        """The text without the known values, and without what PostgreSQL cannot store."""
        if len(text) >= self._shortest:
            text = self._without(text, Hidden.text)
        return json_values.text(text)

    def message(self, text: str) -> str:
        """`text` for words that may have been cut short in the middle of a value."""
        return json_values.text(self._without(text, Hidden.cut_text))

    def values(self, value: Any, *, answers: bool = True) -> Any:
        """A JSON value of any size without the known values, the answers among them or not.

        What merely has a suspicious name stays.
        """
        for hidden in self._hidden if answers else self._secrets:
            value = hidden.tree(value)
        return value

    def url(self, url: str) -> str:
        """The address without user, password, fragment and secret query values."""
        if not _NEEDS_CARE.search(url):
            return self.text(url)
        try:
            parts = urlsplit(url)
        except ValueError:
            return "[no address]"
        host = parts.netloc.rpartition("@")[2]
        query = urlencode(
            [
                (name, REDACTED if is_secret_name(name) else value)
                for name, value in parse_qsl(parts.query, keep_blank_values=True)
            ],
            safe="[]",
        )
        return self.text(urlunsplit((parts.scheme, host, parts.path, query, "")))

    def body(self, value: Any, size: int | None = None) -> Any:
        """A JSON value or text with secrets removed, at most 8 KiB of it.

        `size` is how long the value is as JSON, if the caller knows.
        """
        clean = self._clean(value, 0)
        if isinstance(clean, str):
            return shorten(clean)
        if size is not None and size <= MAX_BODY_CHARS:
            return clean
        written = json.dumps(clean, ensure_ascii=False)
        return clean if len(written) <= MAX_BODY_CHARS else shorten(written)

    def _clean(self, value: Any, depth: int) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            if depth > json_values.MAX_DEPTH:
                return json_values.TOO_DEEP
            return {
                self.text(str(name)): REDACTED
                if item is not None and is_secret_name(str(name))
                else self._clean(item, depth + 1)
                for name, item in value.items()
            }
        if value is None or value is True or value is False:
            return value
        if isinstance(value, list | tuple):
            if depth > json_values.MAX_DEPTH:
                return json_values.TOO_DEEP
            return [self._clean(item, depth + 1) for item in value]
        if type(value) in _NUMBERS:
            if self._numbers and self._is_hidden(value):
                return REDACTED
            return value if -_SURE < value < _SURE else json_values.storable(value)
        return self.text(str(value))

    def _without(self, text: str, hide: Callable[[Hidden, str], str]) -> str:
        for hidden in self._hidden:
            clean = hide(hidden, text)
            if clean is not text and clean != text:
                self.found = True
                text = clean
        return text

    def _is_hidden(self, number: float) -> bool:
        if not any(each.is_value(number) for each in self._hidden):
            return False
        self.found = True
        return True


def is_secret_name(name: str) -> bool:
    """Whether it names a secret. A long one, which a destination may make up, is not remembered."""
    return _remembered(name) if len(name) <= _LONGEST_REMEMBERED else _matches(name)


def _matches(name: str) -> bool:
    return _SECRET_NAME.search(name) is not None


_remembered = functools.lru_cache(maxsize=4096)(_matches)
"""The same few names are met over and over."""


def shorten(text: str) -> str:
    """At most 8 KiB of the text, and a mark where the rest was left out."""
    return (
        text
        if len(text) <= MAX_BODY_CHARS
        else text[:MAX_BODY_CHARS] + f"… [{len(text)} characters]"
    )
