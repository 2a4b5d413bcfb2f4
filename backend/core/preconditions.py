"""A change builds on what was read: it is refused when somebody changed that since."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from core.errors import Outdated

Expected: TypeAlias = frozenset[str] | None
"""The states that a change may build on, by their tags (RFC 9110, 8.8.3); None: any."""


def tag_require(
    tag: str, expected: Expected, *, what: str, changed_at: datetime | None, changed_by: str
) -> None:
    """Raise Outdated, saying who changed ``what`` and when, unless its tag is as expected."""
    if expected is None or tag in expected:
        return
    moment, who = f"{changed_at:%Y-%m-%d %H:%M:%S}" if changed_at else "", changed_by or "somebody"
    by = f"{who} at {moment} UTC" if moment else who
    raise Outdated(
        f"{what} was changed by {by}, after you read it. Read it again,"
        " and put your changes into that."
    )
