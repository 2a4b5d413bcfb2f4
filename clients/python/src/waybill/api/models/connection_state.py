from __future__ import annotations

from enum import StrEnum


class ConnectionState(StrEnum):
    BROKEN = "broken"
    COOLING = "cooling"
    FAILING = "failing"
    PAUSED = "paused"
    PROBING = "probing"
    REFUSED = "refused"
    UNTESTED = "untested"
    WORKING = "working"

    @classmethod
    def _missing_(cls, value: object) -> ConnectionState | None:
        """A value of a newer server stays as it is."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown
