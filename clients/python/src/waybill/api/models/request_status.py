from __future__ import annotations

from enum import StrEnum


class RequestStatus(StrEnum):
    ERASED = "erased"
    ERASING = "erasing"
    EXPIRED = "expired"
    FOUND = "found"
    SEARCHING = "searching"
    WAITING = "waiting"

    @classmethod
    def _missing_(cls, value: object) -> RequestStatus | None:
        """A value of a newer server stays as it is."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown
