"""The parts of an exception that may leave the process."""

from __future__ import annotations

from core.text.log_redaction import log_redacted

_LONGEST = 300


def first_line(text: str) -> str:
    """The first line names the problem; in Pydantic and PostgreSQL, other lines quote values."""
    lines = text.splitlines()
    return log_redacted(lines[0])[:_LONGEST] if lines else ""
