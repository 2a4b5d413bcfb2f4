"""The one place that reads the settings' environment; each may be in a file, as `NAME_FILE`."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environ import Env

from core.environment import Given

_TRUE = frozenset({"true", "on", "ok", "y", "yes", "1"})
_FALSE = frozenset({"false", "off", "n", "no", "0"})


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
