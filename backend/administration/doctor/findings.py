"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    NOT_CHECKED = "not checked"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part: its state, what that means, and what to do. ``remedy`` is empty if nothing is."""

    part: str
    state: State
    detail: str
    remedy: str = ""


def ok(part: str, detail: str) -> Finding:
    """It is as it should be."""
    return Finding(part, State.OK, detail)


def warning(part: str, detail: str, remedy: str) -> Finding:
    """It works now; something should be done."""
    return Finding(part, State.WARNING, detail, remedy)


def failed(part: str, detail: str, remedy: str) -> Finding:
    """It does not work."""
    return Finding(part, State.FAILED, detail, remedy)


def not_checked(part: str, detail: str, remedy: str = "") -> Finding:
    """It could not be looked at, or there is nothing to look at."""
    return Finding(part, State.NOT_CHECKED, detail, remedy)
