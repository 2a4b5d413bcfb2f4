from __future__ import annotations

from enum import StrEnum


class AttemptOutcome(StrEnum):
    FAILED = "failed"
    FOUND = "found"
    GIVEN_BACK = "given_back"
    LOST = "lost"
    SENDING = "sending"
    SKIPPED = "skipped"
    SUCCEEDED = "succeeded"

    @classmethod
    def _missing_(cls, value: object) -> AttemptOutcome | None:
        """A value of a newer server stays as it is."""
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown
