from __future__ import annotations

from enum import StrEnum


class ConnectionHappening(StrEnum):
    BREAKER = "breaker"
    CHANGED = "changed"
    COOLING = "cooling"
    CREATED = "created"
    CREDENTIALS_REPLACED = "credentials_replaced"
    LIMITED = "limited"
    PAUSED = "paused"
    REFUSED = "refused"
    RESUMED = "resumed"
    TESTED = "tested"
    TRIED = "tried"

    @classmethod
    def _missing_(cls, value: object) -> ConnectionHappening | None:
        """A value of a newer server stays as it is."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown
