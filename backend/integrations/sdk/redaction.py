"""Makes what is kept about an exchange safe to show to an operator."""

import json
import math
import re
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

REDACTED = "[redacted]"
MAX_BODY_CHARS = 8 * 1024
_MAX_DEPTH = 32
_MIN_SECRET_CHARS = 5
_SECRET_NAME = re.compile(
    r"passw(or)?d|passphrase|secret|token|authorization|(api|application|access|private)[_-]?key",
    re.IGNORECASE,
)

_NEEDS_CARE = re.compile("[?@#]")


class Redactor:
    """Removes secrets by the name of their field, and known secret values wherever they appear."""

    def __init__(self) -> None:
        self._values: tuple[str, ...] = ()

    def hide(self, *values: str) -> None:
        """Remember secret values. Below 5 characters they would match by chance."""
        known = {*self._values, *(value for value in values if len(value) >= _MIN_SECRET_CHARS)}
        self._values = tuple(sorted(known, key=len, reverse=True))

    def text(self, text: str) -> str:
        """The text without the known secret values, and without what PostgreSQL cannot store."""
        for value in self._values:
            text = text.replace(value, REDACTED)
        if text.isascii() and "\x00" not in text:
            return text
        return text.replace("\x00", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode()

    def url(self, url: str) -> str:
        """The address without user, password, fragment and secret query values."""
        if not _NEEDS_CARE.search(url):
            return self.text(url)
        parts = urlsplit(url)
        host = parts.netloc.rpartition("@")[2]
        query = urlencode(
            [
                (name, REDACTED if _SECRET_NAME.search(name) else value)
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
        if depth > _MAX_DEPTH:
            return "[nested too deeply]"
        if isinstance(value, dict):
            return {
                self.text(str(name)): REDACTED
                if _SECRET_NAME.search(str(name)) and item is not None
                else self._clean(item, depth + 1)
                for name, item in value.items()
            }
        if isinstance(value, list | tuple):
            return [self._clean(item, depth + 1) for item in value]
        if isinstance(value, str):
            return self.text(value)
        if (
            value is None
            or isinstance(value, bool | int)
            or (isinstance(value, float) and math.isfinite(value))
        ):
            return value
        return self.text(str(value))


def shorten(text: str) -> str:
    """At most 8 KiB of the text, and a mark where the rest was left out."""
    return (
        text
        if len(text) <= MAX_BODY_CHARS
        else text[:MAX_BODY_CHARS] + f"… [{len(text)} characters]"
    )
