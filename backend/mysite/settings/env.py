"""The one place that reads the environment.

Each variable may be given as `NAME`, or as `NAME_FILE`: the path of a file that holds its value.
An empty one counts as not given.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environ import Env

_TRUE = frozenset({"true", "on", "ok", "y", "yes", "1"})
_FALSE = frozenset({"false", "off", "n", "no", "0"})


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


def _boolean(text: str) -> bool:
    word = text.strip().lower()
    if word not in _TRUE | _FALSE:
        raise ValueError(text)
    return word in _TRUE


_READ_AS: dict[Any, tuple[Callable[[str], Any], str]] = {
    str: (str, "text"),
    int: (int, "a whole number"),
    float: (float, "a number"),
    bool: (_boolean, "true or false"),
}


class Settings(Env):  # type: ignore[misc]  # django-environ ships no types
    """Typed settings. What cannot be read as its type raises ImproperlyConfigured.

    `Env` itself takes any word for false and 1e3 for 13, and a text that begins with `$`, such as a
    password, for the name of another variable.
    """

    def get_value(
        self, var: str, cast: Any = None, default: Any = Env.NOTSET, parse_default: bool = False
    ) -> Any:
        """The variable as this type, or the default."""
        text = self.ENVIRON.get(var)
        if text is None or cast not in _READ_AS:
            return super().get_value(var, cast, default, parse_default)
        read, kind = _READ_AS[cast]
        try:
            return read(text)
        except ValueError:
            raise ImproperlyConfigured(f"{var} is {text!r}, but must be {kind}.") from None


given = Given(os.environ)
env = Settings()
env.ENVIRON = given


def require(*names: str) -> None:
    """Raise ImproperlyConfigured with one line that names every missing variable."""
    missing = [name for name in names if name not in given]
    if missing:
        raise ImproperlyConfigured(
            f"missing from the environment: {', '.join(missing)}. There is no default: "
            f"set each, or its file ({missing[0]}_FILE)."
        )


def choice(name: str, allowed: tuple[str, ...], default: str) -> str:
    """A variable that takes one of a few words."""
    value: str = env.str(name, default=default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} is {value!r}, but must be one of {', '.join(allowed)}")
    return value
