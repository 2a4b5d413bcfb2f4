"""What the environment gives: a variable, or a file that a variable names.

`NAME_FILE` is the path of a file that holds the value of `NAME`. An empty variable counts as not
given.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


class Given:
    """What the environment gives, read when it is asked for.

    Raises ImproperlyConfigured for a variable that is given twice, and for a file that is missing,
    unreadable or empty.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.asked: set[str] = set()
        """The names that somebody asked for so far."""

    def get(self, name: str) -> str | None:
        """The value, from the variable or from its file; None if neither is given."""
        self.asked.add(name)
        value = self._environ.get(name, "")
        path = self._environ.get(f"{name}_FILE", "").strip()
        if path and value.strip():
            raise ImproperlyConfigured(f"{name} and {name}_FILE are both set: remove one of them.")
        if path:
            return _contents(name, Path(path))
        return value if value.strip() else None

    def __getitem__(self, name: str) -> str:
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def __contains__(self, name: str) -> bool:
        return self.get(name) is not None


def _contents(name: str, path: Path) -> str:
    """The file's text without the line break that editors and `echo` leave at its end."""
    try:
        text = path.read_text(encoding="utf-8").rstrip("\r\n")
    except OSError as error:
        raise ImproperlyConfigured(
            f"{name}_FILE names {path}, which cannot be read ({error.strerror}): "
            "put the value there, readable for the user that Waybill runs as."
        ) from None
    except UnicodeDecodeError:
        raise ImproperlyConfigured(
            f"{name}_FILE names {path}, which is not text: save it as UTF-8."
        ) from None
    if not text.strip():
        raise ImproperlyConfigured(
            f"{name}_FILE names {path}, which is empty: write the value into it."
        )
    return text
