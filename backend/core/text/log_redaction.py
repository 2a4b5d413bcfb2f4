"""Keeps sensitive values out of the logs and reports of this request or task."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

Hide = Callable[[str], str]

_hide: ContextVar[Hide | None] = ContextVar("hide", default=None)


def log_redact_with(hide: Hide) -> None:
    """From now on, ``hide`` redacts all logs and reports in this context."""
    _hide.set(hide)


def log_redact_end() -> None:
    """Stop redacting in this context."""
    if _hide.get() is not None:
        _hide.set(None)


def log_redacted(text: str) -> str:
    """The redacted text, which may leave the process."""
    hide = _hide.get()
    return hide(text) if hide is not None else text
