from __future__ import annotations

from enum import StrEnum


class SubmissionStatus(StrEnum):
    ACCEPTED = "accepted"
    CANCELLED = "cancelled"
    DELIVERING = "delivering"
    FAILED = "failed"
    NEEDS_ATTENTION = "needs_attention"
    SUCCEEDED = "succeeded"

    @classmethod
    def _missing_(cls, value: object) -> SubmissionStatus | None:
        """A value of a newer server stays as it is."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown
