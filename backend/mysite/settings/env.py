"""The one place that reads the environment."""

from __future__ import annotations

import os

from django.core.exceptions import ImproperlyConfigured
from environ import Env

env = Env()


def require(*names: str) -> None:
    """Raise ImproperlyConfigured with one line that names every missing variable."""
    missing = [name for name in names if not os.environ.get(name, "").strip()]
    if missing:
        raise ImproperlyConfigured(
            f"missing from the environment: {', '.join(missing)} (there is no default)"
        )


def choice(name: str, allowed: tuple[str, ...], default: str) -> str:
    """A variable that takes one of a few words."""
    value: str = env.str(name, default=default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} is {value!r}, but must be one of {', '.join(allowed)}")
    return value
