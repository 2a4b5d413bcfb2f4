from __future__ import annotations

from enum import StrEnum


class CallbackKind(StrEnum):
    SUBMISSION_CANCELLED = "submission.cancelled"
    SUBMISSION_FAILED = "submission.failed"
    SUBMISSION_NEEDS_ATTENTION = "submission.needs_attention"
    SUBMISSION_SUCCEEDED = "submission.succeeded"

    @classmethod
    def _missing_(cls, value: object) -> CallbackKind | None:
        """A value of a newer server stays as it is."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown
