"""Keeps values out of what this request or task logs and reports, whatever an exception quotes."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

Hide = Callable[[str], str]

_hide: ContextVar[Hide | None] = ContextVar("hide", default=None)


def log_redact_with(hide: Hide) -> None:
    """From now on, in this context, what is logged and reported goes through ``hide``."""
    _hide.set(hide)


def log_redact_end() -> None:
    """The values are no longer known here."""
    if _hide.get() is not None:
        _hide.set(None)


def log_redacted(text: str) -> str:
    """The text as it may leave the process."""
    hide = _hide.get()
    return hide(text) if hide is not None else text
