from __future__ import annotations

from enum import StrEnum


class StepStatus(StrEnum):
    BLOCKED = "blocked"
    CANCELLED = "cancelled"
    FAILED = "failed"
    READY = "ready"
    SENDING = "sending"
    SKIPPED = "skipped"
    SUCCEEDED = "succeeded"
    UNKNOWN = "unknown"
    WAITING = "waiting"

    @classmethod
    def _missing_(cls, value: object) -> StepStatus | None:
        """A value of a newer server stays as it is."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown
